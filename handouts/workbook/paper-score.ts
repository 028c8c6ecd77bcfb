import type { Axis, ItemId } from '../../exercises/energy-audit/items.ts'
import type { Rating } from '../../exercises/rating.ts'
import { axisHalfWidth } from '../../exercises/energy-audit/bars.ts'
import { axisItems, checkItem, priceItem, scale } from '../../exercises/energy-audit/items.ts'
import { baseBand, clearFrom, feedsFrom, flatFrom, widestBand } from '../../exercises/energy-audit/scoring.ts'

const lowest = Math.min(...scale.map(step => step.rating))

/**
 * On paper a rating counts 0 to 4 points instead of −2 to +2: nobody has to add negative numbers, and the difference
 * between the two sides stays what it is. A side then has 0 to 28 points.
 */
export function pointsOf(rating: Rating): number {
  return rating - lowest
}

const itemsPerSide = axisItems.people.length
/** Points of a side whose ratings add up to zero. */
const middle = -lowest * itemsPerSide

/** The limits of the readings, in points as they stand on paper. */
export const paper = {
  most: 2 * middle,
  middle,
  feedsFrom: middle + feedsFrom,
  costsUpTo: middle - feedsFrom,
  baseBand,
  axisHalfWidth,
  widestBand,
  clearFrom,
  flatFrom,
}

/** Numbers of the rows that decide something by themselves, on a form with this order of items; counted from 1. */
export function rowsOn(form: readonly ItemId[]): Record<Axis, { price: number, check: number }> {
  const row = (id: ItemId): number => form.indexOf(id) + 1
  return {
    people: { price: row(priceItem.people), check: row(checkItem.people) },
    systems: { price: row(priceItem.systems), check: row(checkItem.systems) },
  }
}

/** The side whose column a row's points go into; null for a row that is not scored. */
export function sideOf(id: ItemId): Axis | null {
  const people: readonly ItemId[] = axisItems.people
  const systems: readonly ItemId[] = axisItems.systems
  if (people.includes(id))
    return 'people'
  return systems.includes(id) ? 'systems' : null
}
