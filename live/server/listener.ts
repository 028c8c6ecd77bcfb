import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Bindings } from './caller-address.ts'
import { getRequestListener } from '@hono/node-server'
import { hostOf } from './origin.ts'
import { policy } from './policy.ts'

/** What every answer says unless its route says otherwise. */
const HEADERS = new Map([
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', policy(['\'self\''])],
  ['cache-control', 'no-store'],
])

/** The app as Node calls it. What no browser sends is turned away before it is made into a request. */
export function listenerOf(app: Hono<{ Bindings: HttpBindings }>, proxies: readonly string[]): RequestListener {
  const listener = getRequestListener((request, env) => app.fetch(request, { ...env as HttpBindings, proxies } satisfies Bindings))
  return (request, response) => {
    response.setHeaders(HEADERS)
    if (hostOf(request.headers.host) === null)
      refuse(request, response, 400, 'bad-request', 'The request names no host that could be this server.')
    else if (hasBody(request) && !takesBody(request))
      refuse(request, response, 413, 'too-large', 'Nothing is to be sent to this address.')
    else
      void listener(request, response)
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function takesBody({ method, url }: IncomingMessage): boolean {
  return ['POST', 'PUT'].includes(method ?? '') && (url ?? '').startsWith('/api/')
}

/** Answers and hangs up: what is still being sent is not waited for. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'connection': 'close' })
  response.end(JSON.stringify({ error: { code, message } }), () => request.destroy())
}
