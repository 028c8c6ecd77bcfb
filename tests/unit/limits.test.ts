import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Holdings, RateLimit } from '../../live/server/limits.ts'

function clocked(most: number, windowMs: number): { limit: RateLimit, pass: (ms: number) => void } {
  let now = 1_000
  return { limit: new RateLimit(most, windowMs, () => now), pass: ms => void (now += ms) }
}

describe('a rate limit', () => {
  it('allows its number of calls in a window and no more', () => {
    const { limit, pass } = clocked(3, 1_000)
    expect([1, 2, 3, 4, 5].map(() => limit.allows('a'))).toEqual([true, true, true, false, false])
    pass(999)
    expect(limit.allows('a')).toBe(false)
    pass(1)
    expect(limit.allows('a')).toBe(true)
  })

  it('counts each caller alone', () => {
    const { limit } = clocked(1, 1_000)
    expect([limit.allows('a'), limit.allows('b'), limit.allows('a')]).toEqual([true, true, false])
  })

  it('never lets through more than twice its number in the length of a window', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(300), { maxLength: 60 }), (most, pauses) => {
      const { limit, pass } = clocked(most, 1_000)
      let now = 0
      const passed = pauses.flatMap((pause) => {
        pass(pause)
        now += pause
        return limit.allows('a') ? [now] : []
      })
      for (const start of passed)
        expect(passed.filter(time => time >= start && time < start + 1_000).length).toBeLessThanOrEqual(2 * most)
    }))
  })
})

describe('the holdings of a caller', () => {
  it('are limited in number, and each is given back once', () => {
    const holdings = new Holdings(caller => caller === 'a' ? 2 : 1)
    const [first, second] = [holdings.take('a'), holdings.take('a')]
    expect(holdings.take('a')).toBeNull()
    expect(holdings.take('b')).not.toBeNull()
    expect(holdings.take('b')).toBeNull()
    first?.()
    first?.()
    expect(holdings.take('a')).not.toBeNull()
    expect(holdings.take('a')).toBeNull()
    second?.()
    expect(holdings.take('a')).not.toBeNull()
  })
})
