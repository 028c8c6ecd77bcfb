/** Steps back smaller than this are followed: computers correct their clocks all the time. */
const SLACK_MS = 1_000

/**
 * A clock in milliseconds since 1970 that never goes back: when `wall` is set back, the time goes on by `counter`,
 * which only grows. It follows `wall` forwards, since `counter` may stand still while a laptop sleeps.
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
