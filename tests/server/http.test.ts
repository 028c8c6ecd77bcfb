import { describe, expect, it } from 'vitest'
import { openRoom, refused } from './harness.ts'
import { plan, polls, slideNo } from './sample-workshop.ts'

describe('health: GET /api/health', () => {
  it('says that the server is there', async () => {
    const { phone } = await openRoom()
    expect(await phone().send('GET', '/api/health')).toMatchObject({ status: 200, json: { ok: true } })
  })
})

describe('state: GET /api/state', () => {
  it('tells a phone what it may see before anything happened', async () => {
    const { phone, workshop } = await openRoom()
    const { status, json } = await phone().state()
    expect(status).toBe(200)
    expect(json).toEqual({
      session: { name: workshop.session, startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), minutes: 90, rehearsal: false, ended: false },
      slide: null,
      phones: 0,
      exercises: [],
      poll: null,
      mine: {},
    })
  })

  it('tells the slide, the poll, the exercises and the caller\'s own answer', async () => {
    const room = await openRoom()
    await room.go('talk')
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 1, () => 'salad')
    const { json } = await ada.state()
    expect(json).toMatchObject({
      slide: { slide: slideNo('ask-lunch'), clicks: 0, seq: 2, section: 'middle', exercise: null },
      exercises: ['draw'],
      poll: { poll: polls[1], round: 1, phase: 'open', answered: 1, floor: 5, result: null, withheld: false },
      mine: { lunch: { round: 1, answer: 'salad' } },
    })
    expect((await room.phone().state()).json.mine).toEqual({})
  })

  it('tells a screen every poll, and where to join', async () => {
    const room = await openRoom({ wifi: { ssid: 'Guests', password: 'open sesame' } })
    const { json } = await room.phone().state('screen')
    expect(Object.keys(json.polls ?? {})).toEqual(polls.map(poll => poll.id))
    expect(json.join).toEqual({ url: room.base, shown: false, wifi: { ssid: 'Guests', password: 'open sesame' } })
    expect(json.presenter).toBeUndefined()
  })

  it('tells the presenter addresses, the resumed session and the time as well', async () => {
    const room = await openRoom({ now: () => Date.UTC(2026, 10, 23) })
    expect((await room.presenter.state('screen')).json.presenter).toEqual({ addresses: [{ network: 'this laptop only: no phone can join', url: room.base }], address: 0, hands: {}, resumed: null, timing: { plan, log: [], now: '2026-11-23T00:00:00.000Z' }, screens: { following: 0, paused: 0 }, progress: {}, trouble: null, leftOpen: [], simulated: 0 })
  })

  it('gives a phone a cookie that scripts cannot read, and a screen none', async () => {
    const { phone } = await openRoom()
    const { headers } = await phone().send('GET', '/')
    expect(headers.get('set-cookie')).toMatch(/^voter-[0-9a-f]{8}=[\w-]{22}\.[\w-]{22};.*HttpOnly.*SameSite=Lax/)
    expect((await phone().state('screen')).headers.get('set-cookie')).toBeNull()
    const known = phone()
    await known.open()
    expect((await known.send('GET', '/')).headers.get('set-cookie')).toBeNull()
  })
})

describe('stream: GET /api/events', () => {
  it('starts with a snapshot, then sends each change', async () => {
    const room = await openRoom()
    const ada = room.phone()
    const stream = await ada.listen()
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.response.headers.get('cache-control')).toBe('no-store')
    expect(stream.events[0]).toMatchObject({ name: 'snapshot', data: { slide: null, poll: null, mine: {} } })
    await room.go('ask-lunch')
    await stream.until(({ state }) => state.poll?.phase === 'open')
    await room.presenter.send('POST', '/api/polls/lunch/close')
    await stream.until(({ state }) => state.poll?.phase === 'closed')
    await stream.close()
  })

  it('tells screens how many phones there are and how many answered', async () => {
    const room = await openRoom()
    const wall = await room.phone().listen('screen')
    await room.go('ask-lunch')
    const callers = await room.answers('lunch', 3, () => 'soup')
    const streams = await Promise.all(callers.map(caller => caller.listen()))
    await wall.until(({ events }) => events.some(({ name, data }) => name === 'progress' && data.phones === 3 && data.poll?.answered === 3))
    expect(wall.events.findLast(event => event.name === 'progress')?.data).toEqual({ phones: 3, poll: { id: 'lunch', round: 1, answered: 3 } })
    await Promise.all(streams.map(stream => stream.close()))
    await wall.until(({ events }) => events.findLast(event => event.name === 'progress')?.data.phones === 0)
    await wall.close()
  })

  it('gives a reconnecting phone its voter, its answer and what is on now', async () => {
    const room = await openRoom()
    const ada = room.phone()
    await (await ada.listen()).close()
    await room.go('ask-lunch')
    await ada.answer('lunch', 'soup')
    const again = await ada.listen()
    expect(again.response.headers.get('set-cookie')).toBeNull()
    expect(again.events[0]).toMatchObject({ data: { poll: { phase: 'open' }, mine: { lunch: { round: 1, answer: 'soup' } } } })
    await again.close()
  })
})

