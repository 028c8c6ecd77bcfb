import type { ReadWork } from '../exercise.ts'
import { dayOf, dayText, isDay } from '../days.ts'
import { noWork } from '../exercise.ts'
import { openTrialDraft, trialEnd } from '../try-it/draft.ts'
import { forecastEntry, forecastProblem, openForecast, opensOn } from './draft.ts'
import { feelings } from './forecast.ts'

/** The forecast and the day to open it. Finished when nothing is missing. */
export const readWork: ReadWork = (session) => {
  const draft = openForecast(session).read()
  if (draft.written === '')
    return noWork
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
}
