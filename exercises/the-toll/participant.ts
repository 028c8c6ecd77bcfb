import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'The toll',
  purpose: 'You can change from one line to the other, and back. It costs something each time. Knowing which cost would hurt you most makes it a decision instead of a fright.',
  materials: ['a phone, or a hand'],
  steps: [
    'Imagine you change over in three months, in whichever direction.',
    'Momentum, standing, sharpness, ties with the team: which loss would you feel first?',
    'Choose one. All four are true; one is yours.',
  ],
  sees: [
    'an interchange between two lines, with four prices on it',
    'after the vote, how many of you would pay which price',
  ],
}
