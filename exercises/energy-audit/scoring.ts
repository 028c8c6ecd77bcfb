import type { Rating } from '../rating.ts'
import type { Axis, ItemId } from './items.ts'
import { axisItems, checkItem, itemIds, priceItem, scoredItems } from './items.ts'

export type { ItemId } from './items.ts'

/** A missing item is a blank. `never`: the rating is a guess about something not done before. */
export type Answers = Partial<Record<ItemId, { rating: Rating, never?: boolean }>>

/** The level of one side: `feeds` from +5, `costs` from −5 down. */
export type Level = 'feeds' | 'mixed' | 'costs'

export type Note = 'both-feed' | 'both-cost' | 'price-people' | 'price-systems' | 'pulls-people' | 'pulls-systems'

/** A reading in points. */
export interface ScoredReading {
  lean: 'too-close' | 'people' | 'systems' | 'clearly-people' | 'clearly-systems'
  /** −14 to +14. */
  people: number
  /** −14 to +14. */
  systems: number
  /** People minus systems, −28 to +28. */
  difference: number
  /** 4 to 8: a difference up to this is too close to call. */
  band: number
  /** Rated items ticked "never done", unscored checks included. */
  never: ItemId[]
  levels: Record<Axis, Level>
  notes: Note[]
}

/** `incomplete`: a scored item is blank. `flat`: twelve or more of the fourteen scored answers are the same. */
export interface NoReading {
  lean: 'none'
  reason: 'incomplete' | 'flat'
  people: null
  systems: null
  difference: null
  band: null
  never: ItemId[]
  levels: null
  notes: []
}

export type Reading = ScoredReading | NoReading

/** The difference, in points, up to which a reading is too close to call: 4, and more for each guess, up to 8. */
export const baseBand = 4
export const widestBand = 8
/** From this difference on a lean is clear. */
export const clearFrom = 10
/** A side feeds from here on, and costs from minus this on. */
export const feedsFrom = 5
/** From so many equal answers of the fourteen on there is no reading. */
export const flatFrom = 12

/**
 * Adds up the two sides and reads them. Never throws.
 * The band of 4 comes from a simulation (`scripts/check/simulate-audit.ts`), not from people.
 */
export function scoreAudit(answers: Answers): Reading {
  const never = itemIds.filter(id => ratingOf(answers, id) !== undefined && answers[id]?.never === true)
  const ratings = scoredItems.map(id => ratingOf(answers, id)).filter(rating => rating !== undefined)
  if (ratings.length < scoredItems.length)
    return noReading('incomplete', never)
  if (ratings.some(rating => ratings.filter(other => other === rating).length >= flatFrom))
    return noReading('flat', never)

  const people = sum(answers, 'people')
  const systems = sum(answers, 'systems')
  const guesses = never.filter(id => scoredItems.includes(id)).length
  const band = Math.min(baseBand + guesses, widestBand)
  const levels = { people: levelOf(people), systems: levelOf(systems) }
  const difference = people - systems
  return { lean: leanOf(difference, band), people, systems, difference, band, never, levels, notes: notesOf(levels, answers) }
}

function noReading(reason: NoReading['reason'], never: ItemId[]): NoReading {
  return { lean: 'none', reason, people: null, systems: null, difference: null, band: null, never, levels: null, notes: [] }
}

function ratingOf(answers: Answers, id: ItemId): Rating | undefined {
  return answers[id]?.rating
}

function sum(answers: Answers, axis: Axis): number {
  return axisItems[axis].reduce((total, id) => total + (ratingOf(answers, id) ?? 0), 0)
}

function leanOf(difference: number, band: number): ScoredReading['lean'] {
  if (Math.abs(difference) <= band)
    return 'too-close'
  const axis: Axis = difference > 0 ? 'people' : 'systems'
  return Math.abs(difference) >= clearFrom ? `clearly-${axis}` : axis
}

function levelOf(points: number): Level {
  if (points >= feedsFrom)
    return 'feeds'
  return points <= -feedsFrom ? 'costs' : 'mixed'
}

function notesOf(levels: Record<Axis, Level>, answers: Answers): Note[] {
  const both = (level: Level): boolean => levels.people === level && levels.systems === level
  const price = (axis: Axis): boolean => levels[axis] === 'feeds' && ratingOf(answers, priceItem[axis]) === -2
  const pulls = (axis: Axis): boolean => levels[axis] === 'feeds' && (ratingOf(answers, checkItem[axis]) ?? 0) >= 1
  const notes: [Note, boolean][] = [
    ['both-feed', both('feeds')],
    ['both-cost', both('costs')],
    ['price-people', price('people')],
    ['price-systems', price('systems')],
    ['pulls-people', pulls('people')],
    ['pulls-systems', pulls('systems')],
  ]
  return notes.filter(([, holds]) => holds).map(([note]) => note)
}
