/** Five things that happen, or do not, to somebody who holds both jobs. Looked back on over the last four weeks. */
export const facts = [
  { id: 'one-to-one', text: 'I moved or dropped a one-to-one for technical work' },
  { id: 'review', text: 'A review waited more than a working day because of people work' },
  { id: 'release', text: 'A release hung on code that only I was writing' },
  { id: 'span', text: 'I look after more than four people and still own a technical area' },
  { id: 'split', text: 'No date or headcount is set for splitting the role' },
] as const

export type FactId = typeof facts[number]['id']

type CheckLevel = 'watch' | 'strained' | 'split'

/** What a number of true facts means: `from` to `to` of the five. */
export interface CheckReading {
  level: CheckLevel
  from: number
  to: number
  title: string
  text: string
}

export const checkReadings: readonly CheckReading[] = [
  { level: 'watch', from: 0, to: 1, title: 'Watch', text: 'The double role holds for now. Put a date in your calendar to look again in four weeks.' },
  { level: 'strained', from: 2, to: 2, title: 'Strained', text: 'Two of the five are true: one of the jobs is paying for the other. Tell your own manager which, and agree on what to drop.' },
  { level: 'split', from: 3, to: 5, title: 'Plan the split now', text: 'Three or more are true, and working harder will not mend that. Ask for a date and for the second person, and decide which job you would keep.' },
]

/** The reading for the facts that are true. The same fact twice counts once. */
export function readCheck(ticked: Iterable<FactId>): CheckReading {
  const count = new Set(ticked).size
  const reading = checkReadings.find(({ from, to }) => count >= from && count <= to)
  if (!reading)
    throw new RangeError(`There are five facts, so ${count} cannot be true.`)
  return reading
}

/** True for a stored value that is a list of ticked facts. */
export function isTicked(value: unknown): value is FactId[] {
  return Array.isArray(value)
    && value.every(id => facts.some(fact => fact.id === id))
    && new Set(value).size === value.length
}
