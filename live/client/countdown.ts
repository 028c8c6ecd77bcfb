import type { Countdown } from '../domain/state.ts'

const SECOND = 1_000
/** Seconds left at which a screen reader is told. */
const SAID = [0, 10, 30, 60, 90]

/** How long the presenter may let a countdown run, in seconds. */
export const countdownLengths = [30, 60, 90] as const

/**
 * Calls `show` with the whole seconds left, now and whenever they change, until there are none.
 * @returns a function that stops it
 */
export function tick({ leftMs }: Countdown, show: (left: number) => void): () => void {
  const end = performance.now() + leftMs
  let timer: ReturnType<typeof setTimeout> | undefined
  function look(): void {
    const ms = Math.max(0, end - performance.now())
    const left = Math.ceil(ms / SECOND)
    show(left)
    if (left > 0)
      timer = setTimeout(look, ms - (left - 1) * SECOND)
  }
  look()
  return () => clearTimeout(timer)
}

/** `1:05` */
export function minutesAndSeconds(left: number): string {
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}

/** What a screen reader is told at this moment: the last of a few marks that was passed. */
export function countdownSaid(left: number): string {
  const mark = SAID.find(seconds => seconds >= left) ?? left
  return mark === 0 ? 'Time is up. The question is still open.' : `${mark} seconds left.`
}
