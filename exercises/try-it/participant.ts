import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  id: 'try-it',
  title: 'Try it first',
  purpose: 'An audit is a guess about work. A trial is the work, with an end date. Choose one small enough that stopping is no defeat.',
  materials: ['a phone, or the trial card from the workbook', 'your ticks “I have never done this”, if you made any'],
  steps: [
    'Look at the menu of one side. What you ticked as never done comes first.',
    'Choose one, or write your own. Four to twelve weeks.',
    'Name the person who has to say yes, and the last day.',
    'Write what others would see if it went well, and what would make you say no.',
    'Take it with you: three dates for your calendar, or the card in your pocket.',
  ],
  sees: [
    'a menu of trials with people and one with systems',
    'a card with six questions',
    'a calendar file with start, half-way and end',
  ],
}
