import type { Day } from '../days.ts'
import { addDays, daysBetween, dayText, isDay, workingDayFrom, workingDayUpTo } from '../days.ts'

/** A trial somebody has decided on: what makes it more than an intention. Texts and days may be empty while it is being written. */
export interface TrialCard {
  title: string
  /** Who has to say yes, and will be asked. */
  sponsor: string
  start: Day
  end: Day
  /** What others would see if it went well. */
  othersSee: string
  /** What would make the writer say no to this kind of work. */
  sayNo: string
  /** Who calls on about day 30; empty without a partner. */
  partner: string
  /** The day of that call. */
  call: Day
}

export const emptyCard: TrialCard = { title: '', sponsor: '', start: '', end: '', othersSee: '', sayNo: '', partner: '', call: '' }

/** The shortest and the longest trial, in weeks. */
export const fewestWeeks = 4
export const mostWeeks = 12

/** A day further away than this is taken for a mistyped year. */
const farthestDays = 366

/** What one person writes alone, and what two partners add. */
export const ownFields = ['title', 'sponsor', 'start', 'end', 'othersSee', 'sayNo'] as const satisfies readonly (keyof TrialCard)[]
export const partnerFields = ['partner', 'call'] as const satisfies readonly (keyof TrialCard)[]

/** The questions of the card, in order, with what makes an answer usable. */
export const cardQuestions = {
  title: { label: 'What will you do?', hint: 'One piece of work, not a role.' },
  sponsor: { label: 'Who has to say yes?', hint: 'A name. You ask them this week.' },
  start: { label: 'First day', hint: '' },
  end: { label: 'Last day', hint: 'After four to twelve weeks. It ends, whatever happens.' },
  othersSee: { label: 'What would others see if it went well?', hint: 'Something with a date or a count, not a feeling.' },
  sayNo: { label: 'What would make you say no?', hint: 'Write it now, while you are neutral.' },
  partner: { label: 'Your partner’s name', hint: 'Write each other’s. One of you calls.' },
  call: { label: 'Day of the call', hint: 'On about day 30.' },
} as const satisfies Record<keyof TrialCard, { label: string, hint: string }>

export type CardProblems = Partial<Record<keyof TrialCard, string>>

/** The last working day of so many weeks: eight weeks from a Monday end on a Friday. */
export function lastDayOf(start: Day, weeks: number): Day {
  return workingDayUpTo(addDays(start, weeks * 7 - 1))
}

/** The working day in the middle of the trial. */
export function halfWayOf({ start, end }: TrialCard): Day {
  return workingDayFrom(addDays(start, Math.floor(daysBetween(start, end) / 2)))
}

/** Weeks from the first day to the last, rounded up. */
export function weeksOf({ start, end }: TrialCard): number {
  return Math.ceil((daysBetween(start, end) + 1) / 7)
}

/** Tells whether the last day is empty or the one worked out from `weeks`, and not one that was chosen. */
function isWorkedOut({ start, end }: TrialCard, weeks: number): boolean {
  return end === '' || (isDay(start) && end === lastDayOf(start, weeks))
}

/** Sets the first day. A last day that was worked out from `weeks` moves along; one that was chosen stays. */
export function withStart(card: TrialCard, start: Day, weeks: number): TrialCard {
  return { ...card, start, end: isWorkedOut(card, weeks) && isDay(start) ? lastDayOf(start, weeks) : card.end }
}

/** Takes so many weeks in place of those that the last day was worked out from; one that was chosen stays. */
export function withWeeks(card: TrialCard, before: number, weeks: number): TrialCard {
  return isWorkedOut(card, before) && isDay(card.start) ? { ...card, end: lastDayOf(card.start, weeks) } : card
}

/**
 * What one person has yet to write or mend before the card is finished, as a sentence for each field.
 * @param card the card so far
 * @param from the earliest first day: today, or the day on which the card was finished before
 */
export function cardProblems(card: TrialCard, from: Day): CardProblems {
  return named({
    title: card.title.trim() === '' ? 'Say in a few words what you will do.' : '',
    sponsor: card.sponsor.trim() === '' ? 'Without a name nobody will have said yes.' : '',
    start: dayProblem(card.start, 'Choose the first day.', from),
    end: endProblem(card, from),
    sayNo: card.sayNo.trim() === '' ? 'Write what would make you say no. Without that line the trial can only tell you yes, and then it tells you nothing.' : '',
  })
}

/** The same for what two partners add. */
export function partnerProblems({ partner, call }: TrialCard, from: Day): CardProblems {
  return named({
    partner: partner.trim() === '' ? 'Write the name of your partner.' : '',
    call: dayProblem(call, 'Choose the day of the call.', from),
  })
}

function dayProblem(day: Day, missing: string, from: Day): string {
  if (!isDay(day))
    return missing
  if (day < from)
    return 'This day is over. Choose one that is still to come.'
  return daysBetween(from, day) > farthestDays ? 'This is more than a year away. Is the year right?' : ''
}

function endProblem({ start, end }: TrialCard, from: Day): string {
  if (!isDay(end))
    return 'Choose the last day.'
  if (isDay(start) && end < start)
    return 'The last day comes before the first.'
  if (end < from)
    return 'This day is over. Choose one that is still to come.'
  if (!isDay(start) || dayProblem(start, '', from) !== '')
    return ''
  if (end < lastDayOf(start, fewestWeeks))
    return `That is less than four weeks. The earliest last day is ${dayText(lastDayOf(start, fewestWeeks))}.`
  const latest = lastDayOf(start, mostWeeks)
  return end > addDays(start, mostWeeks * 7 - 1) ? `That is more than twelve weeks. The latest last day is ${dayText(latest)}.` : ''
}

function named(all: CardProblems): CardProblems {
  return Object.fromEntries(Object.entries(all).filter(([, sentence]) => sentence !== ''))
}
