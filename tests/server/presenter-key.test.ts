import { describe, expect, it } from 'vitest'
import { Caller } from './caller.ts'
import { KEY, openRoom, presenterBrowser, refused } from './harness.ts'

const presenterRoutes: [method: string, path: string, body?: unknown][] = [
  ['POST', '/slide', { slide: 1, clicks: 0 }],
  ['POST', '/polls/lunch/open'],
  ['POST', '/polls/lunch/close'],
  ['POST', '/polls/lunch/reveal'],
  ['POST', '/polls/lunch/reset'],
  ['GET', '/polls/lunch/words'],
  ['PUT', '/polls/lunch/words/~x', { hidden: true }],
  ['PUT', '/polls/lunch/hand-count', { counts: { soup: 1 } }],
  ['PUT', '/join', { shown: true }],
  ['POST', '/join/next'],
  ['POST', '/clock/start'],
  ['POST', '/clock/pause'],
  ['POST', '/clock/resume'],
  ['POST', '/session/end'],
  ['POST', '/sessions/other/end'],
  ['POST', '/presenter/link'],
  ['PUT', '/polls/fear/labels', { labels: {} }],
  ['POST', '/polls/lunch/countdown', { seconds: 30 }],
  ['PUT', '/choices/toll', { way: 'a' }],
  ['GET', '/results.json'],
  ['GET', '/results.csv'],
]

