import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.formA} for half of the people, ${sheetNames.formB} for the others, two spare copies of each`,
    'A pen for each person',
    'At 45 minutes: the form or the link to the site, sent with the mail “before”; the forms in the room go home with those who have not done it',
  ],
  goodLooksLike: [
    'The room is silent for six minutes, and nobody is done in one.',
    'In pairs people talk about one activity, and no side or score is mentioned.',
    'Somebody says that the middle is an answer too.',
    'Half to three quarters of the room are too close to call. That is the design working.',
  ],
  debrief: [
    'Which single item surprised you?',
    'Which item did you rate by guessing, and how could you find out?',
    'What about the last two weeks would have changed your answers?',
    'Energy is a clue and fit between interests and work explains little by itself. What else would you want to know before you choose?',
  ],
  remote: 'Send the form or the link beforehand. Cameras off and microphones muted for six minutes. Pairs talk in breakout rooms, about one item; nobody shares a screen. Those who would rather not stay in the main room.',
  hybrid: 'Everybody uses their own device, also in the room. Pair each person on the call with one in the room, and give those in the room a quiet corner and headphones.',
  derails: [
    { when: 'People compare scores.', then: 'Say: “Only the items travel. The score stays with you.” Then start the pairs.' },
    { when: 'A phone dies or the network goes.', then: 'Hand over a paper form. On the phone nothing needs the network once the exercise is open.' },
    { when: 'Somebody says that the lines about people are harder to like.', then: 'Say: “Two of them are, against one about systems. It is a known tilt, and one more reason to test the result.” People work probably comes out a little low, for everybody; nobody has measured by how much.' },
    { when: 'Somebody rates everything the same.', then: 'The exercise gives no reading then. Say: “That is fine. Pick the one item you would swap first.”' },
  ],
}
