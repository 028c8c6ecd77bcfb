import type { Poll } from '../../live/domain/poll-rules.ts'
import type { ExportedResults } from '../../live/server/exported-results.ts'
import type { ServeOptions } from '../../live/server/serve.ts'
import type { Room } from './harness.ts'
import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decide } from '../../live/domain/decide.ts'
import { openRound } from '../../live/domain/session.ts'
import { sqliteRepository } from '../../live/store/sqlite-repository.ts'
import { Caller } from './caller.ts'
import { newFolder, openRoom, presenterBrowser, refused } from './harness.ts'
import { manifest, plan, polls, slideNo } from './sample-workshop.ts'

/** The same phone, at a server that was started again. */
function moved(caller: Caller, room: Room): Caller {
  const again = new Caller(room.base)
  caller.cookies.forEach((value, name) => again.cookies.set(name, value))
  return again
}

/** Closes the room and starts again on the same folder. */
async function restarted(room: Room, changes: Partial<ServeOptions> = {}): Promise<Room> {
  await room.close()
  return openRoom({ dataDir: room.dataDir, ...changes })
}

const sessionsIn = (room: Room): string[] => readdirSync(room.dataDir).filter(file => file.endsWith('.sqlite')).toSorted()

describe('a session whose server died between its end and the count', () => {
  it('is counted at the next start, and only then forgets who answered', async () => {
    const dataDir = newFolder()
    const deck = { polls, manifest, plan, floor: 5, rehearsal: false }
    const store = await sqliteRepository(dataDir).create({ name: 'died', startedAt: '2026-11-23T09:00:00.000Z', rehearsal: false, presenterKey: 'key', voterSecret: 'secret' })
    const voters = Array.from({ length: 5 }, (_, n) => `voter-number-${n}`)
    for (const command of [{ type: 'open', poll: 'clear' }, { type: 'close', poll: 'clear' }, { type: 'open', poll: 'clear-again' }, { type: 'end' }] as const) {
      const { version, session } = await store.load()
      const decided = decide(deck, session, command, session.at + 1, command.type + version)
      if ('refused' in decided)
        throw new Error(decided.message)
      const open = openRound(decided.session)
      const asked = polls.filter(({ id }) => id === open?.poll).map(poll => ({ poll: poll.id, round: 1, asked: poll, tally: null }))
      await store.save(version, { session: decided.session, open, log: [], rounds: asked })
      await Promise.all(voters.map((voter, n) => open && store.answer(open.poll, 1, voter, open.poll === 'clear' ? 2 : 2 + n % 2)))
    }
    await store.close()

    await (await openRoom({ dataDir, session: 'next' })).close()
    const again = await sqliteRepository(dataDir).open('died')
    const { session } = await again.load()
    expect(session).toMatchObject({ erased: true, rounds: [{ poll: 'clear', settled: { voters: 5 } }, { poll: 'clear-again', settled: { voters: 5 } }] })
    expect((await again.rounds()).map(({ poll, tally }) => [poll, tally?.movement ?? null])).toEqual([['clear', null], ['clear-again', { pairs: 5, up: 2, same: 3, down: 0 }]])
    const kept = [...(await again.answers('clear', 1)).keys()]
    expect([kept.length, kept.filter(voter => voters.includes(voter))]).toEqual([5, []])
    await again.close()
  })
})

