import type { Answer } from '../domain/answers.ts'
import type { ErrorBody } from '../domain/state.ts'

/** What became of an answer: acknowledged, too late for its round, refused with a sentence, or not delivered. */
export type Receipt
  = | { status: 'counted' | 'changed' }
    | { status: 'late' | 'refused', message: string }
    | { status: 'unreachable' }

/** A server on the same Wi-Fi answers in milliseconds; after this long the line is taken for dead. */
const PATIENCE_MS = 8_000

/** Sends one answer, once. `base` is the server's origin, or empty for the page's own. Never throws. */
export async function putAnswer(poll: string, round: number, answer: Answer, base = ''): Promise<Receipt> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const response = await fetch(`${base}/api/polls/${poll}/answer`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ round, answer }),
      keepalive: true,
      signal: abort.signal,
    })
    const body = await response.json() as { status: 'counted' | 'changed' } | ErrorBody
    if ('error' in body)
      return { status: response.status === 409 ? 'late' : 'refused', message: body.error.message }
    return { status: body.status }
  }
  catch {
    return { status: 'unreachable' }
  }
  finally {
    clearTimeout(timer)
  }
}
