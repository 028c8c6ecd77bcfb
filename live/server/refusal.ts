import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that cannot be granted: the HTTP status, a code for programs, and a sentence for people. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: ContentfulStatusCode
  readonly code: string

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
