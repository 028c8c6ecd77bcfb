import { describe, expect, it } from 'vitest'
import { Caller } from './caller.ts'
import { KEY, openRoom, refused } from './harness.ts'

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
      new Caller(base, { cookie: 'presenter=wrong' }),
    ]
    for (const reply of await Promise.all(wrong.map(caller => caller.send('POST', '/api/join/next'))))
      expect(reply).toMatchObject({ status: 401, json: refused('wrong-key') })
    for (const authorization of ['Bearer', 'Bearer ', 'Basic abc', KEY])
      expect(await new Caller(base, { authorization }).send('POST', '/api/join/next')).toMatchObject({ status: 401, json: refused('presenter-only') })
  })

  it('is done with the key as a bearer token, or as the cookie the start-up link sets', async () => {
    const { base, presenter, phone, workshop } = await openRoom()
    expect(await presenter.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
    const browser = phone()
    const link = new URL(workshop.presenterUrl)
    const entered = await browser.send('GET', link.pathname + link.search)
    expect(entered).toMatchObject({ status: 303 })
    expect(entered.headers.get('location')).toBe('/present/presenter/1')
    expect(entered.headers.get('set-cookie')).toMatch(/^presenter=.*HttpOnly.*SameSite=Lax/)
    expect(await browser.send('POST', '/api/join/next')).toMatchObject({ status: 200 })
    expect(link.origin).toBe(base)
  })

  it('is not read any more after ten wrong keys in a minute: not even the right one gets through', async () => {
    const { base, phone } = await openRoom()
    const guess = (key: string): Promise<{ status: number }> => new Caller(base, { authorization: `Bearer ${key}` }).send('POST', '/api/join/next')
    const tries = await Promise.all(Array.from({ length: 14 }, (_, n) => guess(`guess-${n}`)))
    expect(tries.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 10 }).fill(401), ...Array.from({ length: 4 }).fill(429)])
    expect(await guess(KEY)).toMatchObject({ status: 429, json: refused('too-many-tries') })
    expect(await phone().send('GET', `/present/?key=${KEY}`)).toMatchObject({ status: 429 })
    expect((await new Caller(base, { authorization: `Bearer ${KEY}` }).state('screen')).json.presenter).toBeUndefined()
    expect(await phone().state()).toMatchObject({ status: 200 })
  })

  it('is not found out by asking for the state again and again', async () => {
    const { base } = await openRoom()
    const ask = async (key: string): Promise<boolean> => (await new Caller(base, { authorization: `Bearer ${key}` }).state('screen')).json.presenter !== undefined
    for (let n = 0; n < 10; n++)
      expect(await ask(`guess-${n}`)).toBe(false)
    expect(await ask(KEY)).toBe(false)
  })
})
