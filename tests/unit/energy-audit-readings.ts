import type { Answers, ItemId, Reading } from '../../exercises/energy-audit/scoring.ts'
import type { Rating } from '../../exercises/rating.ts'
import { isItemId, itemIds, scoredItems } from '../../exercises/energy-audit/items.ts'
import { scoreAudit } from '../../exercises/energy-audit/scoring.ts'

/** The same answers with people and systems items, and the two checks, exchanged. */
export function swapSides(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [swapId(id), answer]))
}

function swapId(id: string): ItemId {
  const letter = id.startsWith('P') ? `S${id.slice(1)}` : id.startsWith('S') ? `P${id.slice(1)}` : id === 'C1' ? 'C2' : 'C1'
  return itemIds.find(one => one === letter) ?? 'C1'
}

/** One way to fill in a side: how often each of the five ratings occurs, with the sixth item (the price) first. */
interface SideFill { sum: number, lowest: boolean, values: Rating[] }

const steps: readonly Rating[] = [-2, -1, 0, 1, 2]

/** Every multiset of seven ratings, once with −2 as the price (where there is one) and once without (where there is another). */
function everySide(): SideFill[] {
  return counts(7, steps.length).flatMap((count) => {
    const values = count.flatMap((times, i) => Array.from<Rating>({ length: times }).fill(steps[i] ?? 0))
    const sum = values.reduce<number>((total, value) => total + value, 0)
    const withPrice = (lowest: boolean): SideFill[] => {
      const at = values.findIndex(value => (value === -2) === lowest)
      return at === -1 ? [] : [{ sum, lowest, values: [values[at] ?? 0, ...values.filter((_, i) => i !== at)] }]
    }
    return [...withPrice(true), ...withPrice(false)]
  })
}

function counts(total: number, parts: number): number[][] {
  if (parts === 1)
    return [[total]]
  return Array.from({ length: total + 1 }, (_, first) => counts(total - first, parts - 1).map(rest => [first, ...rest])).flat()
}

/**
 * One set of answers for every combination of sums, prices, checks and bands that answers can reach:
 * all that a reading depends on.
 */
export function everyReading(): Reading[] {
  const sides = everySide()
  const reached = new Map<string, Answers>()
  for (const people of sides) {
    for (const systems of sides) {
      const key = [people.sum, systems.sum, people.lowest, systems.lowest].join()
      if (reached.has(key) || isFlat([...people.values, ...systems.values]))
        continue
      reached.set(key, { ...fill('P', people.values), ...fill('S', systems.values) })
    }
  }
  const checks: Answers[] = [{}, { C1: { rating: 1 } }, { C2: { rating: 1 } }, { C1: { rating: 1 }, C2: { rating: 1 } }]
  const scored = [...reached.values()].flatMap(answers => checks.flatMap(check => [0, 1, 2, 3, 4].map(never => scoreAudit({ ...tick(answers, never), ...check }))))
  const flat: Answers = Object.fromEntries(scoredItems.map(id => [id, { rating: 1 }]))
  return [scoreAudit({}), scoreAudit(flat), ...scored]
}

function isFlat(values: readonly Rating[]): boolean {
  return steps.some(step => values.filter(value => value === step).length >= 12)
}

function fill(prefix: 'P' | 'S', [price, ...rest]: Rating[]): Answers {
  const others = [1, 2, 3, 4, 5, 7].map((number, i) => [`${prefix}${number}`, { rating: rest[i] ?? 0 }])
  return Object.fromEntries([...others, [`${prefix}6`, { rating: price ?? 0 }]])
}

function tick(answers: Answers, never: number): Answers {
  const ticked = scoredItems.slice(0, never)
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...answer, never: isItemId(id) && ticked.includes(id) }]))
}
