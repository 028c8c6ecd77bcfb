import type { Answers, ItemId, Note, Reading } from '../../exercises/energy-audit/scoring.ts'
import type { Rating } from '../../exercises/rating.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisItems, formA, formB, isItemId, itemIds, itemText, scale, scoredItems } from '../../exercises/energy-audit/items.ts'
import { scoreAudit } from '../../exercises/energy-audit/scoring.ts'
import { swapSides } from './energy-audit-readings.ts'

const ratings = scale.map(step => step.rating)

/** Ratings for the seven items of a side, item 6 (the price) included. */
function side(prefix: 'P' | 'S', values: readonly Rating[]): Answers {
  return Object.fromEntries(values.map((rating, i) => [`${prefix}${i + 1}`, { rating }]))
}

function audit(people: readonly Rating[], systems: readonly Rating[], extra: Answers = {}): Answers {
  return { ...side('P', people), ...side('S', systems), ...extra }
}

function withNever(answers: Answers, ids: readonly ItemId[]): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...answer, never: isItemId(id) && ids.includes(id) }]))
}

const anyRating = fc.constantFrom(...ratings)
const anyAnswer = fc.record({ rating: anyRating, never: fc.boolean() }, { requiredKeys: ['rating'] })
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...itemIds), anyAnswer, { maxKeys: 16 })
const fullAnswers: fc.Arbitrary<Answers> = fc.tuple(...itemIds.map(() => anyAnswer)).map(all => Object.fromEntries(itemIds.map((id, i) => [id, all[i]])))

describe('the items', () => {
  it('are seven a side and two checks, each once in both forms', () => {
    expect(scoredItems).toHaveLength(14)
    expect([...formA].sort()).toEqual([...itemIds].sort())
    expect(formB).toEqual([...formA].reverse())
    expect(new Set(Object.values(itemText)).size).toBe(16)
  })

  it('stand in the fixed order', () => {
    expect(formA.join(' ')).toBe('S2 P5 P1 S4 S6 P3 C1 S1 P4 P7 S3 S5 C2 P2 S7 P6')
  })
})

const zero: readonly Rating[] = [1, -1, 1, -1, 0, 0, 0]
/** Seven ratings by their sum. */
const sides: Record<number, readonly Rating[]> = {
  0: zero,
  3: [1, 0, 1, 0, 1, 0, 0],
  4: [1, 1, 1, 0, 1, 0, 0],
  5: [1, 1, 1, 0, 1, 0, 1],
  6: [2, 1, 1, 0, 1, 0, 1],
  7: [2, 1, 2, 0, 1, 0, 1],
  8: [2, 1, 2, 1, 1, 0, 1],
  9: [2, 1, 2, 1, 1, 1, 1],
  10: [2, 2, 2, 1, 1, 1, 1],
  11: [2, 2, 2, 2, 1, 1, 1],
}

/** Which way a difference of people minus systems leans, with the first items of the form never done. */
function leanOf(difference: number, never: number): Reading['lean'] {
  const large = sides[Math.abs(difference)] ?? []
  const reading = scoreAudit(withNever(difference > 0 ? audit(large, zero) : audit(zero, large), scoredItems.slice(0, never)))
  expect(reading.difference).toBe(difference)
  return reading.lean
}

describe('the lean', () => {
  it.each([[0, 4], [1, 5], [2, 6], [3, 7], [4, 8], [14, 8]])('%i never done: a difference of up to %i either way is too close to call, and one more leans', (never, band) => {
    expect([0, band, -band].map(difference => leanOf(difference, never))).toEqual(['too-close', 'too-close', 'too-close'])
    expect([band + 1, -band - 1].map(difference => leanOf(difference, never))).toEqual(['people', 'systems'])
  })

  it.each([0, 14])('%i never done: a difference of 10 either way is clear, and one of 9 is not', (never) => {
    expect([9, -9].map(difference => leanOf(difference, never))).toEqual(['people', 'systems'])
    expect([10, -10, 11, -11].map(difference => leanOf(difference, never))).toEqual(['clearly-people', 'clearly-systems', 'clearly-people', 'clearly-systems'])
  })

  it.each(Array.from({ length: 15 }, (_, never) => [never, Math.min(4 + never, 8)]))('%i never done make a band of %i', (never, band) => {
    expect(scoreAudit(withNever(audit(zero, zero), scoredItems.slice(0, never)))).toMatchObject({ band, never: scoredItems.slice(0, never) })
  })

  it('has no wider band for a guessed check, which is listed', () => {
    const reading = scoreAudit(audit(zero, zero, { C1: { rating: 0, never: true }, C2: { rating: 1, never: true } }))
    expect(reading).toMatchObject({ band: 4, never: ['C1', 'C2'] })
  })
})

