import type { Poll } from '../live/domain/poll-rules.ts'
import type { Passage } from './facilitating.ts'
import { kindOf, revealOf } from '../live/domain/poll-rules.ts'

/** From this many people on, somebody helps. */
export const helperFrom = 12

/** The sheet of whoever helps: what to do, by subject. */
export const helperSheet: readonly Passage[] = [
  {
    title: 'Where you are',
    lines: ['At the laptop with the presenter view, while the facilitator stands and has the clicker. Do not press Forward. Read the notes of the first three slides before people arrive.'],
  },
  {
    title: 'Phones',
    lines: [
      'Stand at the door until the first slide changes. Show the address on the wall, and help whoever cannot join.',
      'Late? J puts the address over any slide, and J takes it away again. N changes to the laptop’s next address.',
      'A phone that does not join within a minute gets paper. Ask nobody what is on their screen.',
    ],
  },
  {
    title: 'Hands',
    lines: [
      'For those without a phone: count hands when the question has been read aloud, and type the numbers in. H goes to the fields, Enter saves.',
      'Paper ballots go face down into one box. Count them on the tally sheet while people talk in pairs.',
    ],
  },
  {
    title: 'Hiding words',
    lines: [
      'Where people write words, the first click closes and only this screen shows them. H goes to the list. Hide names, and whatever points to one person, before the second click.',
      'Nod when you are done. Say nothing about what you hid, also afterwards.',
    ],
  },
  {
    title: 'The clock',
    lines: [
      'It starts when the facilitator leaves the cover. At each checkpoint below, compare. If it is late, hold up the pocket sheet: the next cut is due.',
      'P stops the clock for a break or an alarm, and P goes on.',
    ],
  },
  {
    title: 'At the end',
    lines: [
      'Before the session ends, remind everybody to save the calendar file from their card. The page forgets it once it is closed.',
      'Take envelopes to those who have none, and keep the door for the exit tickets.',
    ],
  },
]

/** What a helper does at a poll. */
export function helperTask(poll: Poll): string {
  const { noHands, writes } = kindOf(poll)
  if (!writes)
    return noHands === undefined ? 'Count hands.' : 'Paper ballots for those without a phone.'
  return revealOf(poll) === 'never' ? 'Slips for those without a phone. Nothing is shown.' : 'Hide words before the second click.'
}
