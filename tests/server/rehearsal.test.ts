import type { Snapshot } from '../../live/domain/state.ts'
import type { ExportedResults } from '../../live/server/exported-results.ts'
import type { Room } from './harness.ts'
import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decisionOn } from '../../scripts/rehearse/decision.ts'
import { openSimulatedRoom } from '../../scripts/rehearse/simulated-room.ts'
import { openRoom, presenterBrowser } from './harness.ts'
import { manifest, polls } from './sample-workshop.ts'

const PHONES = 12
const SEED = 21
/** A hundredth of real delays. */
const PACE = 0.01

async function rehearse(): Promise<Room> {
  const room = await openRoom({ dataDir: null, fresh: true, rehearsal: true, floor: 1, simulated: PHONES })
  const { leave } = openSimulatedRoom({ host: '127.0.0.1', port: room.workshop.port }, { phones: PHONES, seed: SEED, polls, pace: PACE })
  onTestFinished(leave)
  return room
}

const seen = async (room: Room): Promise<Snapshot> => (await room.presenter.state('screen')).json

describe('a rehearsal with a room', () => {
  it('is joined by its phones, and the presenter is told that they are simulated', async () => {
    const room = await rehearse()
    const screen = await (await presenterBrowser(room)).listen('screen')
    await expect.poll(async () => (await seen(room)).phones, { timeout: 20_000 }).toBeGreaterThan(PHONES / 2)
    expect(screen.state).toMatchObject({ session: { rehearsal: true }, presenter: { simulated: PHONES } })
    await screen.close()
    expect((await room.phone().state('screen')).json).not.toHaveProperty('presenter')
  })

  it('has phones that answer every question by its seed and do exercises, and is in no export', async () => {
    const room = await rehearse()
    for (const slide of manifest.slides) {
      await room.go(slide.alias)
      const poll = polls.find(({ id }) => id === slide.poll)
      const expected = poll ? Array.from({ length: PHONES }, (_, phone) => decisionOn(poll, polls, 1, { seed: SEED, phone, phones: PHONES })).filter(Boolean).length : 0
      if (poll)
        await expect.poll(async () => (await seen(room)).polls?.[poll.id]?.answered, { message: poll.id, timeout: 30_000 }).toBe(expected)
    }
    await expect.poll(async () => (await seen(room)).presenter?.progress.draw?.finished, { timeout: 30_000 }).toBeGreaterThan(0)
    expect(await room.presenter.send('POST', '/api/session/end')).toMatchObject({ status: 200 })
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json).toMatchObject({ rehearsal: true, rounds: [], sections: [] })
    expect(existsSync(room.dataDir)).toBe(false)
  })

  it('ends with its server', async () => {
    const room = await rehearse()
    await expect.poll(async () => (await seen(room)).phones, { timeout: 20_000 }).toBeGreaterThan(0)
    await room.close()
    await expect(fetch(room.base)).rejects.toThrow()
  })
})
