import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { KEY, openRoom, refused } from './harness.ts'

interface Raw { status: number, headers: IncomingHttpHeaders, text: string }

/** A request exactly as written; status 0 when the line was cut without an answer. */
function raw(base: string, method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Raw> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => text += chunk).on('error', () => {}).on('close', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    }).on('error', () => resolve({ status: 0, headers: {}, text: '' }))
    sent.end(body)
  })
}

describe('security headers', () => {
  it.each([
    ['GET', '/', 200],
    ['GET', '/deck/7', 200],
    ['GET', '/deck/assets/deck-1a2b.js', 200],
    ['GET', '/present/', 401],
    ['GET', '/enter', 200],
    ['GET', '/enter.js', 200],
    ['GET', '/api/state', 200],
    ['GET', '/api/nothing', 401],
    ['HEAD', '/api/events', 200],
    ['PUT', '/api/polls/lunch/answer', 422],
  ])('are on the answer to %s %s', async (method, path, status) => {
    const room = await openRoom()
    const { headers, status: given } = await raw(room.base, method, path)
    expect(given).toBe(status)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'SAMEORIGIN' })
    expect(headers['content-security-policy']).toMatch(/default-src 'self'; script-src 'self'[^;]*;.*frame-ancestors 'self'/)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('are on an event stream, once', async () => {
    const room = await openRoom()
    const stream = await room.phone().listen()
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(stream.response.headers.get('cache-control')).toBe('no-store')
    await stream.close()
  })

  it('keep the presenter\'s files out of shared caches', async () => {
    const room = await openRoom()
    for (const path of ['/present/', '/present/assets/present-1a2b.js'])
      expect((await room.presenter.send('GET', path)).headers.get('cache-control')).toMatch(/^private/)
  })
})

it.each(['/assets/gone.js', '/deck/assets/gone.js', '/present/assets/gone.css'])('%s, a file of another build, is refused instead of answered with a page', async (path) => {
  const { presenter } = await openRoom()
  expect(await presenter.send('GET', path)).toMatchObject({ status: 404, text: expect.stringContaining('This file is of another build. Reload the page.') })
})

it.each(['/', '/deck/7', '/deck/assets/deck-1a2b.js', '/present/'])('%s is answered with 304 to a browser that has it, with its voter and its policy', async (path) => {
  const room = await openRoom()
  const key = { authorization: `Bearer ${KEY}` }
  const first = await raw(room.base, 'GET', path, key)
  const again = await raw(room.base, 'GET', path, { ...key, 'if-none-match': first.headers.etag ?? '' })
  expect(again).toMatchObject({ status: 304, text: '' })
  for (const name of ['etag', 'cache-control', 'content-security-policy'])
    expect(again.headers[name]).toBe(first.headers[name])
  expect(again.headers['set-cookie']?.length).toBe(first.headers['set-cookie']?.length)
  expect((await raw(room.base, 'GET', path, { ...key, 'if-none-match': 'W/"another"' })).text).toBe(first.text)
})

it.each(['/', '/deck/', '/deck/assets/deck-1a2b.js', '/enter', '/enter.js', '/api/health', '/api/state', '/api/events'])('a HEAD of %s is answered like GET, without a body, and nothing is reported', async (path) => {
  const printed = vi.spyOn(console, 'error')
  const lines: string[] = []
  const room = await openRoom({ report: line => lines.push(line) })
  expect(await raw(room.base, 'HEAD', path)).toMatchObject({ status: 200, text: '' })
  expect([...lines, ...printed.mock.calls]).toEqual([])
  expect((await room.phone().state('screen')).json.phones).toBe(0)
  printed.mockRestore()
})

it('a HEAD of the stream mints no voter', async () => {
  const room = await openRoom()
  expect((await raw(room.base, 'HEAD', '/api/events')).headers['set-cookie']).toBeUndefined()
})

describe('the host of a request', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost:4590', 200],
    ['[::1]:80', 200],
    ['192.168.1.20:4590', 200],
    ['fork.example', 400],
    ['evil.example:4590', 400],
    ['127.0.0.1.evil.example', 400],
    ['999.1.1.1', 400],
    ['a b', 400],
    ['x'.repeat(300), 400],
  ])('%s gives %i', async (host, status) => {
    const room = await openRoom()
    const { status: given, text } = await raw(room.base, 'GET', '/api/health', { host })
    expect(given).toBe(status)
    if (status === 400 && text.startsWith('{"'))
      expect(JSON.parse(text)).toMatchObject({ error: { message: expect.stringMatching(/\.$/) as string } })
  })

  it('may be a name that was given at the start', async () => {
    const room = await openRoom({ hosts: ['fork.example'] })
    expect((await raw(room.base, 'GET', '/api/health', { host: 'fork.example' })).status).toBe(200)
  })
})

