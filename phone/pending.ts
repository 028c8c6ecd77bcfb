import type { Stored } from '../exercises/storage.ts'
import type { Answer } from '../live/domain/answers.ts'
import type { SessionState } from '../live/domain/state.ts'
import { forgetSession, openStored } from '../exercises/storage.ts'

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

/** What was chosen or written and not sent, by `draftKey`. */
export function openDrafts(session: string): Stored<Record<string, Answer | null>> {
  return openStored({ name: 'drafts', session, version: 1, empty: {}, isValid: isRecord<Answer | null> })
}

/** A round has its own draft: a reset starts with an empty form. */
export function draftKey(poll: string, round: number): string {
  return `${poll} ${round}`
}

/** Removes what the session this phone was in before has left, exercises included: its end may have been slept through. */
export function enterSession(session: string): void {
  const last = openLastSession()
  const before = last.read()
  if (before !== '' && before !== session)
    forgetSession(before)
  last.update(() => session)
}

/** Removes everything stored for a session that has ended. */
export function leaveSession(session: string): void {
  forgetSession(session)
  openLastSession().clear()
}

function openLastSession(): Stored<string> {
  return openStored({ name: 'last-session', session: 'phone', version: 1, empty: '', isValid: value => typeof value === 'string' })
}

function isRecord<T>(value: unknown): value is Record<string, T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
