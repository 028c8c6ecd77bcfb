import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Break the hybrid',
  purpose: 'Asked how to do something well, people say sensible things. Asked how to ruin it, they say what they have seen. So plan the failure of one person with both jobs.',
  materials: ['a phone, or a sticky note and a pen'],
  steps: [
    'One person is to be manager and lead at once. How would you make sure it fails? A few words.',
    'Read what the others wrote.',
    'Now the list of eight: tick what happens here already.',
    'Agree on one thing to stop, and who would notice if it stopped.',
  ],
  sees: [
    'a text field, then the answers of the room',
    'eight sure ways to fail, and how many ticked each',
    'last, the cases in which the double role is fine, and how it ends',
  ],
}
