import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countdownSaid, minutesAndSeconds, tick } from '../../live/client/countdown.ts'

describe('a countdown in a window', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows every second once, and ends at none', () => {
    const shown: number[] = []
    tick({ seconds: 30, leftMs: 3_400, until: 0 }, left => shown.push(left))
    vi.advanceTimersByTime(60_000)
    expect(shown).toEqual([4, 3, 2, 1, 0])
  })

  it('shows none left in a window that opens after its end', () => {
    const shown: number[] = []
    tick({ seconds: 30, leftMs: 0, until: 0 }, left => shown.push(left))
    vi.advanceTimersByTime(5_000)
    expect(shown).toEqual([0])
  })

  it('shows nothing more once it is taken away', () => {
    const shown: number[] = []
    const stop = tick({ seconds: 60, leftMs: 60_000, until: 0 }, left => shown.push(left))
    vi.advanceTimersByTime(1_500)
    stop()
    vi.advanceTimersByTime(60_000)
    expect(shown).toEqual([60, 59])
  })
})

it('a screen reader hears a countdown at a few marks', () => {
  const heard = Array.from({ length: 91 }, (_, passed) => countdownSaid(90 - passed))
  expect([...new Set(heard)]).toEqual(['90 seconds left.', '60 seconds left.', '30 seconds left.', '10 seconds left.', 'Time is up. The question is still open.'])
  expect(countdownSaid(89)).toBe('90 seconds left.')
})

it.each([[90, '1:30'], [60, '1:00'], [9, '0:09'], [0, '0:00']])('%i seconds are written %s', (left, text) => {
  expect(minutesAndSeconds(left)).toBe(text)
})