describe('a server that is started again', () => {
  it('goes on with the same session, position, phase, answers, voters and hands', async () => {
    const room = await openRoom()
    await room.go('talk')
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 5, () => 'soup')
    await room.presenter.send('PUT', '/api/polls/lunch/hand-count', { counts: { bread: 2 } })
    const before = (await ada.state()).json
    const again = await restarted(room)
    expect(again.workshop).toMatchObject({ session: room.workshop.session, resumed: { answers: 5, startedAt: before.session.startedAt } })
    const phone = moved(ada, again)
    expect((await phone.state()).json).toEqual(before)
    expect(await phone.answer('lunch', 'salad')).toMatchObject({ json: { status: 'changed' } })
    await again.presenter.send('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    expect((await phone.state()).json.poll?.result).toMatchObject({ voters: 5, counts: { soup: 4, salad: 1 }, hands: { bread: 2 } })
    expect((await again.presenter.state('screen')).json.presenter?.resumed).toEqual({ answers: 5, startedAt: before.session.startedAt })
  })

  it('still shows the revealed results', async () => {
    const room = await openRoom()
    await room.go('ask-clear')
    const callers = await room.answers('clear', 5, n => n + 1)
    await room.go('ask-clear', 1)
    await room.go('ask-clear-again')
    await Promise.all(callers.map(caller => caller.answer('clear-again', 3)))
    await room.go('ask-clear-again', 1)
    const before = (await room.presenter.state('screen')).json.polls
    expect(before?.['clear-again']?.result).toMatchObject({ movement: { pairs: 5, up: 2, same: 1, down: 2 } })
    const again = await restarted(room)
    expect((await again.presenter.state('screen')).json.polls).toEqual(before)
  })

  it('keeps the key it generated, so that the presenter\'s cookie stays valid', async () => {
    const room = await openRoom({ presenterKey: undefined })
    const browser = await presenterBrowser(room)
    const again = await restarted(room, { presenterKey: undefined })
    expect(await moved(browser, again).send('POST', '/api/join/next')).toMatchObject({ status: 200 })
  })

  it('keeps its place in a deck that was changed, where that has the slide', async () => {
    const room = await openRoom()
    await room.go('ask-days')
    const slides = [{ no: 1, title: 'Days', alias: 'ask-days', section: 'middle', poll: 'days', exercise: null, clicks: 1 }]
    const shorter = await restarted(room, { manifest: { format: 90, slides } })
    expect((await shorter.phone().state()).json.slide).toMatchObject({ slide: 1, clicks: 0, seq: 1 })
    const without = await restarted(shorter, { manifest: { format: 90, slides: slides.map(slide => ({ ...slide, alias: 'other', poll: null })) } })
    expect((await without.phone().state()).json.slide).toBeNull()
  })

  it('begins a new session at another length, and goes on at its own', async () => {
    const room = await openRoom()
    await room.go('ask-days')
    const shorter = await restarted(room, { manifest: { ...manifest, format: 45 } })
    expect(shorter.workshop).toMatchObject({ resumed: null, session: expect.not.stringMatching(`^${room.workshop.session}$`) as string })
    expect((await shorter.presenter.state('screen')).json.presenter?.leftOpen.map(({ name }) => name)).toEqual([room.workshop.session])
    await shorter.go('talk')
    const again = await restarted(shorter)
    expect(again.workshop.session).toBe(room.workshop.session)
    expect((await again.phone().state()).json.slide).toMatchObject({ slide: slideNo('ask-days') })
  })

  it('refuses a session\'s name at another length and tells its own, unless nobody has moved it yet', async () => {
    const room = await openRoom({ session: 'blue' })
    const other = await restarted(room, { session: 'blue', manifest: { ...manifest, format: 45 } })
    await other.go('ask-days')
    await other.close()
    await expect(openRoom({ dataDir: room.dataDir, session: 'blue' })).rejects.toThrow('The session "blue" runs at 45 minutes, and this start is at 90. Go on with it by npm start 45 -- --session "blue", or choose another name.')
    expect((await restarted(other, { session: 'blue', manifest: { ...manifest, format: 45 } })).workshop.resumed).not.toBeNull()
  })
})

