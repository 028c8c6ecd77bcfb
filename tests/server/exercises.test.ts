import type { Progress } from '../../live/domain/state.ts'
import type { Room } from './harness.ts'
import { describe, expect, it } from 'vitest'
import { Caller } from './caller.ts'
import { openRoom, refused } from './harness.ts'

const tell = (caller: Caller, exercise: string, stage: unknown): ReturnType<Caller['send']> => caller.send('POST', '/api/progress', { exercise, stage })
const progressIn = async (room: Room): Promise<unknown> => (await room.presenter.state('screen')).json.presenter?.progress

describe('progress of an exercise: POST /api/progress', () => {
  it('counts each phone once, and one that finished as begun', async () => {
    const room = await openRoom()
    const [ada, ben] = [await room.voter(), await room.voter()]
    expect(await progressIn(room)).toEqual({})
    for (const stage of ['began', 'began', 'finished', 'began'])
      expect(await tell(ada, 'draw', stage)).toMatchObject({ status: 200, json: {} })
    expect(await tell(ben, 'draw', 'finished')).toMatchObject({ status: 200 })
    expect(await tell(ben, 'sing', 'began')).toMatchObject({ status: 200 })
    expect(await progressIn(room)).toEqual({ draw: { began: 2, finished: 2 }, sing: { began: 1, finished: 0 } })
  })

  it('is told to the presenter alone, by the stream, and is forgotten at a restart', async () => {
    const room = await openRoom()
    const [ada, ben, wall] = [await room.voter(), await room.phone().listen(), await room.phone().listen('screen')]
    const view = await room.presenter.listen('screen')
    await tell(ada, 'draw', 'finished')
    await view.until(({ events }) => events.some(({ name, data }) => name === 'progress' && data.presenter?.progress.draw?.finished === 1))
    await room.go('talk')
    await wall.until(({ state }) => state.slide?.exercise === 'draw')
    await ben.until(({ state }) => state.slide?.exercise === 'draw')
    for (const heard of [wall.text, ben.text, (await room.phone().state('screen')).text, (await ada.state()).text])
      expect(heard).not.toMatch(/finished|began/)
    await Promise.all([ben, wall, view].map(stream => stream.close()))
    await room.close()
    expect(await progressIn(await openRoom({ dataDir: room.dataDir }))).toEqual({})
  })

  it.each<[string, number, string, unknown]>([
    ['an exercise that there is not', 422, 'does-not-fit', { exercise: 'dance', stage: 'began' }],
    ['one that every object has', 422, 'does-not-fit', { exercise: 'constructor', stage: 'began' }],
    ['a stage that there is not', 422, 'does-not-fit', { exercise: 'draw', stage: 'halfway' }],
    ['no stage', 422, 'does-not-fit', { exercise: 'draw' }],
    ['a long name', 422, 'does-not-fit', { exercise: 'x'.repeat(61), stage: 'began' }],
    ['nothing', 422, 'does-not-fit', null],
    ['no JSON', 422, 'no-json', '{'],
  ])('refuses %s with %d', async (_, status, code, body) => {
    const room = await openRoom()
    expect(await (await room.voter()).send('POST', '/api/progress', body)).toMatchObject({ status, json: refused(code) })
    expect(await progressIn(room)).toEqual({})
  })

  it('is refused for unknown phones, other pages, too many requests, and after the end', async () => {
    const room = await openRoom()
    const ada = await room.voter()
    const foreign = new Caller(room.base, { origin: 'http://elsewhere.example' })
    await foreign.open()
    expect(await tell(room.phone(), 'draw', 'began')).toMatchObject({ status: 401, json: refused('no-voter') })
    expect(await tell(foreign, 'draw', 'began')).toMatchObject({ status: 403, json: refused('other-origin') })
    const storm = await Promise.all(Array.from({ length: 25 }, () => tell(ada, 'draw', 'began')))
    expect(storm.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(storm.at(-1)).toMatchObject({ status: 429, json: refused('too-many') })
    expect(await progressIn(room)).toEqual({ draw: { began: 1, finished: 0 } })
    await room.presenter.send('POST', '/api/session/end')
    expect(await tell(ada, 'draw', 'finished')).toMatchObject({ status: 409, json: refused('session-over') })
  })
})

describe('screens that do not follow: following=0', () => {
  it('are told apart from those that follow, until they leave; the presenter\'s own windows are no screens', async () => {
    const room = await openRoom()
    const view = await room.presenter.listen('screen')
    const paused = await room.phone().listen('screen', '&following=0')
    const following = [await room.phone().listen('screen'), await room.phone().listen('screen', '&following=1')]
    const own = await room.presenter.listen('screen', '&following=0')
    const phone = await room.phone().listen('phone', '&following=0')
    const tells = (following: number, paused: number): Promise<void> => view.until(({ events }) => {
      const last = events.findLast(({ name }) => name === 'progress')?.data as Progress | undefined
      return last?.presenter?.screens.following === following && last.presenter.screens.paused === paused
    })
    await tells(2, 1)
    await paused.close()
    await tells(2, 0)
    await Promise.all(following.map(stream => stream.close()))
    await tells(0, 0)
    await Promise.all([view, own, phone].map(stream => stream.close()))
  })
})
