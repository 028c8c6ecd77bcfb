import type { Day } from '../days.ts'
import { addDays, workingDayFrom } from '../days.ts'

/** Days from the workshop to the call between two partners. */
export const callAfterDays = 30

/** How long the call takes, in minutes. */
export const callMinutes = 15

/** The working day of the call, on about day 30. */
export function callDay(workshop: Day): Day {
  return workingDayFrom(addDays(workshop, callAfterDays))
}

/** What one reads out and the other asks, before they swap. */
export const pairTalk = {
  reads: 'One of you reads the card aloud.',
  asksLead: 'The other asks:',
  asks: ['Who has to say yes?', 'What is the smallest start?'],
  swap: 'Then swap. No advice: the questions are enough.',
} as const

/** What partners ask each other in the call, in this order. */
export const callQuestions = [
  { ask: 'Keep it?', what: 'What have you done of it, and what did your weekly lines say?' },
  { ask: 'Change it?', what: 'What should be smaller, earlier or with somebody else?' },
  { ask: 'Stop it?', what: 'Has what would make you say no come true? Then stopping is the result.' },
] as const