describe('the session that a start runs', () => {
  it('is a new one with --new, with other voters, and the old one stays', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 1, () => 'soup')
    const fresh = await restarted(room, { fresh: true })
    expect(fresh.workshop.session).not.toBe(room.workshop.session)
    expect(fresh.workshop.resumed).toBeNull()
    const phone = moved(ada, fresh)
    const { headers } = await phone.send('GET', '/')
    expect(headers.get('set-cookie')).toContain('voter-')
    expect((await phone.state()).json.mine).toEqual({})
    expect(sessionsIn(fresh)).toHaveLength(2)
  })

  it('is the last used of several unended ones', async () => {
    const first = await openRoom({ session: 'blue' })
    const second = await restarted(first, { session: 'green' })
    const third = await restarted(second, { session: 'blue' })
    expect(third.workshop.resumed).not.toBeNull()
    await third.go('talk')
    expect((await restarted(third)).workshop.session).toBe('blue')
  })

  it('is the named one: begun by the first start, resumed by the next', async () => {
    const room = await openRoom({ session: 'Équipe 2' })
    expect(room.workshop).toMatchObject({ session: 'Équipe 2', resumed: null })
    expect(sessionsIn(room)).toHaveLength(1)
    expect((await restarted(room, { session: 'Équipe 2' })).workshop).toMatchObject({ session: 'Équipe 2', resumed: { answers: 0 } })
  })

  it.each(['équipe 2', 'ÉQUIPE 2', 'E\u0301quipe 2'])('is the same one for a name written as %s', async (session) => {
    const room = await openRoom({ session: 'Équipe 2' })
    expect((await restarted(room, { session })).workshop).toMatchObject({ session: 'Équipe 2', resumed: { answers: 0 } })
    expect(sessionsIn(room)).toHaveLength(1)
    await expect(restarted(room, { session, fresh: true })).rejects.toThrow('There is a session "Équipe 2" already')
    await expect(restarted(room, { session, rehearsal: true })).rejects.toThrow('There is a session "Équipe 2" already')
  })

  it('is none when a new one is asked for under a name that is taken', async () => {
    const room = await openRoom({ session: 'blue' })
    await expect(restarted(room, { session: 'blue', fresh: true })).rejects.toThrow(/There is a session "blue" already.*leave out --new/)
  })

  it('is always a new one for a rehearsal, apart from the real session', async () => {
    const room = await openRoom()
    const rehearsal = await openRoom({ dataDir: room.dataDir, rehearsal: true })
    expect(rehearsal.workshop).toMatchObject({ rehearsal: true, resumed: null, session: `rehearsal-${room.workshop.session}` })
    expect((await rehearsal.phone().state()).json.session.rehearsal).toBe(true)
    await room.close()
    const again = await restarted(room)
    expect(again.workshop).toMatchObject({ session: room.workshop.session, rehearsal: false, resumed: { answers: 0 }, leftOpen: [] })
    const next = await restarted(rehearsal, { rehearsal: true })
    expect(next.workshop).toMatchObject({ session: `${rehearsal.workshop.session}-2`, rehearsal: true, resumed: null })
    expect(sessionsIn(room)).toHaveLength(1)
  })

  it('is none for a rehearsal under a name that is taken', async () => {
    const room = await openRoom({ session: 'blue' })
    await expect(restarted(room, { session: 'blue', rehearsal: true })).rejects.toThrow(/There is a session "blue" already, and a rehearsal is always a new one/)
    const rehearsal = await restarted(room, { session: 'green', rehearsal: true })
    await expect(restarted(rehearsal, { session: 'green', rehearsal: true })).rejects.toThrow(/always a new one/)
  })
})

describe('an edit of the polls between two starts', () => {
  const edited = (id: string, change: (poll: Poll) => Poll): Poll[] => polls.map(poll => poll.id === id ? change(poll) : poll)
  const shorter = (poll: Poll): Poll => poll.kind === 'single' ? { ...poll, options: poll.options.slice(1) } : poll

  async function answeredLunch(): Promise<Room> {
    const room = await openRoom()
    await room.go('ask-lunch')
    await room.answers('lunch', 5, () => 'soup')
    return room
  }

  it('mends a typo in the same round, and shows the new words', async () => {
    const again = await restarted(await answeredLunch(), { polls: edited('lunch', poll => ({ ...poll, question: 'Soup or a salad?' })) })
    const { json } = await again.phone().state()
    expect(json.poll).toMatchObject({ round: 1, phase: 'open', answered: 5, poll: { question: 'Soup or a salad?' } })
  })

  it('starts a new round for changed options; the old one is closed and kept with its own options', async () => {
    const again = await restarted(await answeredLunch(), { polls: edited('lunch', shorter) })
    expect((await again.phone().state()).json.poll).toMatchObject({ round: 2, phase: 'waiting', answered: 0 })
    expect(await again.phone().answer('lunch', 'salad', 1)).toMatchObject({ status: 409, json: refused('other-round') })
    const { json } = await again.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds).toMatchObject([{ round: 1, phase: 'closed', withheld: false, closedAt: expect.stringMatching(/Z$/), options: [{ id: 'soup', phones: 5 }, { id: 'salad' }, { id: 'bread' }] }])
  })

  it('closes a poll that it removes, and keeps its answers', async () => {
    const again = await restarted(await answeredLunch(), { polls: polls.filter(poll => poll.id !== 'lunch') })
    expect((await again.phone().state()).json.poll).toBeNull()
    expect(await again.phone().answer('lunch', 'soup')).toMatchObject({ status: 404 })
    await again.presenter.send('POST', '/api/session/end')
    const { json } = await again.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds).toMatchObject([{ poll: 'lunch', phase: 'closed', answered: 5, withheld: false }])
  })
})

