import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Two Tuesdays',
  purpose: 'A job is what fills its days. Look at one Tuesday of a manager and one of a lead, and later at the Tuesday of somebody who has to live both.',
  materials: ['nothing'],
  steps: [
    'Read both columns from nine to five. Which one would you rather come home from?',
    'Later, the third column: two things want the same time. You decide which one gives way.',
    'Do that three times, then look at the end of the quarter.',
  ],
  sees: [
    'two days side by side, drawn to scale',
    'a third day with three collisions, and what each decision has cost after thirteen Tuesdays',
  ],
}
