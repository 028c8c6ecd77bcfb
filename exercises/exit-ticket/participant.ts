import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Exit ticket',
  purpose: 'One line or two for whoever runs this next. It is never shown to the room.',
  materials: ['a phone, or the last slip of the workbook'],
  steps: [
    'One thing that should stay as it was.',
    'One thing that should be different next time.',
    'No names, yours or others’. Then you are free to go.',
  ],
  sees: ['one short text field', 'a word of thanks; no result'],
}
