import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  materials: ['one sheet for today for each person, and two spare ones', 'a bell, or your voice, for half time'],
  goodLooksLike: [
    'One of each pair listens without talking.',
    'Somebody writes during the third question.',
  ],
  debrief: [
    'None aloud. What was said in twos stays there; the polls that follow carry what may be shared.',
  ],
  remote: 'Rooms for two, with a broadcast at half time: “Change over now, if you have not.”',
  hybrid: 'Pair each person on the call with somebody in the room who has a headset.',
  derails: [
    { when: 'A partner of that day is missing.', then: 'Say: “Any listener will do.” Three people take a third of the time each.' },
    { when: 'Somebody has no trial to talk about.', then: 'Say: “Then answer for the weeks you had instead.”' },
    { when: 'A pair turns to what is wrong with the company.', then: 'Say: “Keep that; there is a question for it in a moment.”' },
  ],
}
