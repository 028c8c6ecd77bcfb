import type { Answers, ItemId } from '../../exercises/energy-audit/scoring.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formA, itemIds, scoredItems } from '../../exercises/energy-audit/items.ts'
import { strongestLines } from '../../exercises/energy-audit/strongest.ts'

it.each<[string, Answers, gives: ItemId[], drains: ItemId[]]>([
  ['nothing is strong', { P1: { rating: 1 }, S1: { rating: -1 } }, [], []],
  ['one each way', { P1: { rating: 2 }, S6: { rating: -2 } }, ['P1'], ['S6']],
  ['more than two: the first on the form', { P1: { rating: 2 }, P6: { rating: 2 }, S2: { rating: 2 }, P5: { rating: 2 } }, ['S2', 'P5'], []],
  ['guesses come last', { S2: { rating: -2, never: true }, P5: { rating: -2 }, P6: { rating: -2 } }, [], ['P5', 'P6']],
  ['a guess where there is nothing else', { S2: { rating: -2, never: true } }, [], ['S2']],
  ['the checks are not lines of their own', { C1: { rating: 2 }, C2: { rating: -2 } }, [], []],
])('the strongest lines: %s', (_, answers, gives, drains) => {
  expect(strongestLines(answers).map(({ items }) => items)).toEqual([gives, drains])
})

it('the strongest lines name at most two each way, and count all that were rated so', () => {
  const answer = fc.record({ rating: fc.constantFrom<-2 | -1 | 0 | 1 | 2>(-2, -1, 0, 1, 2), never: fc.boolean() })
  fc.assert(fc.property(fc.tuple(...itemIds.map(() => answer)), (list) => {
    const answers: Answers = Object.fromEntries(itemIds.map((id, i) => [id, list[i]]))
    for (const { rating, items, all } of strongestLines(answers)) {
      expect(items).toHaveLength(Math.min(2, all))
      expect(all).toBe(scoredItems.filter(id => answers[id]?.rating === rating).length)
      expect(items.every(id => answers[id]?.rating === rating && formA.includes(id))).toBe(true)
    }
  }))
})
