import type { Checklist } from './facilitating-checklists.ts'
import type { ManagerPresence } from './facilitating-variants.ts'
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
      'Send the mail “reunion” to everybody who was there, those without a trial above all. It asks them to bring the card, the weekly lines and the sealed forecast.',
      'Keep the laptop, or the data folder, that holds the workshop’s session: npm start 30 -- --since NAME shows what its room said. It has to be ended.',
      'Book the room for an hour.',
    ],
  },
  {
    when: 'One day before',
    items: [
      'Print the workbook for the reunion: one sheet for each person, and two spare ones.',
      'Rehearse: npm run rehearse 30 brings a room of simulated phones.',
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

/** The reunion without a room that everybody shares. */
export const reunionCalls: readonly Passage[] = [
  {
    title: 'Everybody on a call',
    lines: [
      'Two days before, send the sheet “Opening day” and ask people to have card and forecast beside them.',
      'Polls: if phones cannot reach your laptop, use the call’s own polls with the same words.',
      'The forecast: cameras and microphones off while it is opened. Say when you are back.',
      'Three questions: breakout rooms for two, six minutes, a message at three to swap.',
      'The next date: everybody writes theirs into their own calendar before the call ends.',
    ],
  },
  {
    title: 'Some in the room, some on a call',
    lines: [
      'Everybody uses a device of their own, also in the room, and one microphone travels.',
      'Pairs across the gap, written down beforehand: whoever is in the room takes headphones and a quiet corner.',
      'What would have made it easier: the call answers first.',
      'Say goodbye to the call before the room gets up.',
    ],
  },
]

/** The reunion with and without a manager of somebody present. */
export const reunionManager: Readonly<Record<ManagerPresence, Passage>> = {
  absent: {
    title: 'The manager is not there',
    lines: ['Say who hears the one sentence about what would have made it easier, and that nothing else leaves the room.', 'Name the person who carries that sentence, and the day.'],
  },
  partly: {
    title: 'The manager comes for the end',
    lines: [
      'The manager comes after the pairs, for “Easier here” and the next date. Before you open the door, say that what was told in pairs stays there.',
      'They hear the sentence that the room chose, and answer with a date, not with reasons.',
    ],
  },
  present: {
    title: 'The manager is there throughout',
    lines: [
      'Ask once more whether it can be avoided: people tell less of a trial that never began.',
      'The manager opens no forecast of anybody, asks nobody what became of a trial, and pairs with another manager or with you.',
      'In “Easier here” hide what points to one person, and let the manager speak last.',
      'At the end the manager names one thing they will change, with a date. Nobody else has to.',
    ],
  },
}
