import type { Day, DayEvent } from '../calendar.ts'
import type { Rating } from '../energy-audit/items.ts'
import { addDays, dayText } from '../calendar.ts'

/** How somebody thinks their trial will feel, written down before it starts. */
export interface Forecast {
  feeling: Rating
  why: string
}

/** `inside`: the forecast travels in the calendar file. `bare`: the file only reminds of the paper. */
export type Sealing = 'inside' | 'bare'

/** Days from the workshop to the day the forecast is opened. */
export const openAfterDays = 90

/** The scale of the forecast, from worst to best. */
export const feelings: readonly { rating: Rating, sign: string, label: string }[] = [
  { rating: -2, sign: '−2', label: 'I will count the days' },
  { rating: -1, sign: '−1', label: 'More drain than gain' },
  { rating: 0, sign: '0', label: 'Neither, or cannot tell' },
  { rating: 1, sign: '+1', label: 'More gain than drain' },
  { rating: 2, sign: '+2', label: 'I will want it to go on' },
]

/** What to answer on day 90, in this order: the first one before the forecast is opened. */
export const dayNinetyQuestions = [
  'Before you look: which number did you write, and why, as far as you remember?',
  'From −2 to +2, how did the trial feel? Now open the forecast. How far apart are the three numbers?',
  'What does the difference tell you about the next thing you are about to predict?',
] as const

/** The day to open it. */
export function openingDay(workshop: Day): Day {
  return addDays(workshop, openAfterDays)
}

/**
 * The entry for day 90. The questions stand first; a forecast inside stands below a gap, so that the
 * first question can be answered before it comes into view.
 * @param forecast what somebody expects; its reason may be empty
 * @param sealing whether the entry carries the forecast
 * @param written the day of the workshop
 * @param opens the day to open it
 */
export function forecastEvent(forecast: Forecast, sealing: Sealing, written: Day, opens: Day = openingDay(written)): DayEvent {
  const questions = dayNinetyQuestions.map((question, i) => `${i + 1}. ${question}`)
  const feeling = feelings.find(one => one.rating === forecast.feeling)
  const sealed = sealing === 'bare'
    ? ['Your forecast is on paper, in the envelope with this date.']
    : [
        'Answer question 1 first. Your forecast is below.',
        ...Array.from<string>({ length: 12 }).fill('.'),
        `Written on ${dayText(written)}:`,
        `${feeling?.sign ?? ''} ${feeling?.label ?? ''}`.trim(),
        ...(forecast.why.trim() === '' ? [] : [`Because: ${forecast.why.trim()}`]),
      ]
  return {
    day: opens,
    title: 'Open your forecast from The Fork',
    notes: [...questions, '', ...sealed].join('\n'),
  }
}
