import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  id: 'forecast',
  title: 'Sealed forecast',
  purpose: 'People misremember what they expected to feel, and so do not learn from it. Write it down and seal it, and in ninety days you will know how well you predict yourself.',
  materials: ['a phone with a calendar, or a forecast sheet and an envelope'],
  steps: [
    'Think of your trial on its last day. How will it have felt, from −2 to +2?',
    'Write why, in a sentence.',
    'Seal it: in the envelope with the date on it, or in your calendar for day 90.',
    'On that day, answer the three questions, the first one before you open it.',
  ],
  sees: [
    'five steps from “I will count the days” to “I will want it to go on”, and a line for the reason',
    'the date of day 90, and a calendar file with the forecast inside or without it',
    'nothing afterwards: the phone keeps no copy',
  ],
}
