import type { CalendarEvent } from '../calendar.ts'
import type { Day } from '../days.ts'
import type { TrialCard } from './card.ts'
import { dayText } from '../days.ts'
import { openingDay, openingEvent } from '../forecast/forecast.ts'
import { halfWayOf } from './card.ts'
import { callMinutes, callQuestions } from './partner-call.ts'

/** A day of a trial, with its name on the card and its entry in a calendar. */
export interface TrialDate extends CalendarEvent { name: string }

/**
 * The days of a finished card, the earliest first. The partner call is missing where there is no partner.
 * @param card a card without problems
 * @param written the day it was finished, from which day 90 is counted
 */
export function trialDates(card: TrialCard, written: Day): TrialDate[] {
  const { title, start, end, partner, call } = card
  const agreed = agreedLines(card)
  const dates: TrialDate[] = [
    {
      id: 'first-day',
      name: 'First day',
      day: start,
      title: `Trial starts: ${title}`,
      notes: lines('Once a week, write down in one line what it did to your energy. Memory is kinder than weeks are.', '', ...agreed, `Last day: ${dayText(end)}`),
    },
    ...partner.trim() === ''
      ? []
      : [{
          id: 'partner-call',
          name: `Call with ${partner}`,
          day: call,
          title: `Call ${partner} about both trials, ${callMinutes} minutes`,
          notes: lines('Ask each other, in this order:', ...callQuestions.map(({ ask, what }) => `${ask} ${what}`), '', `My trial: ${title}`, ...agreed),
        }],
    {
      id: 'half-way',
      name: 'Half-way',
      day: halfWayOf(card),
      title: `Trial, half-way: ${title}`,
      notes: lines('Read your weekly lines. Has what would make you say no happened? Tell your sponsor where it stands.', '', ...agreed),
    },
    {
      id: 'last-day',
      name: 'Last day',
      day: end,
      title: `Trial ends: ${title}`,
      notes: lines('It ends today, also if it goes well. What did others see? More of it, less of it, or the other side next?', '', ...agreed),
    },
    { name: 'Open the forecast', ...openingEvent(openingDay(written, end)) },
  ]
  return dates.sort((a, b) => a.day.localeCompare(b.day))
}

function agreedLines({ sponsor, othersSee, sayNo }: TrialCard): string[] {
  return [
    `Says yes: ${sponsor}`,
    ...othersSee.trim() === '' ? [] : [`Others would see: ${othersSee}`],
    `I would say no if: ${sayNo}`,
  ]
}

function lines(...all: string[]): string {
  return all.join('\n')
}
