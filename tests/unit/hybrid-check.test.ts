import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReadings, facts, isTicked, readCheck } from '../../exercises/hybrid-check/facts.ts'

const ids = facts.map(fact => fact.id)

describe('the reading', () => {
  it.each([[0, 'watch'], [1, 'watch'], [2, 'strained'], [3, 'split'], [4, 'split'], [5, 'split']])('%i facts mean %s', (count, level) => {
    expect(readCheck(ids.slice(0, count)).level).toBe(level)
  })

  it('depends on how many facts are true, not on which, nor on repeats', () => {
    fc.assert(fc.property(fc.subarray(ids), fc.array(fc.constantFrom(...ids)), (some, more) => {
      const repeated = [...some, ...more.filter(id => some.includes(id))]
      expect(readCheck(repeated)).toBe(readCheck(ids.slice(0, some.length)))
    }))
  })

  it('covers zero to five facts without a gap or an overlap', () => {
    expect(checkReadings.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('a stored value', () => {
  it.each<[unknown, boolean]>([[[], true], [['span', 'split'], true], [null, false], [{}, false], [['lunch'], false], [['span', 'span'], false]])('%j: %s', (value, valid) => {
    expect(isTicked(value)).toBe(valid)
  })
})
