import type { LiveState } from '../../live/domain/state.ts'
import { expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { leaveOtherLength } from '../../live/client/other-length.ts'

const of = (minutes: LiveState['session']['minutes']): LiveState => ({ session: { name: 'team', startedAt: '2026-11-26T09:00:00.000Z', minutes, rehearsal: false, ended: false }, slide: null, phones: 0, exercises: [], poll: null })

it('a window reloads once the server serves slides of another length, and not before', () => {
  const state = shallowRef<LiveState | null>(null)
  const load = vi.fn()
  leaveOtherLength({ state }, load)
  state.value = of(60)
  state.value = { ...of(60), phones: 3 }
  expect(load).not.toHaveBeenCalled()
  state.value = of(30)
  expect(load).toHaveBeenCalledOnce()
})
