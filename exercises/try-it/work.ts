import type { ReadWork } from '../exercise.ts'
import type { TrialCard } from './card.ts'
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
  const calendar = trialEnd(draft) === null ? undefined : { events: trialDates(card, written), owner: id, file: 'my-trial' }
  return { stage: at === 'dates' ? 'finished' : 'began', takeaway: { title: 'Your trial', lines: cardLines(card), calendar } }
}

/** The card to be read. What somebody wrote has a line of its own, so that it is read in its own direction. */
export function cardLines(card: TrialCard): string[] {
  const fields = Object.keys(cardQuestions) as (keyof typeof cardQuestions)[]
  return fields.flatMap((field) => {
    const { label } = cardQuestions[field]
    return isDay(card[field]) ? [`${label} ${dayText(card[field])}`] : [label, card[field].trim() || '–']
  })
}