describe('a body where none is expected', () => {
  it.each([['GET', '/'], ['POST', '/'], ['GET', '/deck/'], ['GET', '/api/state'], ['DELETE', '/api/state']])('is not waited for: %s %s', async (method, path) => {
    const room = await openRoom()
    const { port } = new URL(room.base)
    const closed = new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`))
      let text = ''
      socket.on('data', chunk => text += String(chunk)).on('error', () => {}).on('close', () => resolve(text))
    })
    expect(await closed).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('an internal error', () => {
  it('is reported to the terminal with cause, route and time, and without the request\'s content', async () => {
    const lines: string[] = []
    let isBroken = false
    const room = await openRoom({
      report: line => lines.push(line),
      now() {
        if (isBroken)
          throw new TypeError('the clock is gone')
        return 1
      },
    })
    isBroken = true
    expect(await room.presenter.send('PUT', '/api/polls/fear/words/~my%20secret', { hidden: true })).toMatchObject({ status: 409 })
    expect(await room.presenter.send('POST', '/api/polls/lunch/open')).toMatchObject({ status: 500, json: refused('broken') })
    isBroken = false
    expect(lines).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z POST \/api\/polls\/:id\/open: TypeError: the clock is gone at .*\.ts/)])
    expect(lines.join()).not.toContain(KEY)
  })
})

/** Requests of every shape: right ones with one thing wrong, and nonsense. */
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
const piece = fc.oneof(fc.constantFrom('api', 'polls', 'lunch', 'answer', 'words', 'state', 'events', 'slide', 'present', 'deck', 'choices', 'labels', 'countdown', 'hand-count', 'results.json', 'session', 'end2', '..', '%2e%2e', '%', '%00', '__proto__', 'constructor', ''), fc.string({ maxLength: 12 }).map(encodeURIComponent))
const path = fc.array(piece, { maxLength: 5 }).map(pieces => `/${pieces.join('/')}`)
const known = fc.constantFrom('/api/slide', '/api/polls/lunch/answer', '/api/polls/fear/words/~x', '/api/polls/lunch/hand-count', '/api/polls/lunch/countdown', '/api/polls/fear/labels', '/api/choices/toll', '/api/progress', '/api/presenter/code', '/api/join', '/api/ticket')
const value: fc.Arbitrary<unknown> = fc.oneof(fc.anything({ maxDepth: 2 }), fc.constantFrom(null, -1, 1e99, 'x'.repeat(200), [], {}, '__proto__', true))
const body = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.dictionary(fc.constantFrom('round', 'answer', 'slide', 'clicks', 'hidden', 'counts', 'labels', 'seconds', 'shown', 'code', 'exercise', 'stage', '__proto__'), value, { maxKeys: 4 }).map((record) => {
    try {
      return JSON.stringify(record)
    }
    catch {
      return '{'
    }
  }),
)
const header = fc.constantFrom<Record<string, string>>({}, { authorization: `Bearer ${KEY}` }, { authorization: 'Bearer' }, { cookie: 'voter-x=%E0%A4%A; presenter=;;=' }, { 'x-voter': 'a.b' }, { 'content-type': 'multipart/form-data' }, { origin: '::' }, { 'content-encoding': 'gzip' }, { range: 'bytes=9-1' }, { 'accept-encoding': 'br;q=x, gzip' })

it('10,000 malformed requests bring no 5xx, no crash and no growth', async () => {
  const lines: string[] = []
  const room = await openRoom({ report: line => lines.push(line) })
  const wrong: string[] = []
  const batch = async (): Promise<void> => {
    const cases = fc.sample(fc.tuple(fc.constantFrom(...methods), fc.oneof(path, known), header, fc.option(body, { nil: undefined })), 100)
    await Promise.all(cases.map(async ([method, path, headers, sent]) => {
      // A stream that is opened stays open, and the end is an end.
      if (/^\/api\/events/.test(path) || /session\/end$/.test(path))
        return
      const { status } = await raw(room.base, method, path, headers, method === 'GET' || method === 'HEAD' ? undefined : sent)
      if (status >= 500)
        wrong.push(`${status} ${method} ${path} ${JSON.stringify(headers)} ${sent}`)
    }))
  }
  for (let n = 0; n < 20; n++)
    await batch()
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 80; n++)
    await batch()
  expect(wrong.slice(0, 5)).toEqual([])
  expect(lines.slice(0, 3)).toEqual([])
  expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(150)
  expect(await room.phone().send('GET', '/api/health')).toMatchObject({ status: 200, json: { ok: true } })
  await room.presenter.send('POST', '/api/slide', { slide: 4, clicks: 0 })
  expect(await room.phone().answer('lunch', 'cake')).toMatchObject({ status: 422, json: refused('does-not-fit') })
}, 300_000)