describe('the levels', () => {
  it.each<[points: number, level: string]>([[4, 'mixed'], [5, 'feeds'], [0, 'mixed'], [11, 'feeds']])('%i points is %s on either side', (points, level) => {
    const values = sides[points] ?? []
    const drained = values.map(value => (value === 0 ? 0 : -value)).filter(isRating)
    const costs = level === 'feeds' ? 'costs' : 'mixed'
    expect(scoreAudit(audit(values, zero)).levels?.people).toBe(level)
    expect(scoreAudit(audit(zero, values)).levels?.systems).toBe(level)
    expect(scoreAudit(audit(drained, zero)).levels?.people).toBe(costs)
    expect(scoreAudit(audit(zero, drained)).levels?.systems).toBe(costs)
  })
})

describe('the notes', () => {
  const priced: readonly Rating[] = [2, 2, 1, 1, 1, -2, 0]
  const nearlyPriced: readonly Rating[] = [2, 2, 1, 0, 1, -1, 0]
  const pricedBelow: readonly Rating[] = [2, 2, 1, 1, 0, -2, 0]
  const five = sides[5] ?? []
  const minusFive: readonly Rating[] = [-1, -1, -1, 0, -1, 0, -1]
  const minusFour: readonly Rating[] = [-1, -1, -1, 0, -1, 0, 0]

  it.each<[name: string, answers: Answers, notes: Note[]]>([
    ['both at +5', audit(five, five), ['both-feed']],
    ['one at +4', audit(five, sides[4] ?? []), []],
    ['both at −5', audit(minusFive, minusFive), ['both-cost']],
    ['one at −4', audit(minusFive, minusFour), []],
    ['people at +5 with its price at −2', audit(priced, zero), ['price-people']],
    ['systems at +5 with its price at −2', audit(zero, priced), ['price-systems']],
    ['price at −1', audit(nearlyPriced, zero), []],
    ['price at −2 on a side at +4', audit(pricedBelow, zero), []],
    ['people at +5 and its check at +1', audit(five, zero, { C1: { rating: 1 } }), ['pulls-people']],
    ['systems at +5 and its check at +2', audit(zero, five, { C2: { rating: 2 } }), ['pulls-systems']],
    ['a check at 0', audit(five, zero, { C1: { rating: 0 } }), []],
    ['the other side’s check', audit(five, zero, { C2: { rating: 2 } }), []],
    ['a check on a side at +4', audit(sides[4] ?? [], zero, { C1: { rating: 2 } }), []],
    ['a blank check', audit(five, zero), []],
    ['everything at once', audit(priced, priced, { C1: { rating: 1 }, C2: { rating: 1 } }), ['both-feed', 'price-people', 'price-systems', 'pulls-people', 'pulls-systems']],
  ])('%s', (_name, answers, notes) => {
    expect(scoreAudit(answers).notes).toEqual(notes)
  })
})

describe('no reading', () => {
  const none = { lean: 'none', people: null, systems: null, difference: null, band: null, levels: null, notes: [] }

  it.each(scoredItems.map(id => [id]))('is incomplete without %s', (blank) => {
    const answers = audit(sides[5] ?? [], zero)
    delete answers[blank]
    expect(scoreAudit(answers)).toEqual({ ...none, reason: 'incomplete', never: [] })
  })

  it('is incomplete when nothing is answered', () => {
    expect(scoreAudit({})).toEqual({ ...none, reason: 'incomplete', never: [] })
  })

  it('is not the result of unanswered checks', () => {
    expect(scoreAudit(audit(sides[5] ?? [], zero)).lean).toBe('people')
  })

  it.each<[same: number, lean: Reading['lean']]>([[11, 'too-close'], [12, 'none'], [13, 'none'], [14, 'none']])('%i identical answers read as %s', (same, lean) => {
    for (const rating of ratings) {
      const other: Rating = rating === 2 ? 1 : 2
      const answers: Answers = Object.fromEntries(scoredItems.map(id => [id, { rating }]))
      // The differing answers are spread over both sides so that the difference stays small.
      const order = axisItems.people.flatMap((id, i) => [id, axisItems.systems[i] ?? id])
      for (const id of order.slice(same))
        answers[id] = { rating: other }
      const reading = scoreAudit(answers)
      expect(reading).toMatchObject(lean === 'none' ? { lean, reason: 'flat', people: null } : { lean })
    }
  })

  it('ignores the checks when it counts identical answers', () => {
    const answers = audit([2, 2, 2, 2, 2, 2, -1], [2, 2, 2, 2, 1, 1, 1], { C1: { rating: 2 }, C2: { rating: 2 } })
    expect(scoreAudit(answers).lean).not.toBe('none')
  })

  it('still holds what was ticked as never done', () => {
    expect(scoreAudit({ P3: { rating: 1, never: true } }).never).toEqual(['P3'])
  })
})

