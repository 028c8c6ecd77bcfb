import type { Answer } from './check-answer.ts'
import type { Poll } from './poll-rules.ts'
import type { Round, Shows, Tally } from './session.ts'
import type { Counts, ReadWord, Result } from './state.ts'
import { kindOf } from './poll-rules.ts'
import { chooseWords, countNone, countOptions, gatherWords, meansOf, movementBetween } from './tally.ts'

/** Answers a poll needs before its result is shown: in a rehearsal 1, else the poll's own floor, else the session's. */
export function floorOf(poll: Poll, session: { floor: number, rehearsal: boolean }): number {
  return session.rehearsal ? 1 : poll.floor ?? session.floor
}

/** So many word cards fit a projector; all answers stand in the export. */
const WORDS_SHOWN = 60

/** Counts a closed round; `before` are the answers of the earlier one it is compared with, by voter. */
export function tallyOf(poll: Poll, answers: ReadonlyMap<string, Answer>, before: ReadonlyMap<string, Answer> | null): Tally {
  const movement = before && movementBetween(before, answers)
  const { writes = false } = kindOf(poll)
  const means = meansOf(poll, [...answers.values()])
  return {
    voters: answers.size,
    counts: writes ? null : countOptions(poll, answers.values()),
    none: countNone(answers.values()),
    words: writes ? gatherWords(answers.values(), new Set()).map(({ id, text, count }) => ({ id, text, count })) : [],
    ...means && { means },
    movement,
    unpaired: { before: before && movement ? before.size - movement.pairs : 0, after: movement ? answers.size - movement.pairs : 0 },
  }
}

/** What the presenter added to a round or hid of it. */
export interface ByHand { hands: Counts | null, hidden: readonly string[], labels: Readonly<Record<string, string>> }

/**
 * The result of a round as far as `shows` allows, or null. Hands never count towards the floor, but where no phone
 * answered there is nobody to protect: then the hands are shown, which the room saw anyway.
 */
export function resultOf(poll: Poll, { voters, counts, none, words, means, movement }: Tally, shows: Shows, by: ByHand): Result | null {
  const isOnlyHands = voters === 0 && by.hands !== null
  if (shows === 'nothing' && !isOnlyHands)
    return null
  if (kindOf(poll).writes) {
    const shown = wordsShown(words, by)
    return { kind: 'words', voters, different: shown.length, words: chooseWords(shown, WORDS_SHOWN).map(({ text, count }) => ({ text, count })) }
  }
  return {
    kind: 'options',
    voters,
    counts: shows === 'movement' ? null : counts,
    none,
    ...means && shows !== 'movement' && { means },
    hands: by.hands,
    movement: shows === 'movement' || shows === 'both' ? movement : null,
  }
}

/** Every word as the presenter reads it. */
export function readWords({ words }: Tally, { hidden, labels }: Pick<Round, 'hidden' | 'labels'>): ReadWord[] {
  return words.map(word => ({ ...word, hidden: hidden.includes(word.id), under: labels[word.id] ?? null }))
}

/** The words the room sees, those put under another one that it sees counted with it, the most frequent first. */
function wordsShown(words: Tally['words'], { hidden, labels }: ByHand): { id: string, text: string, count: number }[] {
  const seen = words.filter(word => !hidden.includes(word.id))
  const ids = new Set(seen.map(word => word.id))
  const counts = new Map<string, number>()
  for (const { id, count } of seen) {
    const label = labels[id]
    const under = label !== undefined && ids.has(label) ? label : id
    counts.set(under, (counts.get(under) ?? 0) + count)
  }
  return seen.filter(({ id }) => counts.has(id)).map(word => ({ ...word, count: counts.get(word.id) ?? 0 })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}
