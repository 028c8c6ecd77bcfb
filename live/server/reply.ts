import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './refusal.ts'

/** Answers a request of Node's HTTP server with JSON. */
export function reply(response: ServerResponse, status: number, content: object): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(content))
}

/** Answers a request of Node's HTTP server with a refusal. */
export function replyRefusal(response: ServerResponse, { status, code, message }: Refusal): void {
  reply(response, status, { error: { code, message } })
}

/** Refuses a request and closes the connection without waiting for the rest of the body. */
export function hangUp(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.setHeader('connection', 'close')
  response.once('finish', () => request.destroy())
  replyRefusal(response, refusal)
}
