import type { Answer } from './answers.ts'
import type { Poll, ScalePoll } from './polls.ts'
import type { Counts, ModeratedWord, Movement } from './state.ts'
import { optionsOf } from './polls.ts'

const noCounts = (poll: Poll): Counts => Object.fromEntries(optionsOf(poll).map(option => [option.id, 0]))

/** How often each option was chosen. Answers that name no option of the poll are passed over; order does not matter. */
export function countOptions(poll: Poll, answers: Iterable<Answer>): Counts {
  const counts = noCounts(poll)
  for (const answer of answers) {
    for (const id of Array.isArray(answer) ? answer : [String(answer)]) {
      if (Object.hasOwn(counts, id))
        counts[id] = (counts[id] ?? 0) + 1
    }
  }
  return counts
}

/** Two spellings of one answer have the same id: case, accents' form and closing punctuation are folded. Safe in a URL path once encoded. */
export function wordId(text: string): string {
  return `~${text.normalize('NFKC').toLocaleLowerCase('en').replace(/[\s.,;:!?…]+$/u, '')}`
}

/** Equal answers gathered, the most frequent first, ties in alphabetical order. */
export function gatherWords(answers: Iterable<Answer>, hidden: ReadonlySet<string>): ModeratedWord[] {
  const words = new Map<string, ModeratedWord>()
  for (const answer of answers) {
    if (typeof answer !== 'string')
      continue
    const id = wordId(answer)
    const word = words.get(id) ?? { id, text: answer, count: 0, hidden: hidden.has(id) }
    words.set(id, { ...word, text: answer < word.text ? answer : word.text, count: word.count + 1 })
  }
  return [...words.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

/** Pairs the answers of the voters who gave both. Only totals come out: no pair can be read back from them. */
export function movementBetween(poll: ScalePoll, before: ReadonlyMap<string, Answer>, after: ReadonlyMap<string, Answer>): Movement {
  const movement = { pairs: 0, up: 0, same: 0, down: 0 }
  const first: Answer[] = []
  const last: Answer[] = []
  for (const [voter, answer] of after) {
    const earlier = before.get(voter)
    if (typeof earlier !== 'number' || typeof answer !== 'number')
      continue
    first.push(earlier)
    last.push(answer)
    movement.pairs++
    movement[answer > earlier ? 'up' : answer < earlier ? 'down' : 'same']++
  }
  return { ...movement, before: countOptions(poll, first), after: countOptions(poll, last) }
}
