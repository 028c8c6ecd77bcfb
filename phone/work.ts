import type { Stage } from '../live/domain/state.ts'
import type { ActivityId } from './activities.ts'
import { barsOf, signed } from '../exercises/energy-audit/bars.ts'
import { formA } from '../exercises/energy-audit/items.ts'
import { answersOf, atReading, blankPlaces } from '../exercises/energy-audit/progress.ts'
import { scoreAudit } from '../exercises/energy-audit/scoring.ts'
import { everyResultEnds, sentencesFor } from '../exercises/energy-audit/sentences.ts'
import { openAudit } from '../exercises/energy-audit/storage.ts'
import { facts, readCheck } from '../exercises/hybrid-check/check.ts'
import { openCheck } from '../exercises/hybrid-check/storage.ts'
import { cards, piles } from '../exercises/sort-the-work/cards.ts'
import { openSorting } from '../exercises/sort-the-work/storage.ts'
import { cardQuestions } from '../exercises/try-it/card.ts'
import { openTrialDraft } from '../exercises/try-it/draft.ts'

/** What somebody may take along from one exercise. */
export interface Takeaway { title: string, lines: string[] }

/** What stands in this phone's storage for one exercise: how far it is, and what it says. Null while nothing was begun. */
export interface Work {
  stage: Stage | null
  takeaway: Takeaway | null
}

const nothing: Work = { stage: null, takeaway: null }

/** How to read each exercise's storage. */
export const workIn: Record<ActivityId, (session: string) => Work> = {
  'sort-cards': (session) => {
    const sorting = openSorting(session).read()
    if (sorting.length === 0)
      return nothing
    const lines = piles.flatMap(({ id, label }) => [`${label}:`, ...sorting.filter(([, pile]) => pile === id).map(([card]) => `– ${cards.find(one => one.id === card)?.text ?? card}`)])
    return { stage: sorting.length < cards.length ? 'began' : 'finished', takeaway: { title: 'Sort the work', lines } }
  },
  'energy-audit': (session) => {
    const audit = openAudit(session).read()
    if (blankPlaces(audit).length === formA.length)
      return nothing
    const reading = scoreAudit(answersOf(audit))
    const bars = reading.lean === 'none' ? [] : barsOf(reading).map(({ label, at, from, to }) => `${label}: ${signed(at)} ± ${(to - from) / 2}`)
    const lines = [...bars, ...sentencesFor(reading).map(({ title, text }) => `${title}. ${text}`), ...everyResultEnds]
    return { stage: audit.at === atReading ? 'finished' : 'began', takeaway: { title: 'Energy audit', lines } }
  },
  'trial-card': (session) => {
    const { at, card } = openTrialDraft(session).read()
    if (at === 'menu' && card.title === '')
      return nothing
    const fields = Object.keys(cardQuestions) as (keyof typeof cardQuestions)[]
    const lines = fields.map(field => `${cardQuestions[field].label} ${String(card[field]).trim() || '–'}`)
    return { stage: at === 'dates' ? 'finished' : 'began', takeaway: { title: 'Your trial', lines } }
  },
  'hybrid-check': (session) => {
    const ticked = openCheck(session).read()
    if (ticked === null)
      return nothing
    const { title, text } = readCheck(ticked)
    return { stage: 'finished', takeaway: { title: 'Hybrid check', lines: [`${title}. ${text}`, ...facts.filter(({ id }) => ticked.includes(id)).map(fact => `– ${fact.text}`)] } }
  },
  'forecast': () => nothing,
}
