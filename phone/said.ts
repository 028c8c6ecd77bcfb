import type { PollState } from '../live/domain/state.ts'
import type { PollStep } from './step.ts'
import { answerText, plural } from '../live/client/rows.ts'

/** The sentence a screen reader hears when a poll reaches this step. */
export function saidOf(state: PollState, { at, answer, delivery }: PollStep): string {
  switch (at) {
    case 'waiting':
      return 'A question is coming.'
    case 'form':
      return delivery?.status === 'sending' ? 'Sending your answer.' : `Question: ${state.poll.question}`
    case 'kept':
      return 'No connection. Your answer is kept on this phone and will be sent.'
    case 'answered':
      return answer === null ? '' : `Your answer is in: ${answerText(state.poll, answer)}.`
    case 'closed':
      return 'The question is closed.'
    case 'revealed':
      return state.withheld ? withheldText(state) : 'The result is here.'
  }
}

/** Why a result is not shown. */
export function withheldText({ answered, floor }: Pick<PollState, 'answered' | 'floor'>): string {
  return `${plural(answered, 'answer')} came in; a result is shown from ${floor}, so that no answer can be traced to one person.`
}
