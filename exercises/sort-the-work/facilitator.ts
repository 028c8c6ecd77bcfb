import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `where there are cards, a cut set of the ${sheetNames.cards.toLowerCase()} for every two people, and two spare sets`,
    'no answer sheet, because there are no answers',
  ],
  goodLooksLike: [
    'Pairs stop at a card and look at each other before they put it down.',
    'The third pile holds some cards. None at all means they sorted by the book; all of them means they stopped early.',
    'Two people from one team have put the same card in different piles.',
  ],
  debrief: [
    'Which card took you longest, and who does that work on a bad day?',
    'Is there a card that nobody does here?',
    'One large company writes down that the manager is finally accountable for technical decisions. Who is it here?',
    'Which card would you like to hand to somebody else tomorrow?',
  ],
  remote: 'Pairs in breakout rooms with the cards on one shared phone or screen. Broadcast after half the time: “Move on to the card you like least.” Close the rooms without a warning longer than ten seconds.',
  hybrid: 'Pair each person on the call with somebody in the room. The one in the room reads the cards aloud, the one on the call decides first.',
  derails: [
    { when: 'A pair asks for the right answer.', then: 'Say: “There is none on my sheet either. Where does it lie here?”' },
    { when: 'A pair has put everything under “depends here”.', then: 'Say: “Choose the three that depend least, and move them.”' },
    { when: 'A lead and their manager are in one pair.', then: 'Swap one of them with the next pair before they start.' },
  ],
}
