import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  id: 'energy-audit',
  materials: [
    'Form A for half of the room and form B for the other half, two spare copies of each, with the scoring strip',
    'One pen each',
    'For the 45-minute workshop: the form or the link to the site, sent 48 hours before; the forms in the room go home with those who have not done it',
  ],
  says: [
    'This is private. It stays on your phone or on your sheet. I will not ask for your result, and nobody else here may.',
    'You rate energy, not skill. Something can drain you although you are good at it.',
    'If you have never done a thing, tick that and guess. The ticks are useful: they become your list of things to try.',
    'At forty-five minutes, if you have brought none: rate the two marked lines, or press “No time now?” on the phone, and take the whole form home. Two lines are enough to choose a trial from.',
    'Six minutes, in silence. If you finish early, look at the single items that surprised you.',
    'About half of you will read “too close to call”. That is the exercise working: it refuses to guess from fourteen answers.',
    'Now in pairs: one item, not your result. Which one surprised you? You may pass.',
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
  remote: 'Send the form or the link beforehand. Cameras off and microphones muted for six minutes. Pairs talk in breakout rooms, about one item; nobody shares a screen.',
  hybrid: 'Everybody uses their own device, also in the room. Pair each person on the call with one in the room, and give those in the room a quiet corner and headphones.',
  derails: [
    { when: 'People compare scores', then: 'Say: “Only the items travel. The score stays with you.” Then start the pairs.' },
    { when: 'A phone dies or the network goes', then: 'Hand over a paper form. On the phone nothing needs the network once the exercise is open.' },
    { when: '“The people lines are nastier than the systems lines”', then: 'Say: “Two against one, yes. It is a known tilt, and one more reason to test the result instead of believing it.”' },
    { when: 'Somebody rates everything the same', then: 'The exercise gives no reading then. Say: “That is fine. Pick the one item you would swap first.”' },
  ],
}