describe('what only the presenter may do', () => {
  it.each(presenterRoutes)('%s %s is 401 without the key, and changes nothing', async (method, path, body) => {
    const room = await openRoom({ now: () => Date.UTC(2026, 10, 23) })
    await room.go('ask-lunch')
    const before = (await room.presenter.state('screen')).text
    expect(await room.phone().send(method, `/api${path}`, body)).toMatchObject({ status: 401, json: refused('presenter-only') })
    expect((await room.presenter.state('screen')).text).toBe(before)
  })

  it('is 401 with a wrong key, in every form a key can come in', async () => {
    const { base } = await openRoom()
    const wrong = [
      new Caller(base, { authorization: 'Bearer wrong' }),
      new Caller(base, { authorization: `Bearer ${KEY}x` }),
      new Caller(base, { authorization: `Bearer ${KEY.slice(0, -1)}` }),
    ]
    for (const reply of await Promise.all(wrong.map(caller => caller.send('POST', '/api/join/next'))))
      expect(reply).toMatchObject({ status: 401, json: refused('wrong-key') })
    for (const authorization of ['Bearer', 'Bearer ', 'Basic abc', KEY])
      expect(await new Caller(base, { authorization }).send('POST', '/api/join/next')).toMatchObject({ status: 401, json: refused('presenter-only') })
  })

  it('is done with the key as a bearer token, or with the cookie that a link is exchanged for, once', async () => {
    const { base, presenter, phone, workshop } = await openRoom()
    expect(await presenter.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
    const link = new URL(workshop.presenterUrl)
    expect([link.origin, link.pathname, link.search]).toEqual([base, '/enter', ''])
    const [browser, other] = [phone(), phone()]
    const code = link.hash.slice(1)
    const entered = await browser.send('POST', '/api/presenter/code', { code })
    expect(entered.headers.get('set-cookie')).toMatch(/^presenter-[0-9a-f]{8}=[\w-]+;.*HttpOnly.*SameSite=Lax/)
    expect([...browser.cookies.values()].join()).not.toContain(KEY)
    expect(await browser.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
    expect((await browser.state('screen')).json.presenter).toBeDefined()
    expect(await other.send('POST', '/api/presenter/code', { code })).toMatchObject({ status: 401, json: refused('wrong-code') })
    expect(other.cookies.size).toBe(0)
    expect(await browser.send('POST', '/api/presenter/code', { code })).toMatchObject({ status: 200 })
  })

  it('is allowed by another link, as long as it is fresh', async () => {
    let now = Date.UTC(2026, 10, 23)
    const room = await openRoom({ now: () => now })
    const { json: { url } } = await room.presenter.send<{ url: string }>('POST', '/api/presenter/link')
    now += 15 * 60_000
    const late = room.phone()
    for (const link of [url, room.workshop.presenterUrl])
      expect(await late.send('POST', '/api/presenter/code', { code: new URL(link).hash.slice(1) })).toMatchObject({ status: 401, json: refused('wrong-code') })
    expect(await presenterBrowser(room)).toMatchObject({ cookies: { size: 1 } })
  })

  it('stays allowed after a restart, and a link works once, whichever server made it', async () => {
    const room = await openRoom({ session: 'blue' })
    await room.close()
    const again = await openRoom({ dataDir: room.dataDir, session: 'blue' })
    const code = new URL(room.workshop.presenterUrl).hash.slice(1)
    expect(await again.phone().send('POST', '/api/presenter/code', { code })).toMatchObject({ status: 200 })
  })

  it('is allowed with the right key, however many wrong ones came from the same address', async () => {
    const { base, phone, presenter } = await openRoom()
    const guess = (key: string): Promise<{ status: number }> => new Caller(base, { authorization: `Bearer ${key}` }).send('POST', '/api/join/next')
    const tries = await Promise.all(Array.from({ length: 14 }, (_, n) => guess(`guess-${n}`)))
    expect(tries.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 10 }).fill(401), ...Array.from({ length: 4 }).fill(429)])
    expect(await guess('another')).toMatchObject({ status: 429, json: refused('too-many-tries') })
    expect(await presenter.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
    expect((await presenter.state('screen')).json.presenter).toBeDefined()
    expect(await phone().state()).toMatchObject({ status: 200 })
  })

  it('is not locked by old cookies, which count as no attempt', async () => {
    const room = await openRoom()
    const browser = await presenterBrowser(room)
    const [[name = ''] = []] = browser.cookies
    const yesterday = new Caller(room.base, { cookie: `${name}=of-yesterday` })
    for (let n = 0; n < 20; n++)
      expect((await yesterday.state('screen')).json.presenter).toBeUndefined()
    const replies = await Promise.all(Array.from({ length: 20 }, () => yesterday.send('POST', '/api/join/next')))
    expect(replies.every(({ status }) => status === 401)).toBe(true)
    expect(await room.phone().send('POST', '/api/join/next')).toMatchObject({ status: 401, json: refused('presenter-only') })
    expect(await browser.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
  })
})

describe('a page of another origin', () => {
  it.each([
    ['another port of this computer', { 'origin': 'http://127.0.0.1:1', 'content-type': 'text/plain' }],
    ['another site', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['a site that a browser tells of', { 'sec-fetch-site': 'same-site' }],
  ])('cannot use the presenter\'s cookie: %s', async (_, headers) => {
    const room = await openRoom()
    const browser = await presenterBrowser(room)
    const cookie = [...browser.cookies].map(pair => pair.join('=')).join('; ')
    const send = (more: Record<string, string>): Promise<Response> => fetch(`${room.base}/api/slide`, { method: 'POST', body: '{"slide":3,"clicks":0}', headers: { cookie, ...more } as Record<string, string> })
    const reply = await send(headers)
    expect([reply.status, await reply.json()]).toEqual([403, refused('other-origin')])
    expect((await room.phone().state()).json.slide).toBeNull()
    expect((await send({ origin: room.base })).status).toBe(200)
    expect((await room.phone().state()).json.slide?.slide).toBe(3)
  })

  it('cannot send a phone\'s answer', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const ada = await room.voter()
    const cookie = [...ada.cookies].map(pair => pair.join('=')).join('; ')
    const reply = await fetch(`${room.base}/api/polls/lunch/answer`, { method: 'PUT', body: '{"round":1,"answer":"soup"}', headers: { cookie, origin: 'http://127.0.0.1:1' } })
    expect(reply.status).toBe(403)
  })
})
