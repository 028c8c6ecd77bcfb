import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Hybrid check',
  purpose: 'If you are manager and lead at once, see in five facts whether the two jobs still fit into one week.',
  materials: ['Your phone, or the workbook page and a pen'],
  steps: [
    'Open your calendar and look at the last four weeks.',
    'Tick what is true. Go by what happened, not by how it felt.',
    'Read the line for the number you ticked. Keep it to yourself, or take it to your next one-to-one: your choice.',
  ],
  sees: [
    'Five facts to tick, then one of three readings',
    'The ticks stay on your own device. Nothing is sent, and one button clears them.',
  ],
}
