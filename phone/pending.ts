import type { Stored } from '../exercises/storage.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { SessionState } from '../live/domain/state.ts'
import { forgetSession, leaveToTab, openStored } from '../exercises/storage.ts'
import { isRecord } from '../live/domain/is-record.ts'

/** An answer that the server has not acknowledged, or that came too late for its round. */
export interface Undelivered { round: number, answer: Answer, late: boolean }

/** Names a session uniquely: a new session under an old name is another one. */
export function sessionKey({ name, startedAt }: SessionState): string {
  return `${name}@${startedAt}`
}

/** Undelivered answers by poll id. */
export function openUndelivered(session: string): Stored<Record<string, Undelivered>> {
  return openStored({ name: 'undelivered', session, version: 1, empty: {}, isValid: isRecord<Undelivered> })
}

/** What was chosen or written and not sent, by poll and round. */
export type Unsent = Record<string, Answer | null | undefined>

/** `drafts`: what stands in a form. `set-aside`: changes that were begun, and left because the answer was to stay as it was. */
export function openUnsent(name: 'drafts' | 'set-aside', session: string): Stored<Unsent> {
  return openStored({ name, session, version: 1, empty: {}, isValid: isRecord<Unsent[string]> })
}

/** Removes what earlier sessions left on this phone, exercises included: it may not have seen their end. */
export function enterSession(session: string): void {
  const last = openLastSession()
  const before = last.read()
  if (before !== '' && before !== session)
    forgetSession(before)
  last.update(() => session)
}

/** Time for the other tabs of this phone to hear of the end as well. */
const TABS_HEAR_MS = 3_000

/**
 * Moves the work of an ended session to this tab's storage.
 * @returns true when there is any
 */
export function leaveSession(session: string): boolean {
  openUnsent('set-aside', session).clear()
  for (const unsent of [openUndelivered(session), openUnsent('drafts', session)]) {
    if (Object.keys(unsent.read()).length === 0)
      unsent.clear()
  }
  openLastSession().clear()
  return leaveToTab(session, (remove) => {
    setTimeout(remove, TABS_HEAR_MS)
    addEventListener('pagehide', remove)
  })
}

function openLastSession(): Stored<string> {
  return openStored({ name: 'last-session', session: 'phone', version: 1, empty: '', isValid: value => typeof value === 'string' })
}
