import type { ItemId, Rating } from './items.ts'
import type { Answers } from './scoring.ts'
import { formA, isItemId, itemIds, scale } from './items.ts'

/** An item while it is being filled in: a tick may come before its rating. */
export interface Draft { rating?: Rating, never?: boolean }

/** An audit under way. */
export interface Audit {
  /** −1 before the first item, then the item's place in form A, and `formA.length` at the reading. */
  at: number
  drafts: Partial<Record<ItemId, Draft>>
}

export const notStarted: Audit = { at: -1, drafts: {} }

export const atReading = formA.length

export function rate(audit: Audit, id: ItemId, rating: Rating): Audit {
  return { ...audit, drafts: { ...audit.drafts, [id]: { ...audit.drafts[id], rating } } }
}

export function tickNever(audit: Audit, id: ItemId, never: boolean): Audit {
  return { ...audit, drafts: { ...audit.drafts, [id]: { ...audit.drafts[id], never } } }
}

/** Goes to a place, held between the start and the reading. */
export function goTo(audit: Audit, at: number): Audit {
  return { ...audit, at: Math.min(Math.max(at, -1), atReading) }
}

/** Goes on to the next item without a rating, or to the reading when none is left further on. */
export function goOn(audit: Audit): Audit {
  const next = formA.findIndex((id, place) => place > audit.at && audit.drafts[id]?.rating === undefined)
  return goTo(audit, next === -1 ? atReading : next)
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
    && typeof value.at === 'number' && Number.isInteger(value.at) && value.at >= -1 && value.at <= atReading
    && isRecord(value.drafts)
    && Object.entries(value.drafts).every(([id, draft]) => isItemId(id) && isDraft(draft))
}

function isDraft(value: unknown): boolean {
  return isRecord(value)
    && (value.rating === undefined || scale.some(({ rating }) => rating === value.rating))
    && (value.never === undefined || typeof value.never === 'boolean')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
