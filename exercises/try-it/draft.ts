import type { Day } from '../days.ts'
import type { Axis } from '../energy-audit/items.ts'
import type { Stored } from '../storage.ts'
import type { TrialCard } from './card.ts'
import type { Trial } from './trials.ts'
import { isRecord } from '../../live/domain/is-record.ts'
import { isDay } from '../days.ts'
import { openStored } from '../storage.ts'
import { emptyCard, withWeeks } from './card.ts'
import { trialById } from './menu.ts'
import { callDay } from './partner-call.ts'

const places = ['menu', 'card', 'partner', 'dates'] as const

/** A trial card while it is being written: the page its writer is on, and its fields so far. */
export interface TrialDraft {
  at: typeof places[number]
  /** The side of the menu that is open. */
  side: Axis
  /** The trial it was made from, or `null` for one of their own. */
  trial: string | null
  card: TrialCard
  /** The day on which the card was first finished, empty before: days 30 and 90 are counted from it. */
  written: Day
  /** The id of this card's calendar entries; empty before it is finished. */
  id: string
}

/** The length of a trial that is not from the menu, in weeks, until its days are changed. */
const usualWeeks = 6

export const emptyDraft: TrialDraft = { at: 'menu', side: 'people', trial: null, card: emptyCard, written: '', id: '' }

/** The card of one workshop session on this device; it is never sent anywhere. */
export function openTrialDraft(session: string, storage?: () => Storage): Stored<TrialDraft> {
  return openStored({ name: 'try-it', session, version: 2, empty: emptyDraft, isValid: isTrialDraft, storage })
}

/** A card filled in from the menu. What the person has written or chosen stays, in place of the menu's words and days. */
export function cardFrom(trial: Trial | null, { trial: id, card }: Pick<TrialDraft, 'trial' | 'card'>): TrialCard {
  const last = id === null ? undefined : trialById(id)
  const words = (field: 'title' | 'othersSee'): string => card[field].trim() === '' || card[field] === last?.[field] ? trial?.[field] ?? '' : card[field]
  return withWeeks({ ...card, title: words('title'), othersSee: words('othersSee') }, weeksFor(id), weeksFor(trial?.id ?? null))
}

/** The weeks that its last day is worked out from. */
export function weeksFor(trial: string | null): number {
  return (trial === null ? undefined : trialById(trial))?.weeks ?? usualWeeks
}

/** Finishes the card's own fields and goes on to the partner, with a day for the call. */
export function finishCard(draft: TrialDraft, today: Day, id: string): TrialDraft {
  const written = draft.written || today
  return { ...draft, at: 'partner', written, id: draft.id || id, card: { ...draft.card, call: draft.card.call || callDay(written) } }
}

/** The last day of a card that is finished, for whatever waits for it; `null` before. */
export function trialEnd({ card, written }: TrialDraft): Day | null {
  return written !== '' && isDay(card.end) ? card.end : null
}

/** True for a stored value that is a card's draft. */
export function isTrialDraft(value: unknown): value is TrialDraft {
  return isRecord(value)
    && places.map(String).includes(String(value.at))
    && ['people', 'systems'].includes(String(value.side))
    && (value.trial === null || (typeof value.trial === 'string' && trialById(value.trial) !== undefined))
    && ['written', 'id'].every(field => typeof value[field] === 'string')
    && isCard(value.card)
    && (value.at === 'menu' || value.at === 'card' || (isDay(String(value.written)) && isDay(value.card.start) && isDay(value.card.end)))
}

function isCard(value: unknown): value is TrialCard {
  return isRecord(value) && Object.keys(emptyCard).every(field => typeof value[field] === 'string')
}
