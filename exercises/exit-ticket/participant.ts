import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  id: 'exit-ticket',
  title: 'Exit ticket',
  purpose: 'Two lines for whoever runs this next. They are never shown to the room.',
  materials: ['a phone, or the last slip of the workbook'],
  steps: [
    'One thing that should stay as it was.',
    'One thing that should be different next time.',
    'No names, yours or others’. Then you are free to go.',
  ],
  sees: ['two short text fields, one after the other', 'a word of thanks; no result'],
}
