import type { Timing } from '../../live/domain/pacing.ts'
import type { ExportedResults } from '../../live/server/exported-results.ts'
import type { ServeOptions } from '../../live/server/serve.ts'
import type { Room } from './harness.ts'
import { describe, expect, it } from 'vitest'
import { standingAt } from '../../live/domain/timing.ts'
import { sessionMinutes } from '../../scripts/export/session-minutes.ts'
import { openRoom, refused } from './harness.ts'

const TEN = Date.parse('2026-11-23T10:00:00.000Z')

/** A room whose clock is set by the test. */
interface TimedRoom extends Room {
  pass: (minutes: number) => void
  timing: () => Promise<Timing>
  /** The log as `minutes event section`, in minutes after ten. */
  log: () => Promise<string[]>
  standing: () => Promise<ReturnType<typeof standingAt>>
  press: (action: 'start' | 'pause' | 'resume') => Promise<unknown>
}

async function openTimed(changes: Partial<ServeOptions> = {}, since = TEN): Promise<TimedRoom> {
  let now = since
  const room = await openRoom({ now: () => now, ...changes })
  const timing = async (): Promise<Timing> => {
    const { presenter } = (await room.presenter.state('screen')).json
    if (!presenter)
      throw new Error('not the presenter')
    return presenter.timing
  }
  return {
    ...room,
    timing,
    pass: minutes => now += minutes * 60_000,
    async log() {
      return (await timing()).log.map(({ at, event, section }) => `${(Date.parse(at) - TEN) / 60_000} ${event} ${section}`)
    },
    async standing() {
      const { log, now } = await timing()
      return standingAt(log, Date.parse(now))
    },
    press: async action => (await room.presenter.send('POST', `/api/clock/${action}`)).json,
  }
}

describe('the workshop\'s clock', () => {
  it('starts with the first slide after people arrived, and logs each section once', async () => {
    const room = await openTimed()
    await room.go('hello')
    room.pass(7)
    await room.go('hello')
    expect(await room.log()).toEqual([])
    await room.go('ask-clear', 1)
    room.pass(5)
    await room.go('talk')
    room.pass(3)
    await room.go('ask-lunch', 1)
    expect(await room.log()).toEqual(['7 start welcome', '12 section middle'])
    expect(await room.standing()).toEqual({ phase: 'running', section: 'middle', elapsed: 8, spent: 3 })
  })

  it('starts by hand before anybody moved, and again whenever it is told to', async () => {
    const room = await openTimed()
    expect(await room.press('start')).toEqual({})
    room.pass(2)
    await room.go('ask-clear')
    room.pass(2)
    expect(await room.standing()).toMatchObject({ section: 'welcome', elapsed: 4 })
    await room.press('start')
    room.pass(1)
    expect(await room.standing()).toMatchObject({ section: 'welcome', elapsed: 1 })
    expect(await room.log()).toEqual(['0 start welcome', '4 start welcome'])
  })

  it('stands still in a pause, however often it is asked for, and goes on', async () => {
    const room = await openTimed()
    expect(await room.press('pause')).toEqual(refused('not-now'))
    expect(await room.press('resume')).toEqual(refused('not-now'))
    await room.go('talk')
    room.pass(10)
    await Promise.all([room.press('pause'), room.press('pause')])
    room.pass(20)
    expect(await room.standing()).toMatchObject({ phase: 'paused', elapsed: 10 })
    await Promise.all([room.press('resume'), room.press('resume')])
    room.pass(1)
    expect(await room.standing()).toMatchObject({ phase: 'running', elapsed: 11 })
    expect(await room.log()).toEqual(['0 start middle', '10 pause middle', '30 resume middle'])
  })

  it('tells every window of the presenter at once', async () => {
    const room = await openTimed()
    const other = await room.presenter.listen('screen')
    await room.press('start')
    await other.until(({ state }) => state.presenter?.timing.log.at(-1)?.event === 'start')
    await room.press('pause')
    await other.until(({ state }) => state.presenter?.timing.log.at(-1)?.event === 'pause')
    await other.close()
  })

  it('outlives a restart: the time between counts, and a pause goes on', async () => {
    const room = await openTimed()
    await room.go('talk')
    await room.close()
    const again = await openTimed({ dataDir: room.dataDir }, TEN + 6 * 60_000)
    expect(await again.standing()).toEqual({ phase: 'running', section: 'middle', elapsed: 6, spent: 6 })
    await again.press('pause')
    await again.close()
    const last = await openTimed({ dataDir: room.dataDir }, TEN + 60 * 60_000)
    expect(await last.standing()).toMatchObject({ phase: 'paused', elapsed: 6 })
    await last.press('resume')
    await last.go('bye')
    expect(await last.log()).toEqual(['0 start middle', '6 pause middle', '60 resume middle', '60 section close'])
  })

  it('goes on where the log ends when the computer was set back between two starts', async () => {
    const room = await openTimed()
    await room.go('talk')
    room.pass(10)
    await room.go('bye')
    await room.close()
    const again = await openTimed({ dataDir: room.dataDir }, TEN - 3 * 60 * 60_000)
    again.pass(4)
    expect(await again.standing()).toEqual({ phase: 'running', section: 'close', elapsed: 14, spent: 4 })
  })

  it('starts nothing new once the session is over', async () => {
    const room = await openTimed()
    await room.go('talk')
    room.pass(40)
    await room.presenter.send('POST', '/api/session/end')
    room.pass(30)
    expect(await room.standing()).toMatchObject({ phase: 'over', elapsed: 40 })
    expect(await room.press('start')).toEqual(refused('session-over'))
  })
})

