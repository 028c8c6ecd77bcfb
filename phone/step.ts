import type { Answer } from '../live/domain/answers.ts'
import type { OwnAnswers, PollState } from '../live/domain/state.ts'
import type { Delivery } from './outbox.ts'

/**
 * What the phone shows about a poll. `form` also while an answer is on its way; `pending` for an answer that waits for
 * the connection; `answered` for one that the server has acknowledged.
 */
export interface PollStep {
  at: 'waiting' | 'form' | 'pending' | 'answered' | 'closed' | 'revealed'
  /** The answer that counts, or will if it arrives in time. */
  answer: Answer | null
  /** True while that answer is only on this phone. */
  waits: boolean
  /** True when it replaced an earlier one. */
  changed: boolean
  /** An answer of this round that came after its close. */
  late: Answer | null
}

/** Decides what the phone shows, from what the server says and what this phone has sent. */
export function stepOf(state: PollState, mine: OwnAnswers, sent: Delivery | undefined, editing: boolean): PollStep {
  const delivery = sent?.round === state.round ? sent : null
  const own = mine[state.poll.id]
  const acknowledged = own?.round === state.round ? own.answer : null
  const waits = delivery?.status === 'pending' || delivery?.status === 'sending'
  const step = {
    answer: waits ? delivery.answer : acknowledged,
    waits,
    changed: delivery?.status === 'changed',
    late: delivery?.status === 'late' ? delivery.answer : null,
  }
  if (state.phase !== 'open')
    return { at: state.phase, ...step }
  if (editing || delivery?.status === 'sending' || step.answer === null)
    return { at: 'form', ...step }
  return { at: waits ? 'pending' : 'answered', ...step }
}
