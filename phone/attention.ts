import type { OnNow } from './location.ts'
import { locationKey } from './location.ts'

/** Whether the person has been looking. */
export interface Attention {
  /** What is on now; `isFirst` when it is the first word after the line was made anew. */
  roomIsAt: (on: OnNow, isFirst: boolean) => void
}

/**
 * Calls `onMissed` when something else came on while nobody looked at the page: who comes back then lands there.
 * A change that happens before their eyes moves nobody.
 */
export function createAttention(onMissed: () => void): Attention {
  let now = ''
  /** What was on when the page went out of sight; null once its return has been dealt with. */
  let seen: string | null = null

  function compare(): void {
    if (seen !== null && seen !== now)
      onMissed()
  }

  // In the capturing phase, before the stream makes its line anew and before anything is drawn.
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
