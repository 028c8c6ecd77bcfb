import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Sort the work',
  purpose: 'Job titles hide who does what. Sorting real pieces of work shows how your company divides the two roles, and what nobody has divided.',
  materials: ['a set of cards for two people, cut from the workbook or on a phone'],
  steps: [
    'Find one other person. Share one set of cards.',
    'Put each card where the work lies today: with a manager, with a lead, or “depends here”.',
    'Disagree? Then it goes to “depends here”. Do not argue for longer than one breath.',
    'Pick the card that surprised you most.',
  ],
  sees: [
    'one piece of work at a time, and three piles',
    'at the end, the three piles side by side; no pile is the right one',
  ],
}
