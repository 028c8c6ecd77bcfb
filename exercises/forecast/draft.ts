import type { CalendarEvent } from '../calendar.ts'
import type { Day } from '../days.ts'
import type { Rating } from '../rating.ts'
import type { Stored } from '../storage.ts'
import type { Sealing } from './forecast.ts'
import { isDay } from '../days.ts'
import { openStored } from '../storage.ts'
import { feelings, openingDay, openingEvent, sealedEvent } from './forecast.ts'

/** A forecast while it is being written. */
export interface ForecastDraft {
  sealing: Sealing
  feeling: Rating | null
  why: string
  /** The day to open it, where somebody chose another than the rule gives, empty while they choose; else `null`. */
  opens: Day | null
  /** The day on which it was begun; empty before. */
  written: Day
  /** The id of its calendar entry; empty before it is begun. */
  id: string
}

/** What the day to open it depends on: today, and the last day of the trial card if there is one. */
export interface ForecastDays { today: Day, trialEnd: Day | null }

export const emptyForecast: ForecastDraft = { sealing: 'inside', feeling: null, why: '', opens: null, written: '', id: '' }

/** The forecast of one workshop session on this device; it is never sent anywhere. */
export function openForecast(session: string, storage?: () => Storage): Stored<ForecastDraft> {
  return openStored({ name: 'forecast', session, version: 1, empty: emptyForecast, isValid: isForecastDraft, storage })
}

/** The day somebody chose, or the one that the rule gives. */
export function opensOn({ opens, written }: ForecastDraft, { today, trialEnd }: ForecastDays): Day {
  return opens ?? openingDay(written || today, trialEnd)
}

/** What is missing before it can be sealed, as a sentence; empty when nothing is. */
export function forecastProblem(draft: ForecastDraft, days: ForecastDays): string {
  const opens = opensOn(draft, days)
  if (draft.sealing === 'inside' && draft.feeling === null)
    return 'Choose a number first'
  if (!isDay(opens))
    return 'Choose the day to open it'
  return opens <= days.today ? 'Choose a day that is still to come' : ''
}

/** The calendar entry of a draft without problems: the forecast itself, or only the reminder. */
export function forecastEntry(draft: ForecastDraft, days: ForecastDays): CalendarEvent {
  const { sealing, feeling, why, written } = draft
  const opens = opensOn(draft, days)
  return sealing === 'bare' || feeling === null ? openingEvent(opens) : sealedEvent({ feeling, why }, written || days.today, opens)
}

/** True for a stored value that is a forecast's draft. */
export function isForecastDraft(value: unknown): value is ForecastDraft {
  if (typeof value !== 'object' || value === null)
    return false
  const draft: Partial<Record<keyof ForecastDraft, unknown>> = value
  return (draft.sealing === 'inside' || draft.sealing === 'bare')
    && (draft.feeling === null || feelings.some(({ rating }) => rating === draft.feeling))
    && typeof draft.why === 'string' && (draft.opens === null || typeof draft.opens === 'string') && typeof draft.id === 'string'
    && (draft.written === '' || (typeof draft.written === 'string' && isDay(draft.written)))
}
