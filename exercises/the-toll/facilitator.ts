import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    'At 45 minutes: the four words, written large on the flip chart',
  ],
  goodLooksLike: [
    'No price is the only one chosen, and people look round to see who else has theirs.',
    'Somebody who has changed over says aloud what it really cost.',
  ],
  debrief: [
    'Which of the four could you make cheaper before you change, and how?',
    'Who here has paid one of these? Was it what you expected?',
    'Does our company make the way back dearer than it has to be?',
  ],
  remote: 'The poll by link. By hand: four reactions in the chat, one for each price, given at the same moment.',
  hybrid: 'Poll on own devices. With hands: the helper counts the call and adds the number in the presenter view.',
  derails: [
    { when: 'A manager sits in the room throughout.', then: 'Leave this poll out. Name the four prices, and let people think for half a minute.' },
    { when: '“You can never go back to code.”', then: 'Say: “Some of the best went back and forth more than once. It costs, and nobody has a good number for how much.”' },
    { when: 'Somebody asks how long it takes to earn standing again.', then: 'Say: “No study I would quote. Ask two people here who did it.”' },
  ],
}
