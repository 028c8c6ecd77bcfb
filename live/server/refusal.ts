import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalCode, Refused } from '../domain/commands.ts'

/** The HTTP status of each refusal code. */
export const statusOf = {
  'bad-request': 400,
  'other-host': 400,
  'presenter-only': 401,
  'wrong-key': 401,
  'wrong-code': 401,
  'no-voter': 401,
  'other-origin': 403,
  'no-such-address': 404,
  'no-such-poll': 404,
  'no-such-word': 404,
  'no-such-session': 404,
  'not-open': 409,
  'other-round': 409,
  'session-over': 409,
  'not-now': 409,
  'still-open': 409,
  'too-few': 409,
  'no-words': 409,
  'too-large': 413,
  'no-json': 422,
  'does-not-fit': 422,
  'no-such-slide': 422,
  'no-options': 422,
  'no-such-option': 422,
  'too-many': 429,
  'too-many-tries': 429,
  'too-many-phones': 429,
  'broken': 500,
  'not-saved': 507,
} as const satisfies Record<RefusalCode, ContentfulStatusCode> & Record<string, ContentfulStatusCode>

/** A request that cannot be granted: a code for programs, a sentence for people. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: ContentfulStatusCode
  readonly code: keyof typeof statusOf

  constructor(code: keyof typeof statusOf, message: string, status: ContentfulStatusCode = statusOf[code]) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What the rules refused, as an answer to a request. */
export function refusalOf({ refused, message }: Refused): Refusal {
  return new Refusal(refused, message)
}
