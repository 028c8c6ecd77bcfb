import type { Room } from './harness.ts'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { KEY, NOTE, openRoom } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

/** Collects everything that anybody is sent from now on, as text: streams, states and exports of each role. */
async function watch(room: Room): Promise<() => Promise<Record<string, string>>> {
  const phone = await room.voter()
  // Has earlier answers counted now instead of at the next count.
  await room.presenter.state('screen')
  const streams = { phone: await phone.listen(), screen: await room.phone().listen('screen'), presenter: await room.presenter.listen('screen') }
  return async () => {
    const states = { phoneState: await phone.state(), screenState: await room.phone().state('screen'), presenterState: await room.presenter.state('screen') }
    const exports = { json: await room.presenter.send('GET', '/api/results.json'), csv: await room.presenter.send('GET', '/api/results.csv') }
    // Everything that is on its way has come once a later change has.
    await room.presenter.send('PUT', '/api/join', { shown: true })
    await room.go('bye')
    const last = slideNo('bye')
    await Promise.all([
      streams.phone.until(({ state }) => state.slide?.slide === last || state.slide?.section === 'close'),
      streams.screen.until(({ state }) => state.slide?.slide === last),
      streams.presenter.until(({ state }) => state.slide?.slide === last),
    ])
    const texts = Object.entries({ ...states, ...exports }).map(([name, { text }]) => [name, text])
    const heard = Object.entries(streams).map(([name, { events }]) => [name, events.filter(event => event.name !== 'progress').map(event => JSON.stringify(event)).join('\n')])
    await Promise.all(Object.values(streams).map(stream => stream.close()))
    return Object.fromEntries([...texts, ...heard])
  }
}

/** Texts without times, ports and other values that differ between runs. */
function lasting(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) =>
    [name, text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time').replaceAll(/127\.0\.0\.1:\d+/g, 'here')]))
}

const kinds: [poll: string, one: (n: number) => unknown, other: (n: number) => unknown][] = [
  ['lunch', () => 'soup', n => n % 2 ? 'salad' : 'bread'],
  ['clear', () => 1, n => 5 - n % 3],
  ['days', () => ['mon'], n => n % 2 ? ['tue', 'wed'] : ['wed']],
  ['fear', () => 'the plumbing', n => `worry ${n}`],
  ['clear-again', () => 2, n => n % 5 + 1],
]

/** Everything sent while `count` phones answer and the round comes to `phase`. */
async function sent(poll: string, count: number, answerOf: (n: number) => unknown, phase: 'open' | 'left' | 'closed' | 'revealed'): Promise<Record<string, string>> {
  const room = await openRoom()
  if (poll === 'clear-again') {
    await room.go('ask-clear')
    const callers = await room.answers('clear', count, answerOf)
    await room.go('ask-clear-again')
    await Promise.all(callers.map((caller, n) => caller.answer(poll, answerOf(n + 1))))
  }
  const collect = await watch(room)
  if (poll !== 'clear-again') {
    await room.go(`ask-${poll}`)
    await room.answers(poll, count, answerOf)
  }
  if (phase === 'left')
    await room.go('talk')
  if (phase === 'closed')
    await room.presenter.send('POST', `/api/polls/${poll}/close`)
  if (phase === 'revealed')
    await room.presenter.send('POST', '/api/slide', { slide: slideNo(`ask-${poll}`), clicks: 1 })
  if (phase === 'revealed' && poll === 'fear')
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 2 })
  return lasting(await collect())
}

describe('until the reveal nobody is sent anything that depends on what was answered', () => {
  it.each(kinds.flatMap(([poll, one, other]) => (['open', 'left', 'closed'] as const).map(phase => ({ poll, one, other, phase }))))('$poll, $phase', async ({ poll, one, other, phase }) => {
    expect(await sent(poll, 6, one, phase)).toEqual(await sent(poll, 6, other, phase))
  })

  it.each(kinds.slice(0, 4))('after the reveal everybody is sent it: %s', async (poll, one, other) => {
    const [first, second] = [await sent(poll, 6, one, 'revealed'), await sent(poll, 6, other, 'revealed')]
    expect(Object.keys(first).filter(name => first[name] === second[name])).toEqual([])
  })
})

describe('below the floor nobody is ever sent anything that depends on what was answered', () => {
  it.each(kinds)('%s', async (poll, one, other) => {
    const first = await sent(poll, 4, one, 'revealed')
    expect(first).toEqual(await sent(poll, 4, other, 'revealed'))
    expect(first.phone).toContain('"withheld":true')
    expect(first.csv).toContain(',4,"yes","","",""')
  })
})

describe('words of a room', () => {
  it('reach only the presenter before the reveal, and hidden ones nobody afterwards', async () => {
    const room = await openRoom({ floor: 1 })
    const collect = await watch(room)
    await room.go('ask-fear')
    await room.answers('fear', 3, n => ['kept word', 'hidden word', 'kept word'][n])
    await room.go('ask-fear', 1)
    const before = (await room.phone().state('screen')).text + (await room.presenter.state('screen')).text + (await room.presenter.send('GET', '/api/results.json')).text
    expect(before).not.toMatch(/kept word|hidden word/)
    await room.presenter.send('PUT', '/api/polls/fear/words/~hidden%20word', { hidden: true })
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 2 })
    const texts = await collect()
    for (const name of ['phone', 'screen', 'presenter', 'json', 'csv'])
      expect(texts[name]).toContain('kept word')
    expect(Object.values(texts).join('\n')).not.toContain('hidden word')
  })

  it('of a poll that is never shown reach only the presenter\'s results, from the floor on', async () => {
    const room = await openRoom()
    const collect = await watch(room)
    await room.go('ask-keep')
    await room.answers('keep', 5, () => 'keep the coffee')
    await room.presenter.send('POST', '/api/polls/keep/close')
    expect(await room.presenter.send('POST', '/api/polls/keep/reveal')).toMatchObject({ status: 409 })
    const { json = '', csv = '', ...others } = await collect()
    expect(json).toContain('keep the coffee')
    expect(csv).toContain('keep the coffee')
    expect(Object.values(others).join('\n')).not.toContain('keep the coffee')
  })
})

