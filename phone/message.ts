import type { Answer } from '../live/domain/check-answer.ts'
import type { Poll } from '../live/domain/poll-rules.ts'
import type { PollState, SlideState } from '../live/domain/state.ts'
import type { PollStep } from './poll-step.ts'
import { sectionTitle } from '../exercises/sections.ts'
import { answerText } from '../live/client/own-answer.ts'
import { plural } from '../live/client/plural.ts'
import { kindOf, revealOf } from '../live/domain/poll-rules.ts'

/** A page that only tells something: every state of the phone except a form and an exercise. */
export interface Message {
  title: string
  lines: string[]
  /** The poll's question, above the title that answers it. */
  question?: string
  /** Drawn above the title: the answer is in, or still waits for the connection. */
  mark?: 'in' | 'waits'
  /** The person's answer, as far as it counts. */
  answer: Answer | null
  /** An answer that does not count, shown so that it can be read again or copied. */
  own?: string
}

/** Shown until the server's first state arrives; `lost` once that takes long. */
export function connectingMessage(lost: boolean): Message {
  return lost
    ? { title: 'The workshop cannot be reached', lines: ['This page tries again by itself. Meanwhile, check that the phone is on the same Wi-Fi as the laptop in the room.'], answer: null }
    : { title: 'Connecting …', lines: [], answer: null }
}

/** The session is over. `unsent` was written or chosen and never sent. */
export function goodbyeMessage(unsent: string | undefined): Message {
  return {
    title: 'The workshop is over',
    lines: ['Thank you for your answers.', ...unsent === undefined ? [] : ['You had not sent this before the end. Copy it by hand if you want it:']],
    answer: null,
    own: unsent,
  }
}

/** Between the questions; `slide` is null until the presenter shows the first one. */
export function nothingMessage(slide: SlideState | null): Message {
  const stay = 'You may lock the phone or close the page: you come back to what is on, and what you began is still here.'
  if (slide === null || slide.section === 'welcome' || slide.section === 'back')
    return { title: 'You are in', lines: ['Questions appear here by themselves. You give no name, and nobody can tell your answers from another’s.', stay], answer: null }
  return { title: 'Nothing to answer right now', lines: [`The room is at “${sectionTitle(slide.section)}”. If a question comes, it appears here by itself.`, stay], answer: null }
}

/** A poll whose form is not shown. `unsent` was chosen or written and never sent. */
export function pollMessage(state: PollState, step: PollStep, unsent: Answer | null): Message {
  const { poll } = state
  const say = (answer: Answer): string => answerText(poll, answer)
  const unread = revealOf(poll) === 'never'
  if (step.at === 'waiting')
    return { title: poll.question, lines: ['This question opens in a moment.'], answer: null }

  if (step.answer !== null && (step.at === 'pending' || step.at === 'answered')) {
    const waits = step.at === 'pending'
    const arrived = step.changed ? 'Your answer is changed.' : 'Your answer is in.'
    return {
      question: poll.question,
      title: say(step.answer),
      mark: waits ? 'waits' : 'in',
      answer: step.answer,
      lines: [
        waits
          ? step.busy
            ? 'Not sent yet: the workshop’s laptop cannot take it just now. This phone keeps your answer and sends it by itself.'
            : 'Not sent yet: there is no connection. This phone keeps your answer and sends it when the connection is back.'
          : `${arrived} ${unread ? 'Only the facilitator reads it.' : 'Look up: the result appears on the screen.'}`,
        ...step.late === null ? [] : [`Your change to “${say(step.late)}” came too late and does not count.`],
      ],
    }
  }

  const lost = step.late ?? unsent
  return {
    title: poll.question,
    lines: [
      outcomeOf(state, unread),
      ...step.waits ? ['There is no connection: when it is back, you will see whether your answer was in time.'] : [],
      ...step.answer === null ? [] : [`Your answer: ${say(step.answer)}`],
      ...lost === null ? step.answer === null ? ['You gave no answer to this one.'] : [] : [step.late === null ? 'You had not sent this before the close:' : 'This came after the close and does not count:'],
    ],
    answer: step.answer,
    own: lost === null ? undefined : say(lost),
  }
}

function outcomeOf({ poll, phase, withheld, answered, floor }: PollState, unread: boolean): string {
  if (phase === 'revealed')
    return withheld ? withheldText(answered, floor) : 'Look up: the result is on the screen, and here.'
  if (unread)
    return 'Closed. Only the facilitator reads these answers.'
  if (answered < floor)
    return `Closed. ${withheldText(answered, floor)}`
  return revealOf(poll) === 'after-reading' ? 'Closed. The answers are being read, and then they appear on the screen.' : 'Closed. Look up: the result comes next.'
}

/** Why a result is not shown. */
export function withheldText(answered: number, floor: number): string {
  if (answered === 0)
    return 'No phone answered this one, so there is no result to show.'
  return `${plural(answered, 'answer')} came in; a result is shown from ${floor}, so that no answer can be traced to one person.`
}

/** Who will read an answer, for a poll whose answers are words: to be known before it is sent. */
export function readersOf(poll: Poll): string | undefined {
  if (!kindOf(poll).writes)
    return undefined
  const recognised = 'No name goes with it, but in a small room your words alone may tell who you are.'
  return revealOf(poll) === 'never'
    ? `Only the facilitator reads this, once the question is closed. ${recognised}`
    : `The facilitator reads this first, and then it may appear on the screen. ${recognised}`
}
