import type { Length } from '../../live/domain/manifest.ts'
import type { Room } from './harness.ts'
import { describe, expect, it } from 'vitest'
import { lengthOf, lengthToGoOnWith } from '../../scripts/lib/session-length.ts'
import { openRoom } from './harness.ts'
import { manifest } from './sample-workshop.ts'

const unsaid = { session: undefined, fresh: false, rehearsal: false }

/** A session of a length that was answered in and then stopped, as by a fault. */
async function stopped(format: Length, name: string, dataDir?: string, ends = false): Promise<Room> {
  const room = await openRoom({ floor: 1, session: name, manifest: { ...manifest, format }, ...dataDir !== undefined && { dataDir } })
  await room.go('ask-lunch')
  await room.answers('lunch', 1, () => 'soup')
  if (ends)
    await room.presenter.send('POST', '/api/session/end')
  await room.close()
  return room
}

describe('a start without a length', () => {
  it('goes on at the length of the session that stopped', async () => {
    const { dataDir } = await stopped(60, 'blue')
    expect(await lengthToGoOnWith({ ...unsaid, dataDir })).toBe(60)
    const again = await openRoom({ dataDir, manifest: { ...manifest, format: 60 } })
    expect(again.workshop).toMatchObject({ session: 'blue', resumed: { answers: 1 } })
  })

  it('goes on with the session that changed last', async () => {
    const { dataDir } = await stopped(60, 'blue')
    await stopped(45, 'green', dataDir)
    expect(await lengthToGoOnWith({ ...unsaid, dataDir })).toBe(45)
  })

  it('takes the length of the session it names', async () => {
    const { dataDir } = await stopped(60, 'blue')
    await stopped(45, 'green', dataDir)
    expect(await lengthToGoOnWith({ ...unsaid, session: 'blue', dataDir })).toBe(60)
  })

  it.each<[string, Partial<typeof unsaid>, boolean]>([
    ['after an end', {}, true],
    ['of a new session', { fresh: true }, false],
    ['of a rehearsal', { rehearsal: true }, false],
    ['of a session that is not there', { session: 'red' as never }, false],
  ])('%s takes no length from an earlier session', async (_, changes, ends) => {
    const { dataDir } = await stopped(60, 'blue', undefined, ends)
    expect(await lengthToGoOnWith({ ...unsaid, ...changes, dataDir })).toBeUndefined()
  })

  it('skips a session that is running, which the start itself reports', async () => {
    const room = await openRoom({ session: 'blue', manifest: { ...manifest, format: 60 } })
    expect(await lengthToGoOnWith({ ...unsaid, dataDir: room.dataDir })).toBeUndefined()
  })
})

describe('an export without a length', () => {
  it('takes the session\'s length, ended or not', async () => {
    const { dataDir } = await stopped(60, 'blue', undefined, true)
    expect(await lengthOf({ dataDir }, 'blue')).toBe(60)
    expect(await lengthOf({ dataDir }, 'red')).toBeUndefined()
  })
})
