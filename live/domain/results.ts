import type { Answer } from './answers.ts'
import type { Poll } from './polls.ts'
import type { Counts, Movement, Result } from './state.ts'
import { chooseWords, countNone, countOptions, gatherWords } from './tally.ts'

/** Answers a poll needs before its result is shown: in a rehearsal 1, else the poll's own floor, else the session's. */
export function floorOf(poll: Poll, session: { floor: number, rehearsal: boolean }): number {
  return session.rehearsal ? 1 : poll.floor ?? session.floor
}

/** More cards than this do not fit a wall; all answers stand in the export. */
const WORDS_SHOWN = 60

export interface RoundAnswers {
  answers: ReadonlyMap<string, Answer>
  hands: Counts | null
  hidden: ReadonlySet<string>
  movement: Movement | null
}

/**
 * The result of a round, or null below the floor. Hands never count towards it, but where no phone answered there is
 * nobody to protect: then the hands are shown, which the room saw anyway. A movement has its own count of pairs.
 */
export function resultOf(poll: Poll, floor: number, { answers, hands, hidden, movement }: RoundAnswers): Result | null {
  const voters = answers.size
  const isOnlyHands = voters === 0 && hands !== null
  if (voters < floor && !isOnlyHands)
    return null
  if (poll.kind !== 'words')
    return { kind: 'options', voters, counts: countOptions(poll, answers.values()), none: countNone(answers.values()), hands, movement: movement && movement.pairs >= floor ? movement : null }
  const words = gatherWords(answers.values(), hidden).filter(word => !word.hidden)
  return { kind: 'words', voters, different: words.length, words: chooseWords(words, WORDS_SHOWN).map(({ text, count }) => ({ text, count })) }
}
