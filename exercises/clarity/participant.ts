import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Clarity, first and last',
  purpose: 'The same question at both ends shows whether this time did anything for you. It asks how clear your next step is, not which step it is.',
  materials: ['a phone, or a paper ballot'],
  steps: [
    'At the start: from 1 to 5, how clear is your next career step?',
    'At the end: the same question again, on the same phone.',
    'Look at how far the room moved. Down counts too: a wrong certainty gone is worth having.',
  ],
  sees: [
    'the question, and five steps from fog to a date',
    'at the end: how many moved up, stayed, moved down, and both results side by side',
  ],
}
