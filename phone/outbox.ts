import type { Stored } from '../exercises/storage.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { Poll } from '../live/domain/poll-rules.ts'
import type { OwnAnswers } from '../live/domain/state.ts'
import type { Undelivered } from './pending.ts'
import { isBlank, sameAnswer } from '../live/client/own-answer.ts'
import { pauseAfter } from '../live/client/retry.ts'
import { putAnswer } from '../live/client/send-answer.ts'
import { kindOf } from '../live/domain/poll-rules.ts'

/**
 * Where an answer is on its way: `sending`; `pending` on this phone while there is no connection, `busy` while the server
 * cannot take it; acknowledged as `counted` or `changed`; `late` when its round had closed; `refused` with a sentence.
 */
export interface Delivery {
  round: number
  answer: Answer
  status: 'sending' | 'pending' | 'busy' | 'counted' | 'changed' | 'late' | 'refused'
  message: string
}

/** What the outbox needs from the page. */
export interface OutboxOptions {
  storage: Stored<Record<string, Undelivered>>
  /** The answers that the server is known to hold. */
  mine: () => OwnAnswers
  /** Who this phone is, for a request: nothing where a cookie says it. */
  headers: () => Record<string, string>
  /** Called when the server does not know this phone's voter: it needs a new one. */
  onUnknown: () => void
  /** Called with a poll's id and its delivery when that has changed, and with nothing when another tab has changed some. */
  onChange: (poll?: string, delivery?: Delivery) => void
}

/** Answers of this phone on their way to the server. */
export interface Outbox {
  /** The last answer given on this phone to a poll. */
  deliveryOf: (poll: string) => Delivery | undefined
  /** Sends an answer, again and again until the server has decided about it. */
  send: (poll: Poll, round: number, answer: Answer | null) => void
  /** Sends at once what waits: the connection is back. */
  deliverAll: () => void
  close: () => void
}

/** Keeps answers that the server has not acknowledged, across reloads, and sends them when it can be reached. */
export function createOutbox({ storage, mine, headers, onUnknown, onChange }: OutboxOptions): Outbox {
  let deliveries = deliveriesFrom(storage.read())
  const busy = new Set<string>()
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function record(poll: string, delivery: Delivery): void {
    deliveries = { ...deliveries, [poll]: delivery }
    const { round, answer, status } = delivery
    storage.update(({ [poll]: _, ...others }) => isUndelivered(status)
      ? { ...others, [poll]: { round, answer, late: status === 'late' } }
      : others)
    onChange(poll, delivery)
  }

  function send(poll: Poll, round: number, answer: Answer | null): void {
    // The server checks answers. Only a blank one is refused here, without asking it.
    if (answer === null || isBlank(answer))
      return record(poll.id, { round, answer: '', status: 'refused', message: kindOf(poll).blank })
    record(poll.id, { round, answer: typeof answer === 'string' ? answer.trim() : answer, status: 'sending', message: '' })
    void deliver(poll.id)
  }

  async function deliver(poll: string): Promise<void> {
    const delivery = deliveries[poll]
    if (busy.has(poll) || !delivery || !isOnItsWay(delivery.status))
      return
    busy.add(poll)
    const { round, answer } = delivery
    const before = mine()[poll]
    const receipt = await putAnswer(poll, round, answer, headers())
    busy.delete(poll)
    if (deliveries[poll] !== delivery)
      return deliver(poll)
    if (receipt.status === 'undelivered' || receipt.status === 'unknown-voter') {
      const status = receipt.status === 'undelivered' && receipt.answered ? 'busy' : 'pending'
      if (delivery.status !== status)
        record(poll, { ...delivery, status })
      if (receipt.status === 'unknown-voter')
        onUnknown()
      return retryLater()
    }
    failures = 0
    // A retry may repeat an answer that had arrived: then it is neither late nor a change.
    const arrivedBefore = receipt.status === 'late' && isHeld(mine()[poll], delivery)
    const isFirst = receipt.status === 'changed' && (before?.round !== round || isHeld(before, delivery))
    const status = arrivedBefore || isFirst ? 'counted' : receipt.status
    const message = 'message' in receipt ? receipt.message : ''
    record(poll, { round, answer, status, message })
  }

  function deliverAll(): void {
    for (const poll of Object.keys(deliveries))
      void deliver(poll)
  }

  function retryLater(): void {
    clearTimeout(retry)
    retry = setTimeout(deliverAll, pauseAfter(++failures))
  }

  /** Takes over what another tab stored: what it has sent must not be sent again from here. */
  function adopt({ key }: StorageEvent): void {
    if (key === storage.key) {
      deliveries = deliveriesFrom(storage.read())
      onChange()
    }
  }

  addEventListener('storage', adopt)
  return {
    deliveryOf: poll => deliveries[poll],
    send,
    deliverAll,
    close() {
      clearTimeout(retry)
      removeEventListener('storage', adopt)
    },
  }
}

/** True while it is only on this phone and the server has yet to decide. */
export function isOnItsWay(status: Delivery['status']): boolean {
  return status === 'sending' || status === 'pending' || status === 'busy'
}

function isUndelivered(status: Delivery['status']): boolean {
  return isOnItsWay(status) || status === 'late'
}

/** Whether the server holds this very answer. */
function isHeld(own: OwnAnswers[string] | undefined, { round, answer }: Delivery): boolean {
  return own?.round === round && sameAnswer(own.answer, answer)
}

function deliveriesFrom(undelivered: Record<string, Undelivered>): Record<string, Delivery> {
  return Object.fromEntries(Object.entries(undelivered).map(([poll, { round, answer, late }]) =>
    [poll, { round, answer, status: late ? 'late' : 'pending', message: '' }]))
}