describe('a reading, whatever the answers,', () => {
  it('is mirrored when the sides are swapped', () => {
    fc.assert(fc.property(fullAnswers, (answers) => {
      expect(scoreAudit(swapSides(answers))).toEqual(swapReading(scoreAudit(answers)))
    }))
  })

  it('keeps all answers when one is added', () => {
    fc.assert(fc.property(anyAnswers, fc.constantFrom(...itemIds), anyAnswer, (answers, id, answer) => {
      const before = scoreAudit(answers)
      const after = scoreAudit({ ...answers, [id]: answer })
      expect(after.never).toEqual(expect.arrayContaining(before.never.filter(one => one !== id)))
      if (before.lean !== 'none')
        expect(after.lean === 'none' && after.reason === 'incomplete').toBe(false)
    }))
  })

  it('depends on answers only, not on their order, and leaves them alone', () => {
    fc.assert(fc.property(fullAnswers, (answers) => {
      const copy = structuredClone(answers)
      const backwards: Answers = Object.fromEntries(Object.entries(answers).reverse())
      expect(scoreAudit(backwards)).toEqual(scoreAudit(answers))
      expect(answers).toEqual(copy)
    }))
  })

  it('stays within its ranges, and its parts agree', () => {
    fc.assert(fc.property(fullAnswers, (answers) => {
      const reading = scoreAudit(answers)
      if (reading.lean === 'none')
        return
      expect(Math.abs(reading.people)).toBeLessThanOrEqual(14)
      expect(Math.abs(reading.systems)).toBeLessThanOrEqual(14)
      expect(reading.difference).toBe(reading.people - reading.systems)
      expect(reading.band).toBeGreaterThanOrEqual(4)
      expect(reading.band).toBeLessThanOrEqual(8)
    }))
  })

  it('moves towards a side when an answer of that side rises', () => {
    fc.assert(fc.property(fullAnswers, fc.constantFrom(...axisItems.people), (answers, id) => {
      const rating = answers[id]?.rating ?? 0
      const higher = ratings.find(step => step === rating + 1)
      const [before, after] = [scoreAudit(answers), scoreAudit({ ...answers, [id]: { ...answers[id], rating: higher ?? rating } })]
      if (before.lean !== 'none' && after.lean !== 'none')
        expect(after.difference).toBeGreaterThanOrEqual(before.difference)
    }))
  })
})

function isRating(value: number): value is Rating {
  return ratings.some(rating => rating - value === 0)
}

function swapReading(reading: Reading): Reading {
  const never = itemIds.filter(id => reading.never.some(one => swapId(one) === id))
  if (reading.lean === 'none')
    return { ...reading, never }
  const swapped = { people: 'systems', systems: 'people' } as const
  const lean = {
    'too-close': 'too-close',
    'people': 'systems',
    'systems': 'people',
    'clearly-people': 'clearly-systems',
    'clearly-systems': 'clearly-people',
  } as const
  const order: Note[] = ['both-feed', 'both-cost', 'price-people', 'price-systems', 'pulls-people', 'pulls-systems']
  const mirrored = reading.notes.map(note => note.replace(/people|systems/, side => swapped[side === 'people' ? 'people' : 'systems']))
  return {
    lean: lean[reading.lean],
    people: reading.systems,
    systems: reading.people,
    difference: reading.difference === 0 ? 0 : -reading.difference,
    band: reading.band,
    never,
    levels: { people: reading.levels.systems, systems: reading.levels.people },
    notes: order.filter(note => mirrored.includes(note)),
  }
}

function swapId(id: ItemId): ItemId {
  const [only] = Object.keys(swapSides({ [id]: { rating: 0 } }))
  return itemIds.find(one => one === only) ?? id
}
