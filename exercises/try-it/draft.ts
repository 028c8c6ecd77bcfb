import type { Axis } from '../energy-audit/items.ts'
import type { Stored } from '../storage.ts'
import type { TrialCard } from './card.ts'
import type { Trial } from './trials.ts'
import { openStored } from '../storage.ts'
import { trialById } from './menu.ts'

/** A trial card on its way: where its writer is, and what stands on it so far. */
export interface TrialDraft {
  at: 'menu' | 'card' | 'dates'
  /** The side of the menu that is open. */
  side: Axis
  /** The trial it was made from, or `null` for one of their own. */
  trial: string | null
  card: TrialCard
}

/** The weeks that a card of one's own begins with. */
const usualWeeks = 6

export const emptyDraft: TrialDraft = {
  at: 'menu',
  side: 'people',
  trial: null,
  card: { title: '', sponsor: '', start: '', weeks: usualWeeks, othersSee: '', sayNo: '' },
}

/** The card of one workshop session on this device; it is never sent anywhere. */
export function openTrialDraft(session: string, storage?: () => Storage): Stored<TrialDraft> {
  return openStored({ name: 'try-it', session, version: 1, empty: emptyDraft, isValid: isTrialDraft, storage })
}

/** A card filled in from the menu. What only the person can know (who, when, when not) is carried over from `before`. */
export function cardFrom(trial: Trial | null, before: TrialCard): TrialCard {
  const { sponsor, start, sayNo } = before
  return trial
    ? { title: trial.title, weeks: trial.weeks, othersSee: trial.othersSee, sponsor, start, sayNo }
    : { title: '', weeks: usualWeeks, othersSee: '', sponsor, start, sayNo }
}

/** Tells whether something read back from a browser is a draft. */
export function isTrialDraft(value: unknown): value is TrialDraft {
  return isRecord(value)
    && ['menu', 'card', 'dates'].includes(String(value.at))
    && ['people', 'systems'].includes(String(value.side))
    && (value.trial === null || (typeof value.trial === 'string' && trialById(value.trial) !== undefined))
    && isCard(value.card)
}

function isCard(value: unknown): boolean {
  return isRecord(value)
    && typeof value.weeks === 'number'
    && ['title', 'sponsor', 'start', 'othersSee', 'sayNo'].every(field => typeof value[field] === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
