import { isRecord } from '../domain/is-record.ts'

const FIRST_PAUSE_MS = 500
const LAST_PAUSE_MS = 8_000

/** What came back for a request; null when nothing did in time. `body` is null when it was no JSON. */
export type Reply = { status: number, body: unknown } | null

/** The sentence of a refusal, if this is one of the server's own. */
export function reasonIn(body: unknown): string | null {
  const error = isRecord(body) ? body.error : undefined
  return isRecord(error) && typeof error.message === 'string' ? error.message : null
}

/**
 * Whether asking once more may help. A 4xx with its reason is final. A server that broke (5xx) or has too much to do (429)
 * is asked again, and so is one that did not answer, or for which something else did: a portal, a proxy.
 */
export function mayTryAgain(reply: Reply): boolean {
  if (reply === null || reply.status === 429 || reply.status >= 500)
    return true
  return reply.status >= 400 ? reasonIn(reply.body) === null : reply.body === null && reply.status !== 204
}

/**
 * How long to wait before the next try, in milliseconds: twice as long after each, spread by half,
 * so that those who failed together do not come back together.
 * @param failures how many tries have failed since the last that worked, from 1
 */
export function pauseAfter(failures: number, random = Math.random()): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LAST_PAUSE_MS) * (0.5 + random)
}
