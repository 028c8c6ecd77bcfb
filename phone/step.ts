import type { Answer } from '../live/domain/answers.ts'
import type { OwnAnswers, PollState } from '../live/domain/state.ts'
import type { Delivery } from './outbox.ts'

/**
 * What the phone shows about a poll. `form` also while an answer is being sent; `kept` for an answer that waits for
 * the connection; `answered` for one that the server has acknowledged.
 */
export interface PollStep {
  at: 'waiting' | 'form' | 'kept' | 'answered' | 'closed' | 'revealed'
  /** The answer that counts, or will when it arrives. */
  answer: Answer | null
  /** An answer of this round that came after its close. */
  late: Answer | null
  delivery: Delivery | null
}

/** Decides what the phone shows, from what the server says and what this phone has sent. */
export function stepOf(state: PollState, mine: OwnAnswers, sent: Delivery | undefined, editing: boolean): PollStep {
  const delivery = sent?.round === state.round ? sent : null
  const own = mine[state.poll.id]
  const acknowledged = own?.round === state.round ? own.answer : null
  const waiting = delivery?.status === 'kept' || delivery?.status === 'sending' ? delivery.answer : null
  const step = {
    answer: waiting ?? acknowledged,
    late: delivery?.status === 'late' ? delivery.answer : null,
    delivery,
  }
  if (state.phase !== 'open')
    return { at: state.phase, ...step }
  if (editing || delivery?.status === 'sending' || step.answer === null)
    return { at: 'form', ...step }
  return { at: waiting === null ? 'answered' : 'kept', ...step }
}
