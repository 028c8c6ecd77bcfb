import type { OnNow } from './location.ts'
import { locationKey } from './location.ts'

/** Watches whether the page was out of sight while something else came on. */
export interface Attention {
  /** Call with what is on now; `isFirst` for the first state after a new connection. */
  roomIsAt: (on: OnNow, isFirst: boolean) => void
}

/** Calls `onMissed` when something else came on while the page was out of sight, once it is back. A change while it is in sight calls nothing. */
export function createAttention(onMissed: () => void): Attention {
  let now = ''
  /** What was on when the page went out of sight; null once its return was handled. */
  let seen: string | null = null

  function compare(): void {
    if (seen !== null && seen !== now)
      onMissed()
  }

  // In the capturing phase: before the stream connects anew and before anything is drawn.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden')
      seen = now
    else
      compare()
  }, true)

  return {
    roomIsAt(on, isFirst) {
      now = locationKey(on)
      if (document.visibilityState === 'hidden')
        return
      if (isFirst)
        compare()
      seen = null
    },
  }
}