describe('the end of a session', () => {
  it('closes the open poll, says goodbye, takes no more answers, and keeps the results', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 5, () => 'soup')
    const stream = await ada.listen()
    expect(await room.presenter.send('POST', '/api/session/end')).toMatchObject({ status: 200, json: {} })
    await stream.until(({ state }) => state.session.ended)
    expect(stream.state.poll?.phase).toBe('closed')
    await stream.close()
    expect(await ada.answer('lunch', 'salad')).toMatchObject({ status: 409, json: refused('session-over') })
    const stranger = room.phone()
    expect(await stranger.answer('lunch', 'salad')).toMatchObject({ status: 409, json: refused('session-over') })
    expect(stranger.cookies.size).toBe(0)
    for (const [method, path, body] of [['POST', '/api/slide', { slide: 1, clicks: 0 }], ['POST', '/api/polls/lunch/open'], ['POST', '/api/polls/lunch/reset'], ['POST', '/api/session/end']] as const)
      expect(await room.presenter.send(method, path, body)).toMatchObject({ status: 409, json: refused('session-over') })
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json).toMatchObject({ endedAt: expect.stringMatching(/Z$/), rounds: [{ poll: 'lunch', answered: 5, withheld: false, options: [{ id: 'soup', phones: 5 }, {}, {}] }] })
  })

  it('removes the cookie from phones, and every voter id from the disk', async () => {
    const room = await openRoom({ session: 'blue' })
    await room.go('ask-fear')
    const callers = await room.answers('fear', 40, n => `worry ${n % 7}`)
    await room.go('ask-keep')
    await Promise.all(callers.map(caller => caller.answer('keep', 'the coffee')))
    const ids = callers.flatMap(caller => [...caller.cookies.values()].map(cookie => cookie.split('.')[0] ?? ''))
    const bytes = (): Buffer => Buffer.concat(readdirSync(room.dataDir).map(file => readFileSync(join(room.dataDir, file))))
    const before = bytes()
    expect(ids.filter(id => id.length === 22 && before.includes(id))).toHaveLength(40)
    await room.presenter.send('POST', '/api/session/end')
    const after = bytes()
    expect(ids.filter(id => after.includes(id))).toEqual([])
    const [ada] = callers
    expect(ada.cookies.size).toBe(1)
    expect((await ada.state()).json).toMatchObject({ mine: {}, session: { ended: true } })
    await ada.open()
    expect(ada.cookies.size).toBe(0)
    await room.close()
    const closed = bytes()
    expect(ids.filter(id => closed.includes(id))).toEqual([])
    expect(closed.includes('the coffee')).toBe(true)
  })

  it('is final: the next start begins a new session, and the name cannot be used again', async () => {
    const room = await openRoom({ session: 'blue' })
    await room.presenter.send('POST', '/api/session/end')
    await expect(restarted(room, { session: 'blue' })).rejects.toThrow(/"blue" was ended on \d{4}-\d\d-\d\d and takes no more answers/)
    const next = await restarted(room)
    expect(next.workshop).toMatchObject({ resumed: null })
    expect(sessionsIn(next)).toHaveLength(2)
  })
})

describe('a session folder', () => {
  it('is made when it is not there, and left tidy', async () => {
    const dataDir = join(newFolder(), 'not', 'yet', 'there')
    const room = await openRoom({ dataDir })
    await room.go('ask-lunch')
    await room.close()
    expect(readdirSync(dataDir)).toEqual([`${room.workshop.session}.sqlite`])
  })

  it('names sessions by the day, and the next one of a day by its number', async () => {
    const room = await openRoom()
    const today = new Date()
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0')).join('-')
    expect(room.workshop.session).toBe(day)
    expect((await restarted(room, { fresh: true })).workshop.session).toBe(`${day}-2`)
  })
})
