import type { Choices, CollisionId, Gives } from '../../exercises/two-tuesdays/collisions.ts'
import type { Block } from '../../exercises/two-tuesdays/tuesdays.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collisions, costOf, dayAfter } from '../../exercises/two-tuesdays/collisions.ts'
import { dayEnd, dayStart, hybridDay, leadDay, managerDay } from '../../exercises/two-tuesdays/tuesdays.ts'

const gives: Gives[] = ['people', 'systems', 'evening']
const ids = collisions.map(collision => collision.id)
const someChoices = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...gives)) as fc.Arbitrary<Choices>
const allChoices = fc.tuple(...ids.map(() => fc.constantFrom(...gives)))
  .map(list => Object.fromEntries(ids.map((id, i) => [id, list[i]])) as Record<CollisionId, Gives>)
const missing = collisions.reduce((sum, one) => sum + (one.end - one.start), 0)

/** Times covered, each slot once. */
function slots(day: readonly Block[]): string[] {
  return [...new Set(day.map(block => `${block.start}-${block.end}`))]
}

describe('the three days', () => {
  it.each([['manager', managerDay], ['lead', leadDay], ['hybrid', hybridDay]])('of the %s are filled without a gap', (_, day) => {
    const times = slots(day).flatMap(slot => slot.split('-').map(Number))
    expect(times[0]).toBe(dayStart)
    expect(times.at(-1)).toBe(dayEnd)
    for (let i = 1; i < times.length - 1; i += 2)
      expect(times[i]).toBe(times[i + 1])
  })

  it.each([...managerDay, ...leadDay, ...hybridDay])('$title: can be read in a column drawn to scale', ({ start, end, title }) => {
    expect(end - start).toBeGreaterThanOrEqual(45)
    expect(title.length).toBeLessThanOrEqual(26)
  })

  it('overlap only for the hybrid, exactly where a collision is named', () => {
    const doubled = hybridDay.filter(a => hybridDay.some(b => b !== a && b.start === a.start))
    const named = collisions.flatMap(({ start, end, people, systems }) => [
      { start, end, title: people, kind: 'people' },
      { start, end, title: systems, kind: 'systems' },
    ])
    expect(doubled).toEqual(named)
  })
})

describe('the cost of a quarter', () => {
  it.each<[string, Choices, Record<Gives, number>]>([
    ['nothing decided', {}, { people: 0, systems: 0, evening: 0 }],
    ['one hour of people work, thirteen Tuesdays', { 'one-to-one': 'people' }, { people: 13, systems: 0, evening: 0 }],
    ['three quarters of an hour', { feedback: 'systems' }, { people: 0, systems: 9.75, evening: 0 }],
    ['one of each', { 'one-to-one': 'people', 'interview': 'systems', 'feedback': 'evening' }, { people: 13, systems: 13, evening: 9.75 }],
  ])('%s', (_, choices, hours) => {
    expect(costOf(choices).hours).toEqual(hours)
  })

  it('adds up to the same hours whatever is chosen', () => {
    fc.assert(fc.property(allChoices, (choices) => {
      const { people, systems, evening } = costOf(choices).hours
      expect(people + systems + evening).toBe(missing / 60 * 13)
    }))
  })

  it('has its own words for every choice', () => {
    const texts = collisions.flatMap(collision => Object.values(collision.costs))
    expect(new Set(texts).size).toBe(collisions.length * gives.length)
    fc.assert(fc.property(someChoices, (choices) => {
      expect(costOf(choices).lines).toHaveLength(Object.keys(choices).length)
    }))
  })

  it('is drawn with every block, those that gave way marked, and the evening longer by what moved there', () => {
    fc.assert(fc.property(someChoices, (choices) => {
      const day = dayAfter(choices)
      const of = (fate: string): Block[] => day.filter(block => block.fate === fate)
      const count = (value: Gives): number => Object.values(choices).filter(choice => choice === value).length
      expect(day.map(block => block.title)).toEqual(hybridDay.map(block => block.title))
      expect(of('given')).toHaveLength(count('people') + count('systems'))
      expect(of('open')).toHaveLength(2 * (collisions.length - Object.keys(choices).length))
      expect(of('evening')).toHaveLength(count('evening'))
      const late = of('evening')
      late.forEach((block, i) => expect(block.start).toBe(late[i - 1]?.end ?? dayEnd))
    }))
  })

  it('leaves no two kept blocks overlapping once everything is decided', () => {
    fc.assert(fc.property(allChoices, (choices) => {
      const busy = dayAfter(choices).filter(block => block.fate !== 'given').sort((a, b) => a.start - b.start)
      busy.slice(1).forEach((block, i) => expect(block.start).toBeGreaterThanOrEqual(busy[i]?.end ?? 0))
    }))
  })
})
