import type { Counts, ErrorBody, ModeratedWord, Position } from '../domain/state.ts'
import type { Place } from './follow.ts'
import { readonly, shallowRef } from 'vue'

/** What the server made of a request. `away`: it could not be reached or broke; asking again may help. */
export type Outcome<T> = { ok: true, value: T } | { ok: false, away: boolean, sentence: string }

const AWAY = 'The server does not answer. Is npm start still running in its terminal?'

/** The presenter's requests. The key travels as a cookie; each gives an outcome and never throws. */
export const presenter = {
  show: (place: Place) => request<Position>('POST', '/slide', place),
  open: (poll: string) => request('POST', `/polls/${poll}/open`),
  close: (poll: string) => request('POST', `/polls/${poll}/close`),
  reveal: (poll: string) => request('POST', `/polls/${poll}/reveal`),
  /** Starts a new round; the old one is kept. */
  reset: (poll: string) => request('POST', `/polls/${poll}/reset`),
  countHands: (poll: string, counts: Counts) => request('PUT', `/polls/${poll}/hand-count`, { counts }),
  words: (poll: string) => request<{ words: ModeratedWord[] }>('GET', `/polls/${poll}/words`),
  hideWord: (poll: string, word: string, hidden: boolean) => request('PUT', `/polls/${poll}/words/${encodeURIComponent(word)}`, { hidden }),
  showJoin: (shown: boolean) => request('PUT', '/join', { shown }),
  nextAddress: () => request('POST', '/join/next'),
  startClock: () => request('POST', '/clock/start'),
  pauseClock: () => request('POST', '/clock/pause'),
  resumeClock: () => request('POST', '/clock/resume'),
  endSession: () => request('POST', '/session/end'),
}

async function request<T = unknown>(method: string, path: string, body?: object): Promise<Outcome<T>> {
  const asked = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const response = await fetch(`/api${path}`, { method, ...asked })
    const answer: unknown = response.status === 204 ? null : await response.json()
    return response.ok
      ? { ok: true, value: answer as T }
      : { ok: false, away: response.status >= 500, sentence: (answer as ErrorBody).error.message }
  }
  catch {
    return { ok: false, away: true, sentence: AWAY }
  }
}

const sentence = shallowRef<string | null>(null)

/** Why the presenter's last action did not work; null when it did. */
export const problem = readonly(sentence)

/** Waits for an action and keeps what went wrong in `problem`. Null when it did not work. */
export async function attempt<T>(request: Promise<Outcome<T>>): Promise<T | null> {
  const outcome = await request
  sentence.value = outcome.ok ? null : outcome.sentence
  return outcome.ok ? outcome.value : null
}
