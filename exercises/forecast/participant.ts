import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Sealed forecast',
  purpose: 'People misremember what they expected to feel, and so do not learn from it. Write it down and seal it, and in about ninety days you will know how well you predict yourself.',
  materials: ['a phone with a calendar, or a forecast sheet and an envelope'],
  steps: [
    'Think of your trial on its last day. How will it have felt, from −2 to +2?',
    'Write why, in a sentence.',
    'Seal it: in the envelope with the date on it, or in your calendar. It opens on day 90, or the day after your trial ends if that is later.',
    'On that day, answer the three questions, the first one before you open it.',
  ],
  sees: [
    'five steps from “I will count the days” to “I will want it to go on”, and a line for the reason',
    'the day to open it, and a calendar file with the forecast inside or without it',
    'what you wrote, until you clear it or close the last page: it is on your own device and nowhere else',
  ],
}