describe('what each role is sent', () => {
  it('holds no presenter\'s field for screens, and no screen\'s field for phones', async () => {
    const room = await openRoom()
    const collect = await watch(room)
    await room.go('ask-lunch')
    const { phone, phoneState, screen, screenState, presenterState } = await collect()
    expect(`${phone}${phoneState}`).not.toMatch(/"(?:presenter|addresses|polls|join|timing|plan|log)":/)
    expect(`${screen}${screenState}`).not.toMatch(/"(?:presenter|addresses|hands|resumed|timing|plan|log)":[^n]/)
    expect(presenterState).toContain('"presenter":{"addresses":')
  })

  it('holds the plan, its minutes and the pacing for the presenter\'s windows alone', async () => {
    const room = await openRoom()
    const collect = await watch(room)
    await room.go('talk')
    await room.presenter.send('POST', '/api/clock/pause')
    await room.presenter.send('POST', '/api/clock/resume')
    await room.presenter.send('POST', '/api/clock/start')
    const texts = await collect()
    // The length of the workshop is no secret.
    const ofSession = /"minutes":\d+(?=,"rehearsal":)/g
    const telling = Object.keys(texts).filter(name => /"(?:timing|plan|sections|cuts|planned|minutes|elapsed)":|Leave out the days|pause|resume"/.test((texts[name] ?? '').replaceAll(ofSession, '')))
    expect(telling.toSorted()).toEqual(['json', 'presenter', 'presenterState'])
  })

  it('is nothing for phones when the clock starts, pauses or goes on', async () => {
    const room = await openRoom()
    const phone = await room.phone().listen()
    const wall = await room.phone().listen('screen')
    const heard = (): number => phone.events.filter(event => event.name === 'state').length
    await room.go('talk')
    await phone.until(({ state }) => state.slide?.section === 'middle')
    const before = heard()
    for (const action of ['pause', 'resume', 'start'])
      await room.presenter.send('POST', `/api/clock/${action}`)
    await room.go('ask-lunch')
    await phone.until(({ state }) => state.poll?.phase === 'open')
    expect(heard()).toBe(before + 1)
    await Promise.all([phone.close(), wall.close()])
  })

  it('holds no key, no secret, and no other voter\'s id or answer', async () => {
    const room = await openRoom()
    const collect = await watch(room)
    await room.go('ask-keep')
    const [ada] = await room.answers('keep', 1, () => 'my own secret')
    const stream = await ada.listen()
    const all = Object.values(await collect()).join('\n')
    const [id = ''] = [...ada.cookies.values()].map(cookie => cookie.split('.')[0])
    expect(id).toHaveLength(22)
    expect(all).not.toContain(id)
    expect(all).not.toContain(KEY)
    expect(all).not.toContain('my own secret')
    expect(stream.text).toContain('my own secret')
    expect(stream.text).not.toContain(id)
    await stream.close()
  })
})

describe('the facilitator\'s notes', () => {
  /** A request exactly as written, without the tidying that `fetch` does. */
  const raw = (base: string, path: string): Promise<string> => new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    request({ hostname, port, path }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => text += chunk).on('end', () => resolve(text))
    }).on('error', reject).end()
  })

  it.each([
    '/present',
    '/present/',
    '/present/index.html',
    '/present/assets/present-1a2b.js',
    '/present/presenter/1',
    '/Present/index.html',
    '/%70resent/index.html',
    '//present/index.html',
    '/./present/index.html',
    '/deck/../present/index.html',
    '/deck/..%2fpresent/index.html',
    '/deck/..%2Fpresent%2Findex.html',
    '/deck/%2e%2e/present/index.html',
    '/deck/%252e%252e/present/index.html',
    '/..%5cpresent/index.html',
    '/deck/..\\present\\index.html',
    '/assets/../../present/index.html',
    '/present/?key=',
    '/present/?key=wrong',
    '/present/?key=the-key-of-the-presenter',
    '/present/index.html?key=wrong&key=also-wrong',
    '/present/index.html;key',
  ])('are not in %s without the key', async (path) => {
    const { base } = await openRoom()
    expect(await raw(base, path)).not.toContain(NOTE)
  })

  it('are in what the key holder gets', async () => {
    const { presenter, phone } = await openRoom()
    for (const path of ['/present/', '/present/presenter/7', '/present/assets/present-1a2b.js'])
      expect((await presenter.send('GET', path)).text).toContain(NOTE)
    const refusal = await phone().send('GET', '/present/')
    expect(refusal).toMatchObject({ status: 401 })
    expect(refusal.headers.get('content-type')).toContain('text/html')
    expect(refusal.text).toContain('in the terminal where npm start runs')
  })

  it('leave everybody else their pages', async () => {
    const { phone } = await openRoom()
    expect((await phone().send('GET', '/')).text).toContain('for phones')
    expect((await phone().send('GET', '/deck/')).text).toContain('for everybody')
    expect((await phone().send('GET', '/deck/7?clicks=1')).text).toContain('for everybody')
    expect((await phone().send('GET', '/deck/assets/deck-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await phone().send('GET', '/deck/')).headers.get('cache-control')).toBe('no-cache')
  })
})
