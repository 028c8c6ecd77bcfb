import type { Checklist } from './facilitating-checklists.ts'
import type { Passage } from './facilitating.ts'
import { sheetNames } from './sheets.ts'

/** What the reunion is for, in the words to put into an invitation. */
export const reunionPurpose = 'About ninety days after the workshop the same room meets for half an hour: what became of the trials, how they felt beside the forecast, and what comes next, with a date. Nobody has to have finished anything.'

/** For whom the reunion is, on the first page of its guide. */
export const reunionReaders = 'Everybody who was at the workshop, those without a trial above all. Nobody who was not: trials are told to those who know what was promised. These pages hold words to say: keep them away from the chairs.'

/** What to print for the reunion. */
export const reunionMaterials: Passage = {
  title: 'What to print and bring',
  lines: [
    `“${sheetNames.opening}” on both sides, one for each person and two spare ones: the three questions and the next date are its back.`,
    `“${sheetNames.ballots}” on one side, for those without a phone. There are two of each question: cut.`,
    `“${sheetNames.tally}” on both sides, one for whoever counts.`,
    'Pens, a few envelopes, a clicker, a clock, the pocket sheet.',
  ],
}

/** What to have done by when, and what to bring to the reunion. */
export const reunionChecklist: readonly Checklist[] = [
  {
    when: 'Two weeks before',
    items: [
      'Invite everybody who was there, those without a trial above all. Ask them to bring the card, the weekly lines and the sealed forecast.',
      'Keep the laptop, or the data folder, that holds the workshop’s session: npm start 30 -- --since NAME shows what its room said. It has to be ended.',
      'Book the room for an hour.',
    ],
  },
  {
    when: 'One day before',
    items: [
      'Print the workbook for the reunion: one sheet for each person, and two spare ones.',
      'Rehearse with one phone: npm start 30 -- --rehearsal.',
      'The mail “day-90” went out, or goes out today.',
    ],
  },
  {
    when: 'One hour before',
    items: [
      'Start it, join with your own phone, answer one poll, and start it again with --new.',
      'Put chairs in twos, a sheet and a pen on each, a few spare envelopes at the door for those who want to seal another forecast.',
    ],
  },
  {
    when: 'Afterwards',
    items: [
      'End the session while people are there.',
      'Carry the one sentence to whom the room named, and write within a week what came of it.',
      'Delete both sessions by the day you named: npm start -- --delete NAME.',
    ],
  },
]
