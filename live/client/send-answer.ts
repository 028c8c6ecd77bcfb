import type { Answer } from '../domain/check-answer.ts'
import type { Reply } from './retry.ts'
import { isRecord } from '../domain/is-record.ts'
import { mayTryAgain, reasonIn } from './retry.ts'

/** What became of an answer: acknowledged, too late for its round, refused with a sentence, from nobody the server knows, or not delivered. */
export type Receipt
  = | { status: 'counted' | 'changed' }
    | { status: 'late' | 'refused', message: string }
    | { status: 'unknown-voter' }
  /** To be tried again; `answered` when the server is there and cannot take it now. */
    | { status: 'undelivered', answered: boolean }

/** One request to the server's API. */
export interface ApiRequest { method: 'PUT' | 'POST', path: string, body?: object, headers?: Record<string, string> }

/** A server on the same Wi-Fi answers in milliseconds; after this long the connection counts as lost. */
const PATIENCE_MS = 8_000

/** Sends one request, once; it is finished even if the page is left meanwhile. Never throws. */
export async function ask({ method, path, body, headers }: ApiRequest): Promise<Reply> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const response = await fetch(path, {
      method,
      headers: { ...headers, ...body && { 'content-type': 'application/json' } },
      body: body && JSON.stringify(body),
      keepalive: true,
      signal: abort.signal,
    })
    return { status: response.status, body: await response.json().catch(() => null) as unknown }
  }
  catch {
    return null
  }
  finally {
    clearTimeout(timer)
  }
}

/** Sends one answer, once. */
export async function putAnswer(poll: string, round: number, answer: Answer, headers: Record<string, string> = {}): Promise<Receipt> {
  return receiptOf(await ask({ method: 'PUT', path: `/api/polls/${poll}/answer`, body: { round, answer }, headers }))
}

/** Reads what the server said about an answer. */
function receiptOf(reply: Reply): Receipt {
  if (reply === null || mayTryAgain(reply))
    return { status: 'undelivered', answered: reply !== null && reasonIn(reply.body) !== null }
  const reason = reasonIn(reply.body)
  if (reason === null)
    return { status: isChange(reply.body) ? 'changed' : 'counted' }
  if (reply.status === 401)
    return { status: 'unknown-voter' }
  return { status: reply.status === 409 ? 'late' : 'refused', message: reason }
}

function isChange(body: unknown): boolean {
  return isRecord(body) && body.status === 'changed'
}
