import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Bindings } from './caller-address.ts'
import type { AnswerRoute } from './routes/answer.ts'
import { getRequestListener } from '@hono/node-server'
import { policy } from './content-security-policy.ts'
import { hostOf } from './origin.ts'
import { Refusal } from './refusal.ts'
import { hangUp } from './reply.ts'
import { answerListener } from './routes/answer.ts'

/** Headers of every response, unless its route sets others. */
const HEADERS = new Map([
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', policy(['\'self\''])],
  ['cache-control', 'no-store'],
])

/** The app as a listener of Node's HTTP server. Requests that no browser sends are refused before they reach a route. */
export function listenerOf(app: Hono<{ Bindings: HttpBindings }>, route: AnswerRoute, proxies: readonly string[]): RequestListener {
  const hono = getRequestListener((request, env) => app.fetch(request, { ...env as HttpBindings, proxies } satisfies Bindings))
  const listener = answerListener(route, (request, response) => void hono(request, response))
  return (request, response) => {
    response.setHeaders(HEADERS)
    if (hostOf(request.headers.host) === null)
      hangUp(request, response, new Refusal('bad-request', 'The request names no host that could be this server.'))
    else if (hasBody(request) && !takesBody(request))
      hangUp(request, response, new Refusal('too-large', 'Nothing is to be sent to this address.'))
    else
      listener(request, response)
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function takesBody({ method, url }: IncomingMessage): boolean {
  return ['POST', 'PUT'].includes(method ?? '') && (url ?? '').startsWith('/api/')
}
