/** Corrections smaller than this are followed: computers make them all the time. */
const SLACK_MS = 1_000

/**
 * A clock in milliseconds since 1970 that is never set back: when `wall` is, it goes on by `counter`, which only ever
 * grows. It follows `wall` forwards, for `counter` may stand still while a laptop sleeps.
 */
export function steadyClock(wall: () => number = Date.now, counter: () => number = () => performance.now()): () => number {
  let shift = 0
  let last = wall()
  let counted = counter()
  return () => {
    const count = counter()
    const least = last + count - counted
    const shown = wall() + shift
    if (shown < least - SLACK_MS)
      shift += least - shown
    last = Math.max(last, wall() + shift)
    counted = count
    return last
  }
}
