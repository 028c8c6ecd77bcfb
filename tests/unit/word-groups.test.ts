import type { ReadWord } from '../../live/domain/state.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsOf, putUnder } from '../../live/client/word-groups.ts'

const word = (id: string, under: string | null = null, count = 1, hidden = false): ReadWord => ({ id, text: id, count, hidden, under })

describe('grouping words', () => {
  it.each<[string, ReadWord[], string, string | null, Record<string, string>]>([
    ['one under another', [word('time'), word('hours')], 'hours', 'time', { hours: 'time' }],
    ['what stood under it comes along', [word('time'), word('hours'), word('days', 'hours')], 'hours', 'time', { hours: 'time', days: 'time' }],
    ['a word under another one brings it to that', [word('time'), word('hours', 'time'), word('days')], 'days', 'hours', { hours: 'time', days: 'time' }],
    ['a word is taken out', [word('time'), word('hours', 'time'), word('days', 'time')], 'hours', null, { days: 'time' }],
    ['under itself nothing happens', [word('time'), word('hours', 'time')], 'time', 'time', { hours: 'time' }],
    ['nor under what stands under it', [word('time'), word('hours', 'time')], 'time', 'hours', { hours: 'time' }],
    ['elsewhere', [word('time'), word('hours', 'time'), word('money')], 'hours', 'money', { hours: 'money' }],
  ])('%s', (_, words, id, under, expected) => {
    expect(putUnder(words, id, under)).toEqual(expected)
  })

  it('is never more than one level deep after any steps', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const step = fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)))
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let words = ids.map(id => word(id))
      for (const [id, under] of steps) {
        const labels = putUnder(words, id, under)
        words = ids.map(one => word(one, labels[one] ?? null))
        for (const [low, high] of Object.entries(labels))
          expect(low !== high && labels[high] === undefined).toBe(true)
      }
      expect(groupsOf(words).reduce((sum, { count }) => sum + count, 0)).toBe(ids.length)
    }))
  })
})

it('a group counts only words that the room sees', () => {
  const groups = groupsOf([word('time', null, 3), word('money', null, 2), word('hours', 'time', 2), word('Alex', 'time', 1, true)])
  expect(groups.map(({ head, members, count }) => [head.id, members.map(({ id }) => id), count])).toEqual([['time', ['hours', 'Alex'], 5], ['money', [], 2]])
})
