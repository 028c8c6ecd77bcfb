import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    'Nothing',
  ],
  goodLooksLike: [
    'Somebody asks whether these days are exaggerated. Ask the managers and leads present, in that order.',
    'The room is split at the first collision and tired at the third.',
    'Somebody suggests the evening, and a parent answers.',
  ],
  debrief: [
    'What in the two columns is missing from your Tuesdays?',
    'Which collision did you have last week, and what gave?',
    'Thirteen Tuesdays is one quarter. At which of them would anybody have noticed?',
  ],
  remote: 'Share the screen; decide each collision by reactions on a countdown of three.',
  hybrid: 'Take the call’s hands first at the first collision, the room’s first at the second.',
  derails: [
    { when: '“My days look like neither.”', then: 'Say: “Then draw yours at lunch. Which column is it closer to?”' },
    { when: 'A long debate about the first collision.', then: 'Say: “Ten seconds, then hands. In real life you had five.”' },
    { when: '“Move the meeting.”', then: 'Say: “Good. To when? Show me the free hour.”' },
  ],
}
