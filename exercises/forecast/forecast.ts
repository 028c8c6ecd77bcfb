import type { CalendarEvent } from '../calendar.ts'
import type { Day } from '../days.ts'
import type { Rating } from '../rating.ts'
import { addDays, dayText, laterDay } from '../days.ts'
import { ratingScale } from '../rating.ts'

/** How somebody thinks their trial will feel, written down before it starts. */
export interface Forecast {
  feeling: Rating
  why: string
}

/** `inside`: the forecast travels in the calendar file. `bare`: the file only reminds of the paper. */
export type Sealing = 'inside' | 'bare'

/** Days from the workshop to the day the forecast is opened, unless the trial still runs then. */
export const openAfterDays = 90

/** The day to open it, in words for whoever writes it on an envelope. */
export const openingRule = `day ${openAfterDays}, or the day after your trial ends if that is later`

/** How a trial will feel on its last day. */
export const feelings = ratingScale('I will count the days', 'More drain than gain', 'More gain than drain', 'I will want it to go on')

/** What to answer on day 90, in this order: the first one before the forecast is opened. */
export const dayNinetyQuestions = [
  'Before you look: which number did you write, and why, as far as you remember?',
  'From −2 to +2, how did the trial feel? Now open the forecast. How far apart are the three numbers?',
  'What does the difference tell you about the next thing you are about to predict?',
] as const

/**
 * The day to open it: day 90, or the day after the trial's last day if that is later.
 * @param workshop the day from which 90 is counted
 * @param trialEnd the trial's last day, or `null` where there is none
 */
export function openingDay(workshop: Day, trialEnd: Day | null): Day {
  const ninety = addDays(workshop, openAfterDays)
  return trialEnd === null ? ninety : laterDay(ninety, addDays(trialEnd, 1))
}

/** The calendar entry that only reminds: it holds the questions and nothing of the forecast. */
export function openingEvent(opens: Day): CalendarEvent {
  return {
    id: 'opening-day',
    day: opens,
    title: 'Open your forecast from The Fork',
    notes: [...questions(), '', 'Your forecast is in the envelope with this date, or in another entry of this day if you sealed it in your calendar.'].join('\n'),
  }
}

/**
 * The calendar entry with the forecast inside. The questions come first and a gap follows, so that the first question
 * can be answered before the forecast comes into view.
 * @param forecast what somebody expects; its reason may be empty
 * @param written the day it was written
 * @param opens the day to open it
 */
export function sealedEvent(forecast: Forecast, written: Day, opens: Day): CalendarEvent {
  const feeling = feelings.find(one => one.rating === forecast.feeling)
  return {
    id: 'forecast',
    day: opens,
    title: 'Your forecast from The Fork',
    notes: [
      ...questions(),
      '',
      'Answer question 1 first. Your forecast is below.',
      ...Array.from<string>({ length: 12 }).fill('.'),
      `Written on ${dayText(written)}:`,
      `${feeling?.sign ?? ''} ${feeling?.label ?? ''}`.trim(),
      ...forecast.why.trim() === '' ? [] : [`Because: ${forecast.why.trim()}`],
    ].join('\n'),
  }
}

function questions(): string[] {
  return dayNinetyQuestions.map((question, i) => `${i + 1}. ${question}`)
}
