import type { Answer } from './check-answer.ts'
import type { Poll } from './poll-rules.ts'
import type { Counts, ModeratedWord, Movement } from './state.ts'
import { answersOf } from '../kinds/kinds.ts'
import { kindOf, NONE, optionsOf } from './poll-rules.ts'
import { foldText } from './typed-text.ts'

const noCounts = (poll: Poll): Counts => Object.fromEntries(optionsOf(poll).filter(option => option !== NONE).map(option => [option.id, 0]))

/** How often each option was chosen. Answers that name no option of the poll are passed over; order does not matter. */
export function countOptions(poll: Poll, answers: Iterable<Answer>): Counts {
  const counts = noCounts(poll)
  for (const answer of answers) {
    for (const id of kindOf(poll).chosen(answer)) {
      if (Object.hasOwn(counts, id))
        counts[id] = (counts[id] ?? 0) + 1
    }
  }
  return counts
}

/** Counts with those who chose none as one more option, where a poll offers that. */
export function withNone(poll: Poll, counts: Counts, none: number): Counts {
  return optionsOf(poll).includes(NONE) ? { ...counts, [NONE.id]: none } : counts
}

/** The second figure of each option, for kinds that have one; null for the others, and where nobody answered. */
export function meansOf(poll: Poll, answers: readonly Answer[]): Counts | null {
  return answers.length > 0 ? answersOf(poll).means?.(poll, answers) ?? null : null
}

/** How many chose none of the options of a `multi` poll. */
export function countNone(answers: Iterable<Answer>): number {
  return Array.from(answers).filter(answer => Array.isArray(answer) && answer.length === 0).length
}

/** The id of a written answer, equal for all its spellings. Safe in a URL path once encoded. */
export function wordId(text: string): string {
  return `~${foldText(text)}`
}

/** Equal answers gathered, the most frequent first, ties in alphabetical order. Each is shown as most people wrote it, of several such as the shortest. */
export function gatherWords(answers: Iterable<Answer>, hidden: ReadonlySet<string>): ModeratedWord[] {
  const spellings = new Map<string, Map<string, number>>()
  for (const answer of answers) {
    if (typeof answer !== 'string')
      continue
    const id = wordId(answer)
    const counts = spellings.get(id) ?? new Map<string, number>()
    spellings.set(id, counts.set(answer, (counts.get(answer) ?? 0) + 1))
  }
  // Earlier versions folded spellings less: their stored ids are folded once more.
  const hiddenIds = new Set(Array.from(hidden, id => wordId(id.slice(1))))
  const words = [...spellings].map(([id, counts]) => {
    const [text] = [...counts].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))[0] ?? ['']
    return { id, text, count: [...counts.values()].reduce((sum, count) => sum + count, 0), hidden: hiddenIds.has(id) }
  })
  return words.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

/** The most frequent words, at most `most`, in the order given. Among equally frequent ones the choice does not depend on the alphabet. */
export function chooseWords<Word extends Pick<ModeratedWord, 'id' | 'count'>>(words: readonly Word[], most: number): Word[] {
  const chosen = new Set([...words].sort((a, b) => b.count - a.count || lotOf(a.id) - lotOf(b.id)).slice(0, most))
  return words.filter(word => chosen.has(word))
}

/** A pseudo-random number of a text, the same each time (FNV-1a with the last steps of MurmurHash3). */
function lotOf(text: string): number {
  let hash = Array.from(text).reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811C9DC5)
  hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B)
  hash = Math.imul(hash ^ hash >>> 13, 0xC2B2AE35)
  return (hash ^ hash >>> 16) >>> 0
}

/** Pairs the answers of the voters who gave both. Only totals come out: no pair can be read back from them. */
export function movementBetween(before: ReadonlyMap<string, Answer>, after: ReadonlyMap<string, Answer>): Movement {
  const movement = { pairs: 0, up: 0, same: 0, down: 0 }
  for (const [voter, answer] of after) {
    const earlier = before.get(voter)
    if (typeof earlier !== 'number' || typeof answer !== 'number')
      continue
    movement.pairs++
    movement[answer > earlier ? 'up' : answer < earlier ? 'down' : 'same']++
  }
  return movement
}
