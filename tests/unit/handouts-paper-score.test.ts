import type { ItemId } from '../../exercises/energy-audit/items.ts'
import type { Answers } from '../../exercises/energy-audit/scoring.ts'
import type { Rating } from '../../exercises/rating.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formA, formB, itemIds, scale, scoredItems } from '../../exercises/energy-audit/items.ts'
import { scoreAudit } from '../../exercises/energy-audit/scoring.ts'
import { paper, pointsOf, rowsOn, sideOf } from '../../handouts/workbook/paper-score.ts'

const rating = fc.constantFrom<Rating>(-2, -1, 0, 1, 2)
const filledIn = fc.tuple(...itemIds.map(() => fc.record({ rating, never: fc.boolean() })))
  .map(list => Object.fromEntries(itemIds.map((id, i) => [id, list[i]])) as Required<Answers>)

/** Scores answers by the instructions on the sheet. */
function byHand(answers: Required<Answers>): { people: number, systems: number, difference: number, band: number } {
  const column = (side: 'people' | 'systems'): number => itemIds.filter(id => sideOf(id) === side).reduce((sum, id) => sum + pointsOf(answers[id].rating), 0)
  const [people, systems] = [column('people'), column('systems')]
  const ticks = itemIds.filter(id => sideOf(id) !== null && answers[id].never).length
  return { people, systems, difference: Math.abs(people - systems), band: Math.min(paper.baseBand + ticks, paper.widestBand) }
}

function levelByHand(points: number): string {
  if (points >= paper.feedsFrom)
    return 'feeds'
  return points <= paper.costsUpTo ? 'costs' : 'mixed'
}

describe('the scoring strip', () => {
  it('has no negative number to add', () => {
    expect(scale.map(step => pointsOf(step.rating))).toEqual([0, 1, 2, 3, 4])
    expect(paper).toMatchObject({ most: 28, middle: 14, feedsFrom: 19, costsUpTo: 9 })
  })

  it('gives the reading of the phone for any answers', () => {
    fc.assert(fc.property(filledIn, (answers) => {
      const reading = scoreAudit(answers)
      fc.pre(reading.lean !== 'none')
      const sheet = byHand(answers)
      expect(sheet.difference).toBe(Math.abs(reading.difference))
      expect(sheet.band).toBe(reading.band)
      expect({ people: levelByHand(sheet.people), systems: levelByHand(sheet.systems) }).toEqual(reading.levels)
      expect(sheet.difference <= sheet.band).toBe(reading.lean === 'too-close')
      expect(sheet.difference > sheet.band && sheet.difference >= paper.clearFrom).toBe(reading.lean.startsWith('clearly'))
    }))
  })

  it.each([['A', formA], ['B', formB]] as const)('names the rows of form %s that decide by themselves', (_, form) => {
    const rows = rowsOn(form)
    const item = (row: number): ItemId | undefined => form[row - 1]
    expect([item(rows.people.price), item(rows.systems.price), item(rows.people.check), item(rows.systems.check)]).toEqual(['P6', 'S6', 'C1', 'C2'])
    expect(form.filter(id => sideOf(id) !== null)).toHaveLength(scoredItems.length)
  })
})
