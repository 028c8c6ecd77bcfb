import type { FollowEvent, Following } from './follow.ts'
import type { Live } from './live.ts'
import type { Outcome } from './presenter.ts'
import type { Deck } from './slidev.ts'
import { shallowRef, watch } from 'vue'
import { follow, startFollow } from './follow.ts'
import { presenter } from './presenter.ts'

const RETRY_MS = 1_000

export interface FollowingWindow {
  /** True while local keys keep a window of the room away from what the presenter shows. */
  paused: Readonly<{ value: boolean }>
  resume: () => void
  /** Why the presenter's last move reached nobody; null when it did. */
  problem: Readonly<{ value: string | null }>
}

/** Ties one window of the deck to the session: its moves to the server, the server's position to it. */
export function connectDeck(deck: Pick<Deck, 'shown' | 'go'>, live: Live, role: Following['role']): FollowingWindow {
  let now = startFollow(role)
  const paused = shallowRef(false)
  const problem = shallowRef<string | null>(null)

  function step(event: FollowEvent): void {
    const { next, effect } = follow(now, event)
    now = next
    paused.value = next.paused
    if (effect?.type === 'go')
      void deck.go(effect.place)
    else if (effect?.type === 'send')
      void presenter.show(effect.place).then(answered)
    else if (effect?.type === 'wait')
      setTimeout(step, RETRY_MS, { type: 'retry' })
  }

  function answered(outcome: Outcome<{ slide: number, clicks: number, seq: number }>): void {
    problem.value = outcome.ok ? null : outcome.sentence
    if (outcome.ok)
      step({ type: 'confirmed', position: outcome.value })
    else
      step({ type: outcome.away ? 'failed' : 'refused' })
  }

  watch(deck.shown, place => place && step({ type: 'shown', place }), { immediate: true })
  watch(() => live.connection.value, connection => connection === 'lost' && step({ type: 'lost' }), { flush: 'sync' })
  watch(() => live.state.value, state => state && step({ type: 'heard', position: state.slide }), { immediate: true, flush: 'sync' })

  return { paused, problem, resume: () => step({ type: 'resume' }) }
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
