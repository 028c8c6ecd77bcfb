import type { Format } from '../exercise.ts'

/** The seven rows in which the two roles differ; equal to the option ids of the poll "different-here". */
export type RowId = 'focus' | 'day' | 'authority' | 'code' | 'answers-for' | 'hard-part' | 'reward'

/** The three piles. There is no right one: which pile a card belongs to is what the pair finds out. */
export type PileId = 'manager' | 'lead' | 'depends'

export interface WorkCard {
  id: string
  row: RowId
  /** A piece of work, in a few words that read from arm's length. */
  text: string
  /** Also among the eight of the 60-minute workshop. */
  short: boolean
}

export const piles: readonly { id: PileId, label: string }[] = [
  { id: 'manager', label: 'Manager' },
  { id: 'lead', label: 'Lead' },
  { id: 'depends', label: 'Depends here' },
]

/** Two cards per row of the comparison, in an order that mixes the rows, so that no pile fills up at once. */
export const cards: readonly WorkCard[] = [
  { id: 'interfaces', row: 'focus', text: 'Decide how two services talk to each other', short: true },
  { id: 'promotion', row: 'authority', text: 'Say yes or no to a promotion', short: true },
  { id: 'late-release', row: 'answers-for', text: 'Explain to the director why the release is late', short: true },
  { id: 'read-changes', row: 'day', text: 'Read the risky changes before they are merged', short: false },
  { id: 'not-doing', row: 'focus', text: 'Choose what the team will not do this quarter', short: false },
  { id: 'small-bug', row: 'code', text: 'Fix the small bug that nobody picks up', short: true },
  { id: 'not-good-enough', row: 'hard-part', text: 'Tell somebody that their work is not good enough', short: true },
  { id: 'house-rule', row: 'authority', text: 'Set a rule that everybody’s code must follow', short: true },
  { id: 'woken', row: 'answers-for', text: 'Get woken when production is down', short: false },
  { id: 'other-team', row: 'day', text: 'Ask the next team why their part is late', short: true },
  { id: 'overruled', row: 'hard-part', text: 'Carry out a decision you argued against', short: false },
  { id: 'critical-code', row: 'code', text: 'Write the code that the release waits for', short: false },
  { id: 'junior', row: 'reward', text: 'Watch a junior become a senior', short: true },
  { id: 'strange-fault', row: 'reward', text: 'Find the fault that everybody else gave up on', short: false },
]

/** The cards that one length of workshop sorts: fourteen, eight, or none where only the poll is left. */
export function cardsFor(format: Format): readonly WorkCard[] {
  if (format === 45)
    return []
  return format === 60 ? cards.filter(card => card.short) : cards
}
