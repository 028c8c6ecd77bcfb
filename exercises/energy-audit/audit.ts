import type { Rating } from '../rating.ts'
import type { ItemId } from './items.ts'
import type { Answers } from './scoring.ts'
import { isRecord } from '../../live/domain/is-record.ts'
import { formA, isItemId, itemIds, scale, twoItems } from './items.ts'

/** An item while it is being filled in: a tick may come before its rating. */
export interface Draft { rating?: Rating, never?: boolean }

/** An audit under way. */
export interface Audit {
  /** −1 before the first item, then the item's place among those asked, and their number at the reading. */
  at: number
  drafts: Partial<Record<ItemId, Draft>>
  /** True while only two items are asked, of somebody who has no time for all. */
  short?: boolean
}

export const notStarted: Audit = { at: -1, drafts: {} }

/** The value of `at` on the page with the reading. */
export const atReading = formA.length

export function rate(audit: Audit, id: ItemId, rating: Rating): Audit {
  return { ...audit, drafts: { ...audit.drafts, [id]: { ...audit.drafts[id], rating } } }
}

export function tickNever(audit: Audit, id: ItemId, never: boolean): Audit {
  return { ...audit, drafts: { ...audit.drafts, [id]: { ...audit.drafts[id], never } } }
}

/** The items that are asked, in order. */
export function askedItems({ short }: Audit): readonly ItemId[] {
  return short ? twoItems : formA
}

/** True once the last item is behind. */
export function isAtReading(audit: Audit): boolean {
  return audit.at === askedItems(audit).length
}

/** True once something is rated. */
export function isBegun({ drafts }: Audit): boolean {
  return Object.values(drafts).some(({ rating }) => rating !== undefined)
}

/** Goes to a place, limited to the range from the start to the reading. */
export function goTo(audit: Audit, at: number): Audit {
  return { ...audit, at: Math.min(Math.max(at, -1), askedItems(audit).length) }
}

/** Goes on to the next item without a rating, or to the reading when none is left further on. */
export function goOn(audit: Audit): Audit {
  const asked = askedItems(audit)
  const next = asked.findIndex((id, place) => place > audit.at && audit.drafts[id]?.rating === undefined)
  return goTo(audit, next === -1 ? asked.length : next)
}

/** Begins with two items only. */
export function goShort(audit: Audit): Audit {
  return goTo({ ...audit, short: true }, 0)
}

/** Goes on to the other items, after two. */
export function goLong(audit: Audit): Audit {
  return goOn({ ...audit, short: false, at: -1 })
}

/** Places in form A that have no rating, first one first. */
export function blankPlaces(audit: Audit): number[] {
  return formA.flatMap((id, place) => audit.drafts[id]?.rating === undefined ? [place] : [])
}

/** What can be scored: a tick without a rating is left out. */
export function answersOf(audit: Audit): Answers {
  return Object.fromEntries(itemIds.flatMap((id) => {
    const { rating, never } = audit.drafts[id] ?? {}
    return rating === undefined ? [] : [[id, { rating, never }]]
  }))
}

/** Tells whether something read back from a browser is an audit. */
export function isAudit(value: unknown): value is Audit {
  return isRecord(value)
    && (value.short === undefined || typeof value.short === 'boolean')
    && typeof value.at === 'number' && Number.isInteger(value.at) && value.at >= -1 && value.at <= (value.short ? twoItems : formA).length
    && isRecord(value.drafts)
    && Object.entries(value.drafts).every(([id, draft]) => isItemId(id) && isDraft(draft))
}

function isDraft(value: unknown): boolean {
  return isRecord(value)
    && (value.rating === undefined || scale.some(({ rating }) => rating === value.rating))
    && (value.never === undefined || typeof value.never === 'boolean')
}
