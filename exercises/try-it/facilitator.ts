import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.trial}: a card for each person, and a few more`,
    `${sheetNames.menu}: a sheet for every two people without a phone`,
    `${sheetNames.asking}, with “${sheetNames.call}” on its back, one for each person`,
  ],
  goodLooksLike: [
    'People write names and dates. You hear “could I ask you?” across the tables.',
    'Somebody chooses a trial on the side their bars did not point to.',
    'Every card that is finished has a partner’s name and a day on it.',
    'The “say no” line is concrete enough that a friend could check it.',
  ],
  debrief: [
    'Who has a sponsor in this room? Ask them now.',
    'What would have to be smaller, so that you could start this month?',
    'What will you write down each week, so that you need not rely on memory?',
  ],
  remote: 'Seven quiet minutes with cameras off, card on the phone or in the document sent beforehand. On a countdown, everybody types the last day of their trial into the chat, nothing else.',
  hybrid: 'Cards are filled in alone by everybody. Remote participants get the menu as a file before the session.',
  derails: [
    { when: '“My manager would never allow it.”', then: 'Say: “Which part could you do without asking? Try that part.”' },
    { when: 'The number of people is odd.', then: 'Make one group of three: each calls the next.' },
    { when: 'Somebody plans a whole new job.', then: 'Say: “What of that can be over in six weeks?”' },
    { when: '“I have no time for extras.”', then: 'Say: “Then it replaces something. Write what, and let your sponsor say yes to that.”' },
    { when: 'A manager offers trials to people on the spot.', then: 'Say: “Keep it for after the break, one to one. Here they choose first.”' },
  ],
}
