import type { Counts, Position, ReadWord } from '../domain/state.ts'
import type { DeckPosition } from './follow-rules.ts'
import type { Reply } from './retry.ts'
import { readonly, shallowRef } from 'vue'
import { mayTryAgain, pauseAfter, reasonIn } from './retry.ts'

/** What the server made of a request. `again`: it could not be reached, broke, or has too much to do; asking once more may help. */
export type Outcome<T> = { ok: true, value: T } | { ok: false, again: boolean, sentence: string }

const AWAY = 'The server does not answer. Is npm start still running in its terminal?'
/** A server on this laptop answers in milliseconds. */
const PATIENCE_MS = 8_000
/** Retries end after this long: an action that happens much later would surprise the room. */
const LAST_TRY_MS = 20_000

const sentence = shallowRef<string | null>(null)

/**
 * The presenter's requests. The key travels as a cookie; each gives an outcome and never throws. All but `show` ask again
 * for a while where that may help: of places to show only the latest counts, so whoever asks for one asks again. Hono's
 * typed client would put 2 kB more into the deck, and only two of these read what comes back.
 */
export const presenter = {
  show: (place: DeckPosition) => once<Position>('POST', '/slide', place),
  open: (poll: string) => request('POST', `/polls/${poll}/open`),
  close: (poll: string) => request('POST', `/polls/${poll}/close`),
  reveal: (poll: string) => request('POST', `/polls/${poll}/reveal`),
  /** Starts a new round; the old one is kept. */
  reset: (poll: string) => request('POST', `/polls/${poll}/reset`),
  countHands: (poll: string, counts: Counts) => request('PUT', `/polls/${poll}/hand-count`, { counts }),
  /** 0 seconds takes it away. */
  countDown: (poll: string, seconds: number) => request('POST', `/polls/${poll}/countdown`, { seconds }),
  words: (poll: string) => request<{ words: ReadWord[] }>('GET', `/polls/${poll}/words`),
  hideWord: (poll: string, word: string, hidden: boolean) => request('PUT', `/polls/${poll}/words/${encodeURIComponent(word)}`, { hidden }),
  /** Puts words under others, all of them anew. */
  labelWords: (poll: string, labels: Record<string, string>) => request('PUT', `/polls/${poll}/labels`, { labels }),
  showJoin: (shown: boolean) => request('PUT', '/join', { shown }),
  nextAddress: () => request('POST', '/join/next'),
  startClock: () => request('POST', '/clock/start'),
  pauseClock: () => request('POST', '/clock/pause'),
  resumeClock: () => request('POST', '/clock/resume'),
  /** What every window of the room shows alike, by the id of what it is chosen for. */
  choose: (id: string, choice: object) => request('PUT', `/choices/${id}`, choice),
  endSession: () => request('POST', '/session/end'),
  /** Ends a session of `leftOpen`. */
  endLeft: (name: string) => request('POST', `/sessions/${encodeURIComponent(name)}/end`),
}

async function request<T = unknown>(method: string, path: string, body?: object): Promise<Outcome<T>> {
  // Not `randomUUID`: only secure origins have it, and a presenter's laptop may be another one.
  const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('')
  const until = performance.now() + LAST_TRY_MS
  for (let failures = 1; ; failures++) {
    const outcome = await once<T>(method, path, body, { 'idempotency-key': id })
    const pause = pauseAfter(failures)
    if (outcome.ok || !outcome.again || performance.now() + pause > until)
      return outcome
    sentence.value = `${outcome.sentence} Trying again.`
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}

async function once<T = unknown>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Outcome<T>> {
  const reply = await replyTo(path, body
    ? { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : { method, headers })
  const reason = reasonIn(reply?.body)
  if (mayTryAgain(reply) || reason !== null)
    return { ok: false, again: mayTryAgain(reply), sentence: reason ?? AWAY }
  return { ok: true, value: reply?.body as T }
}

async function replyTo(path: string, init: RequestInit): Promise<Reply> {
  try {
    const response = await fetch(`/api${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    const text = await response.text()
    return { status: response.status, body: parse(text) }
  }
  catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return null
  }
}

/** Why the presenter's last action did not work; null when it did. */
export const problem = readonly(sentence)

/** Shows a sentence in the place of refusals, until the next action works. */
export function tell(text: string | null): void {
  sentence.value = text
}

/**
 * Waits for an action and keeps its refusal in `problem`.
 * @returns what the server answered; null when it did not work
 */
export async function attempt<T>(request: Promise<Outcome<T>>): Promise<T | null> {
  const outcome = await request
  sentence.value = outcome.ok ? null : outcome.sentence
  return outcome.ok ? outcome.value : null
}
