import type { Answer } from '../domain/answers.ts'
import type { Poll } from '../domain/polls.ts'
import type { Counts, Movement, Phase } from '../domain/state.ts'
import type { LogEntry } from '../domain/timing.ts'

/** What is kept about a workshop session beside its rounds and answers. */
export interface SessionRecord {
  name: string
  /** ISO 8601. */
  startedAt: string
  endedAt: string | null
  rehearsal: boolean
  /** Whoever knows it drives the session. */
  presenterKey: string
  /** Signs voter cookies, so that a forged one is told from a minted one. */
  voterSecret: string
  /** The slide by its lasting name: its number differs from one length of the workshop to another. */
  position: { alias: string, clicks: number, seq: number } | null
  /** Exercises offered to phones so far. */
  activities: readonly string[]
}

/** One asking of a poll. The poll is kept as it was asked: an edit afterwards does not change the record. */
export interface RoundRecord {
  poll: Poll
  round: number
  phase: Phase
  openedAt: string | null
  closedAt: string | null
  /** Answers needed before its result is shown: settled when the round opens, whatever a later start says. */
  floor: number
  hands: Counts | null
  /** Ids of words the presenter hid. */
  hidden: readonly string[]
  movement: Movement | null
}

export interface StoredAnswer { poll: string, round: number, answer: Answer }

/** Something is wrong with where a session is kept; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/**
 * Keeps one session. Every promise of a write resolves once the write survives a power cut, and rejects with a
 * StoreError when it could not be kept: then nothing of it was. Reads see every write that was called before them.
 */
export interface Store {
  session: () => Promise<SessionRecord>
  updateSession: (changes: Partial<Pick<SessionRecord, 'endedAt' | 'position' | 'activities'>>) => Promise<void>
  /** Every line, in the order they were added. */
  log: () => Promise<LogEntry[]>
  addToLog: (entry: LogEntry) => Promise<void>
  /** Every round of every poll; those of one poll in the order they were asked. */
  rounds: () => Promise<RoundRecord[]>
  /** Inserts or replaces the round with this poll id and number. */
  saveRound: (round: RoundRecord) => Promise<void>
  /** Decides in one step with the check that the round is open: one answer per voter and round, the last one counts. */
  answer: (poll: string, round: number, voter: string, answer: Answer) => Promise<'counted' | 'changed' | 'not-open'>
  /** Answers of a round by voter. */
  answers: (poll: string, round: number) => Promise<Map<string, Answer>>
  countAnswers: (poll: string, round: number) => Promise<number>
  /** Everything one voter answered. */
  answersBy: (voter: string) => Promise<StoredAnswer[]>
  /** Replaces every voter id by one that is linked to nothing. Counts stay. */
  forgetVoters: () => Promise<void>
  close: () => Promise<void>
}