describe('answering: PUT /api/polls/:id/answer', () => {
  it.each([
    ['single', 'lunch', 'soup', 'bread'],
    ['scale', 'clear', 3, 5],
    ['multi', 'days', ['mon', 'wed'], ['tue']],
    ['words', 'fear', 'no time', 'too many meetings'],
  ])('counts a %s answer, and then its change', async (_, poll, first, second) => {
    const room = await openRoom()
    await room.go(`ask-${poll}`)
    const ada = room.phone()
    expect(await ada.answer(poll, first)).toMatchObject({ status: 200, json: { status: 'counted' } })
    expect(await ada.answer(poll, second)).toMatchObject({ status: 200, json: { status: 'changed' } })
    const { json } = await ada.state()
    expect(json.mine[poll]).toEqual({ round: 1, answer: second })
    expect(json.poll?.answered).toBe(1)
  })

  it.each<[string, number, string, { poll?: string, phase?: 'open' | 'closed', body?: unknown }]>([
    ['an unknown poll', 404, 'no-such-poll', { poll: 'supper' }],
    ['a poll that every object has', 404, 'no-such-poll', { poll: '__proto__' }],
    ['a poll that is not open yet', 409, 'not-open', { poll: 'days', body: { round: 1, answer: ['mon'] } }],
    ['a poll that is closed', 409, 'not-open', { phase: 'closed' }],
    ['an earlier round', 409, 'other-round', { body: { round: 7, answer: 'soup' } }],
    ['an unknown option', 422, 'does-not-fit', { body: { round: 1, answer: 'cake' } }],
    ['two answers for one', 422, 'does-not-fit', { body: { round: 1, answer: ['soup', 'salad'] } }],
    ['no answer', 422, 'does-not-fit', { body: { round: 1 } }],
    ['no round', 422, 'does-not-fit', { body: { answer: 'soup' } }],
    ['a round that is a word', 422, 'does-not-fit', { body: { round: 'one', answer: 'soup' } }],
    ['a list', 422, 'does-not-fit', { body: [] }],
    ['nothing', 422, 'does-not-fit', { body: null }],
    ['no JSON', 422, 'no-json', { body: '{"round": 1, answer' }],
    ['an empty body', 422, 'no-json', { body: '' }],
    ['far too much', 413, 'too-large', { body: { round: 1, answer: 'x'.repeat(10_000) } }],
    ['a megabyte', 413, 'too-large', { body: { round: 1, answer: 'x'.repeat(1_000_000) } }],
  ])('refuses %s with %i %s', async (_, status, code, { poll = 'lunch', phase = 'open', body = { round: 1, answer: 'soup' } }) => {
    const room = await openRoom()
    await room.go('ask-lunch')
    if (phase === 'closed')
      await room.presenter.send('POST', '/api/polls/lunch/close')
    const reply = await (await room.voter()).send('PUT', `/api/polls/${poll}/answer`, body)
    expect(reply).toMatchObject({ status, json: refused(code) })
    expect((await room.phone().state()).json.poll?.answered).toBe(0)
  })

  it('refuses a phone that sends too often with 429, and only that phone', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada, bob] = [await room.voter(), await room.voter()]
    const replies = await Promise.all(Array.from({ length: 30 }, () => ada.answer('lunch', 'soup')))
    expect(replies.filter(reply => reply.status === 200)).toHaveLength(20)
    expect(replies.find(reply => reply.status !== 200)).toMatchObject({ status: 429, json: refused('too-many') })
    expect(await bob.answer('lunch', 'soup')).toMatchObject({ status: 200 })
  })
})

describe('an unknown address of the API', () => {
  it('is 404 for the presenter, and 401 for everybody else, who may not find out what exists', async () => {
    const { presenter, phone } = await openRoom()
    for (const path of ['/api/', '/api/nothing', '/api/polls/lunch', '/api/polls/lunch/explode'])
      expect(await presenter.send('GET', path)).toMatchObject({ status: 404, json: refused('no-such-address') })
    expect(await phone().send('GET', '/api/nothing')).toMatchObject({ status: 401 })
  })
})
