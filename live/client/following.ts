import type { LiveState } from '../domain/state.ts'
import type { FollowEvent, Following } from './follow-rules.ts'
import type { Live } from './live.ts'
import type { Outcome } from './presenter-requests.ts'
import type { DeckWindow } from './slidev.ts'
import { shallowRef, watch } from 'vue'
import { audience } from './audience.ts'
import { follow, startFollow } from './follow-rules.ts'
import { presenter } from './presenter-requests.ts'
import { pauseAfter } from './retry.ts'

/** How this window follows the session, for the components that say so. */
export interface FollowingWindow {
  /** True while local keys keep a window of the room away from what the presenter shows. */
  paused: Readonly<{ value: boolean }>
  /** True where keys move everybody: in the presenter's view, and in every window of the presenter's browser. */
  drives: Readonly<{ value: boolean }>
  resume: () => void
  /** Why the presenter's last move reached nobody; null when it did. */
  problem: Readonly<{ value: string | null }>
}

/** Connects one window of the deck with the session: sends its moves to the server, and moves it to the server's position. */
export function connectDeck(deck: Pick<DeckWindow, 'shown' | 'go'>, live: Live): FollowingWindow {
  const roleIn = (state: LiveState | null): Following['role'] => audience === 'presenter' || state?.presenter ? 'presenter' : 'room'
  let now = startFollow(roleIn(live.state.value))
  let failures = 0
  const paused = shallowRef(false)
  const drives = shallowRef(now.role === 'presenter')
  const problem = shallowRef<string | null>(null)

  function step(event: FollowEvent): void {
    const { next, effect } = follow(now, event)
    now = next
    paused.value = next.paused
    drives.value = next.role === 'presenter'
    if (effect?.type === 'go')
      void deck.go(effect.place)
    else if (effect?.type === 'send')
      void presenter.show(effect.place).then(answered)
    else if (effect?.type === 'wait')
      setTimeout(step, pauseAfter(++failures), { type: 'retry' })
  }

  function answered(outcome: Outcome<{ slide: number, clicks: number, seq: number }>): void {
    problem.value = outcome.ok ? null : outcome.sentence
    if (outcome.ok)
      failures = 0
    if (outcome.ok)
      step({ type: 'confirmed', position: outcome.value })
    else
      step({ type: outcome.again ? 'failed' : 'refused' })
  }

  watch(deck.shown, place => place && step({ type: 'shown', place }), { immediate: true })
  watch(() => live.connection.value, connection => connection === 'lost' && step({ type: 'lost' }), { flush: 'sync' })
  watch(() => live.state.value, (state) => {
    if (!state)
      return
    step({ type: 'role', role: roleIn(state) })
    step({ type: 'heard', position: state.slide })
  }, { immediate: true, flush: 'sync' })
  watch(paused, away => live.tellFollowing(!away))

  return { paused, drives, problem, resume: () => step({ type: 'resume' }) }
}

let current: FollowingWindow | null = null

/** Set once per window, by the root setup. */
export function setFollowing(window: FollowingWindow): void {
  current = window
}

/** This window's following; null for a reader on their own and in print. */
export function useFollowing(): FollowingWindow | null {
  return current
}
