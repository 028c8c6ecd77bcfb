import { mayTryAgain } from '../live/client/retry.ts'
import { ask } from '../live/client/send-answer.ts'
import { isRecord } from '../live/domain/is-record.ts'

/**
 * Who this phone is where the browser keeps no cookies: an id that the server has signed, in the page's memory. It travels
 * as a header, never in an address; the event stream, which takes no headers, is opened with a ticket that is good for once.
 */
export interface Voter {
  /** For every request; empty where a cookie says it. */
  headers: () => Record<string, string>
  /** Takes the id that came with a snapshot, if one did. */
  learn: (id: string | undefined) => void
  /** The address of the event stream. Rejects when the server cannot be reached. */
  streamAddress: () => Promise<string>
}

const STREAM = '/api/events?as=phone'

/** The voter of this page; it has an id only where no cookie is kept. */
export function createVoter(): Voter {
  let own: string | null = null
  const headers = (): Record<string, string> => own === null ? {} : { 'x-voter': own }
  return {
    headers,
    learn(id) {
      own = id ?? own
    },
    async streamAddress() {
      if (own === null)
        return STREAM
      const reply = await ask({ method: 'POST', path: '/api/ticket', headers: headers() })
      const ticket = ticketIn(reply?.body)
      if (ticket !== null)
        return `${STREAM}&ticket=${encodeURIComponent(ticket)}`
      if (reply === null || mayTryAgain(reply))
        throw new Error('The server did not answer.')
      own = null
      return STREAM
    },
  }
}

function ticketIn(body: unknown): string | null {
  return isRecord(body) && typeof body.ticket === 'string' ? body.ticket : null
}