describe('actual minutes in the results', () => {
  const results = async (room: Room): Promise<ExportedResults> => (await room.presenter.send<ExportedResults>('GET', '/api/results.json')).json

  it('stand beside the planned ones', async () => {
    const room = await openTimed()
    await room.go('ask-clear')
    room.pass(6)
    await room.go('talk')
    room.pass(10)
    await room.press('pause')
    room.pass(15)
    await room.press('resume')
    room.pass(8)
    const middle = { section: 'middle', minutes: 18, startedAt: '2026-11-23T10:06:00.000Z', endedAt: null, planned: 30 }
    const welcome = { section: 'welcome', minutes: 6, startedAt: '2026-11-23T10:00:00.000Z', endedAt: '2026-11-23T10:06:00.000Z', planned: 5 }
    expect((await results(room)).sections).toEqual([welcome, middle])
    await room.presenter.send('POST', '/api/session/end')
    room.pass(60)
    expect((await results(room)).sections).toEqual([welcome, { ...middle, endedAt: '2026-11-23T10:39:00.000Z' }])
  })

  it('are printed from the session file; the last section of an unended session has no end', async () => {
    const room = await openTimed({ session: 'blue' })
    await room.go('ask-clear')
    room.pass(6)
    await room.go('talk')
    room.pass(20)
    await room.close()
    const welcome = { section: 'welcome', minutes: 6, startedAt: '2026-11-23T10:00:00.000Z', endedAt: '2026-11-23T10:06:00.000Z' }
    const middle = { section: 'middle', startedAt: '2026-11-23T10:06:00.000Z' }
    expect(await sessionMinutes(room, 'blue')).toEqual([welcome, { ...middle, minutes: 0, endedAt: null }])
    const again = await openTimed({ dataDir: room.dataDir }, TEN + 30 * 60_000)
    await again.presenter.send('POST', '/api/session/end')
    await again.close()
    expect(await sessionMinutes(room, 'blue')).toEqual([welcome, { ...middle, minutes: 24, endedAt: '2026-11-23T10:30:00.000Z' }])
  })

  it('are told to a rehearsal\'s presenter, and are in no export of it', async () => {
    const room = await openTimed({ rehearsal: true })
    await room.go('talk')
    room.pass(3)
    expect(await room.standing()).toMatchObject({ phase: 'running', elapsed: 3 })
    expect((await results(room)).sections).toEqual([])
  })
})
