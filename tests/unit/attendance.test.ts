import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Attendance } from '../../live/server/attendance.ts'
import { Headcount } from '../../live/server/headcount.ts'
import { memorySession } from '../../live/store/memory-store.ts'

const record = { name: 'blue', startedAt: '2026-11-23T09:00:00.000Z', rehearsal: false, presenterKey: 'key', voterSecret: 'secret' }

it('a phone is counted once, however many looks happen while it joins', async () => {
  const store = memorySession(record)()
  // A slow store: what it is told arrives later than what it is asked.
  const far = { ...store, presence: async () => wait(5).then(() => store.presence()) }
  const headcount = new Headcount()
  const attendance = new Attendance(far, headcount)
  await store.tellPresence('another server', { phones: 3, following: 1, paused: 0 })
  const looks = Array.from({ length: 4 }, async (_, n) => {
    await wait(2 * n)
    headcount.comes({ role: 'phone', voter: `phone ${n}`, follows: true })
    await attendance.look()
    return attendance.presence
  })
  for (const presence of await Promise.all(looks))
    expect(presence).toMatchObject({ following: 1, paused: 0 })
  expect(attendance.presence).toEqual({ phones: 7, following: 1, paused: 0 })
  await attendance.close()
  await store.close()
})
