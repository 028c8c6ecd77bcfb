import type { Day, DayEvent } from '../calendar.ts'
import { addDays, dayText, isDay } from '../calendar.ts'

/** A trial somebody has decided on: what makes it more than an intention. Texts may be empty while it is being written. */
export interface TrialCard {
  title: string
  /** Who has to say yes, and will be asked. */
  sponsor: string
  start: Day
  /** Whole weeks, `fewestWeeks` to `mostWeeks`. */
  weeks: number
  /** What others would see if it went well. */
  othersSee: string
  /** What would make you say no to this work. */
  sayNo: string
}

export const fewestWeeks = 4
export const mostWeeks = 12

/** The questions of the card, in order, with an example of a usable answer. */
export const cardQuestions = {
  title: { label: 'What will you do?', hint: 'One piece of work, not a role.' },
  sponsor: { label: 'Who has to say yes?', hint: 'A name. You ask them this week.' },
  start: { label: 'First day', hint: '' },
  weeks: { label: 'How many weeks?', hint: 'Four to twelve. It ends, whatever happens.' },
  othersSee: { label: 'What would others see if it went well?', hint: 'Something with a date or a count, not a feeling.' },
  sayNo: { label: 'What would make you say no?', hint: 'Write it now, while you are neutral.' },
} as const satisfies Record<keyof TrialCard, { label: string, hint: string }>

/** The last day: a trial of four weeks from a Monday ends on the Sunday before the fifth. */
export function endOf(card: TrialCard): Day {
  return addDays(card.start, card.weeks * 7 - 1)
}

/** The day after half of the weeks. */
export function halfWayOf(card: TrialCard): Day {
  return addDays(card.start, Math.floor(card.weeks * 7 / 2))
}

/** What is missing before a card can go into a calendar, as a sentence for each field; empty when it can. */
export function cardProblems(card: TrialCard): Partial<Record<keyof TrialCard, string>> {
  const problems: Partial<Record<keyof TrialCard, string>> = {}
  if (card.title.trim() === '')
    problems.title = 'Say in a few words what you will do.'
  if (card.sponsor.trim() === '')
    problems.sponsor = 'Without a name nobody will have said yes.'
  if (!isDay(card.start))
    problems.start = 'Choose the first day.'
  if (!Number.isInteger(card.weeks) || card.weeks < fewestWeeks || card.weeks > mostWeeks)
    problems.weeks = `Choose ${fewestWeeks} to ${mostWeeks} weeks.`
  return problems
}

/** Start, half-way and end of a card without problems, for the calendar. */
export function trialEvents(card: TrialCard): DayEvent[] {
  const { title, sponsor, othersSee, sayNo } = card
  const agreed = [
    `Said yes: ${sponsor}`,
    ...(othersSee.trim() === '' ? [] : [`Others would see: ${othersSee}`]),
    ...(sayNo.trim() === '' ? [] : [`I would say no if: ${sayNo}`]),
  ]
  return [
    {
      day: card.start,
      title: `Trial starts: ${title}`,
      notes: ['Once a week, write down in one line what it did to your energy. Memory is kinder than weeks are.', '', ...agreed, `Last day: ${dayText(endOf(card))}`].join('\n'),
    },
    {
      day: halfWayOf(card),
      title: `Trial, half-way: ${title}`,
      notes: ['Read your weekly lines. Has what would make you say no happened? Tell your sponsor where it stands.', '', ...agreed].join('\n'),
    },
    {
      day: endOf(card),
      title: `Trial ends: ${title}`,
      notes: ['It ends today, also if it goes well. What did others see? More of it, less of it, or the other side next?', '', ...agreed].join('\n'),
    },
  ]
}
