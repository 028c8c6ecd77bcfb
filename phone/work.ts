import type { CalendarEvent } from '../exercises/calendar.ts'
import type { Stage } from '../live/domain/state.ts'
import type { ActivityId } from './activities.ts'
import { dayOf, dayText, isDay } from '../exercises/days.ts'
import { barsOf, signed } from '../exercises/energy-audit/bars.ts'
import { itemText } from '../exercises/energy-audit/items.ts'
import { answersOf, isAtReading, isBegun } from '../exercises/energy-audit/progress.ts'
import { scoreAudit } from '../exercises/energy-audit/scoring.ts'
import { everyResultEnds, sentencesFor } from '../exercises/energy-audit/sentences.ts'
import { openAudit } from '../exercises/energy-audit/storage.ts'
import { strongestLines } from '../exercises/energy-audit/strongest.ts'
import { forecastEntry, forecastProblem, openForecast, opensOn } from '../exercises/forecast/draft.ts'
import { feelings } from '../exercises/forecast/forecast.ts'
import { facts, readCheck } from '../exercises/hybrid-check/check.ts'
import { openCheck } from '../exercises/hybrid-check/storage.ts'
import { cards, piles } from '../exercises/sort-the-work/cards.ts'
import { openSorting } from '../exercises/sort-the-work/storage.ts'
import { cardQuestions } from '../exercises/try-it/card.ts'
import { trialDates } from '../exercises/try-it/dates.ts'
import { openTrialDraft, trialEnd } from '../exercises/try-it/draft.ts'

/** What somebody may take along from one exercise, and its entries for a calendar if it has any. */
export interface Takeaway {
  title: string
  lines: string[]
  calendar?: { events: readonly CalendarEvent[], owner: string, file: string }
}

/** What stands in this phone's storage for one exercise: how far it is, and what it says. Null while nothing was begun. */
export interface Work {
  stage: Stage | null
  takeaway: Takeaway | null
}

const nothing: Work = { stage: null, takeaway: null }

const readers: Record<ActivityId, (session: string) => Work> = {
  'sort-cards': (session) => {
    const sorting = openSorting(session).read()
    if (sorting.length === 0)
      return nothing
    const lines = piles.flatMap(({ id, label }) => [`${label}:`, ...sorting.filter(([, pile]) => pile === id).map(([card]) => `– ${cards.find(one => one.id === card)?.text ?? card}`)])
    return { stage: sorting.length < cards.length ? 'began' : 'finished', takeaway: { title: 'Sort the work', lines } }
  },
  'energy-audit': (session) => {
    const audit = openAudit(session).read()
    if (!isBegun(audit))
      return nothing
    const answers = answersOf(audit)
    const reading = scoreAudit(answers)
    const bars = reading.lean === 'none' ? [] : barsOf(reading).map(({ label, at, band }) => `${label}: ${signed(at)} ± ${band}`)
    const strong = strongestLines(answers).flatMap(({ title, items }) => items.map(id => `${title}: ${itemText[id]}`))
    const lines = [...strong, ...bars, ...sentencesFor(reading).map(({ title, text }) => `${title}. ${text}`), ...everyResultEnds]
    return { stage: isAtReading(audit) ? 'finished' : 'began', takeaway: { title: 'Energy audit', lines } }
  },
  'trial-card': (session) => {
    const draft = openTrialDraft(session).read()
    const { at, card, written, id } = draft
    if (at === 'menu' && card.title === '')
      return nothing
    const fields = Object.keys(cardQuestions) as (keyof typeof cardQuestions)[]
    const lines = fields.map(field => `${cardQuestions[field].label} ${isDay(card[field]) ? dayText(card[field]) : card[field].trim() || '–'}`)
    const calendar = trialEnd(draft) === null ? undefined : { events: trialDates(card, written), owner: id, file: 'my-trial' }
    return { stage: at === 'dates' ? 'finished' : 'began', takeaway: { title: 'Your trial', lines, calendar } }
  },
  'hybrid-check': (session) => {
    const ticked = openCheck(session).read()
    if (ticked === null)
      return nothing
    const { title, text } = readCheck(ticked)
    return { stage: 'finished', takeaway: { title: 'Hybrid check', lines: [`${title}. ${text}`, ...facts.filter(({ id }) => ticked.includes(id)).map(fact => `– ${fact.text}`)] } }
  },
  'forecast': (session) => {
    const draft = openForecast(session).read()
    if (draft.written === '')
      return nothing
    const days = { today: dayOf(new Date()), trialEnd: trialEnd(openTrialDraft(session).read()) }
    const opens = opensOn(draft, days)
    const sealed = forecastProblem(draft, days) === ''
    const feeling = feelings.find(({ rating }) => rating === draft.feeling)
    const lines = [
      ...isDay(opens) ? [`Open it on ${dayText(opens)}.`] : [],
      ...feeling && draft.sealing === 'inside' ? [`${feeling.sign} ${feeling.label}`] : [],
      ...draft.why.trim() ? [draft.why.trim()] : [],
    ]
    const calendar = sealed ? { events: [forecastEntry(draft, days)], owner: draft.id, file: 'open-my-forecast' } : undefined
    return { stage: sealed ? 'finished' : 'began', takeaway: { title: 'Sealed forecast', lines, calendar } }
  },
}

/** The work of one exercise, by an id from the server, which may name one that this page does not know. */
export function workIn(exercise: string, session: string): Work {
  const all: Partial<Record<string, (session: string) => Work>> = readers
  return all[exercise]?.(session) ?? nothing
}

/** Everything that may be taken along. */
export function takeawaysIn(session: string): Takeaway[] {
  return Object.values(readers).flatMap(read => read(session).takeaway ?? [])
}
