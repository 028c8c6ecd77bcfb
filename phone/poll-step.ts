import type { Answer } from '../live/domain/check-answer.ts'
import type { OwnAnswers, PollState } from '../live/domain/state.ts'
import type { Delivery } from './outbox.ts'
import { isOnItsWay } from './outbox.ts'

/**
 * What the phone shows of a poll. `form` is also shown while an answer is being sent; `pending`: an answer waits for
 * the connection or the server; `answered`: the server has acknowledged one.
 */
export interface PollStep {
  at: 'waiting' | 'form' | 'pending' | 'answered' | 'closed' | 'revealed'
  /** The answer that counts, or will if it arrives in time. */
  answer: Answer | null
  /** True while that answer is only on this phone. */
  waits: boolean
  /** True while it is being sent for the first time. */
  sending: boolean
  /** True when it waits for the server and not for the connection. */
  busy: boolean
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
  const waits = delivery !== null && isOnItsWay(delivery.status)
  const step = {
    answer: waits ? delivery.answer : acknowledged,
    waits,
    sending: delivery?.status === 'sending',
    busy: delivery?.status === 'busy',
    changed: delivery?.status === 'changed',
    late: delivery?.status === 'late' ? delivery.answer : null,
  }
  if (state.phase !== 'open')
    return { at: state.phase, ...step }
  if (editing || step.sending || step.answer === null)
    return { at: 'form', ...step }
  return { at: waits ? 'pending' : 'answered', ...step }
}
