import type { ReadWork } from '../exercise.ts'
import { dayText, isDay } from '../days.ts'
import { noWork } from '../exercise.ts'
import { cardQuestions } from './card.ts'
import { trialDates } from './dates.ts'
import { openTrialDraft, trialEnd } from './draft.ts'

/** The trial card with its dates. Finished at the dates. */
export const readWork: ReadWork = (session) => {
  const draft = openTrialDraft(session).read()
  const { at, card, written, id } = draft
  if (at === 'menu' && card.title === '')
    return noWork
  const fields = Object.keys(cardQuestions) as (keyof typeof cardQuestions)[]
  const lines = fields.map(field => `${cardQuestions[field].label} ${isDay(card[field]) ? dayText(card[field]) : card[field].trim() || '–'}`)
  const calendar = trialEnd(draft) === null ? undefined : { events: trialDates(card, written), owner: id, file: 'my-trial' }
  return { stage: at === 'dates' ? 'finished' : 'began', takeaway: { title: 'Your trial', lines, calendar } }
}
