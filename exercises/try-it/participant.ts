import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Try it first',
  purpose: 'An audit is a guess about work. A trial is the work, with an end date. Choose one small enough that stopping is no defeat.',
  materials: ['a phone, or the trial card from the workbook', 'your ticks “I have never done this”, if you made any'],
  steps: [
    'Look at the menu of one side. What you ticked as never done comes first.',
    'Choose one, or write your own. Give it a first day and a last day, four to twelve weeks apart.',
    'Name the person who has to say yes.',
    'Write what others would see if it went well, and what would make you say no. Without that last line the card is not finished.',
    'Read it to a partner, who asks: who has to say yes, and what is the smallest start? Swap, and write down each other’s name and the day of a call.',
    'Take it with you: one file with all the dates for your calendar, or the card in your pocket.',
  ],
  sees: [
    'a menu of trials with people and one with systems',
    'a card with six questions, then a partner and the day of a call',
    'one calendar file: first day, partner call, half-way, last day, and the day to open the forecast',
  ],
}
