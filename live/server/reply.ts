import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './refusal.ts'

/** Answers a request of Node's own with JSON. */
export function reply(response: ServerResponse, status: number, content: object): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(content))
}

export function replyRefusal(response: ServerResponse, { status, code, message }: Refusal): void {
  reply(response, status, { error: { code, message } })
}

/** Refuses and hangs up: what is still being sent is not waited for. */
export function hangUp(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.setHeader('connection', 'close')
  response.once('finish', () => request.destroy())
  replyRefusal(response, refusal)
}
