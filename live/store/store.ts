import type { Answer } from '../domain/check-answer.ts'
import type { Poll } from '../domain/poll-rules.ts'
import type { RoundKey, Session, Tally } from '../domain/session.ts'
import type { LogEntry } from '../domain/timing.ts'

/** What is settled about a session when it begins and never changes. */
export interface SessionRecord {
  name: string
  /** ISO 8601. */
  startedAt: string
  rehearsal: boolean
  /** Whoever knows it drives the session. */
  presenterKey: string
  /** Signs voter ids, so that a forged one is told from a minted one. */
  voterSecret: string
}

/** The session, and the number of the save that made it. Numbers only grow; a new session has 1. */
export interface Versioned { version: number, session: Session }

/** What is kept of one asking of a poll beside its head in the session: the poll as it was asked, and what came of it. */
export interface RoundRecord extends RoundKey { asked: Poll, tally: Tally | null }

/** One save: the next session and what belongs to it. It is stored whole or not at all. */
export interface Change {
  session: Session
  /** The one round that takes answers from here on (`openRound`). */
  open: RoundKey | null
  /** Lines to add to the log. */
  log: readonly LogEntry[]
  /** Rounds to insert or replace. */
  rounds: readonly RoundRecord[]
}

/** The connections one server holds. */
export interface Presence {
  phones: number
  /** Deck windows elsewhere that follow the presenter, and those whose own keys have paused that. */
  following: number
  paused: number
}

/** How many phones began an exercise, and how many of those finished it. */
export interface Marks { began: number, finished: number }

/** A server that has not told its presence for so long is gone, and its connections with it. */
export const PRESENCE_MS = 5_000

/** The store fails; the message says what is wrong and what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/**
 * Keeps one session, for one server or for several at once: any number of clients may be open on it, each with this
 * interface.
 *
 * Every promise of a write resolves once the write survives a power cut. It rejects with a StoreError when it could not
 * be kept, or when nobody can say whether it was: a save is then decided again from a fresh load, where the command's id
 * tells whether it had been done. Reads see every write that this client called before them.
 */
export interface Store {
  record: () => Promise<SessionRecord>
  load: () => Promise<Versioned>
  /**
   * Saves if the session still has this version, in one step with the key of the open round.
   * @returns false when another save came first: nothing was kept; load, and decide again
   */
  save: (version: number, change: Change) => Promise<boolean>
  /** Every line, in the order they were added. */
  log: () => Promise<LogEntry[]>
  /** Every round that was kept; those of one poll in the order they were asked. */
  rounds: () => Promise<RoundRecord[]>
  /**
   * Records an answer, in one atomic step with the check that this round is open: it is counted or refused, never both.
   * One answer per voter and round, the last one counts. Publishes nothing, and reads nothing of the session.
   */
  answer: (poll: string, round: number, voter: string, answer: Answer) => Promise<'counted' | 'changed' | 'not-open'>
  /** Answers of a round by voter. */
  answers: (poll: string, round: number) => Promise<Map<string, Answer>>
  countAnswers: (poll: string, round: number) => Promise<number>
  /** Everything one voter answered. */
  answersBy: (voter: string) => Promise<(RoundKey & { answer: Answer })[]>
  /**
   * Calls `changed` after every save by any client, this one included, and whenever saves may have been missed. It
   * carries no data: load to see the change.
   * @returns a function that ends this
   */
  subscribe: (changed: () => void) => () => void
  /** Tells the connections of a server; valid for `PRESENCE_MS`, so it is repeated before. Null when the server closes. Survives no restart. */
  tellPresence: (server: string, presence: Presence | null) => Promise<void>
  /** The sum of all servers that told theirs lately. */
  presence: () => Promise<Presence>
  /** Notes that a voter began or finished an exercise. Kept in memory, or where it expires: never in a session's file. */
  mark: (exercise: string, voter: string, stage: keyof Marks) => Promise<void>
  /** How far each exercise is that somebody began, by its id. */
  marks: () => Promise<Record<string, Marks>>
  /**
   * Replaces every voter id by one that is linked to nothing, and forgets the marks. Answers and counts stay. May be
   * repeated: after a failure, and at the next start.
   */
  eraseVoters: () => Promise<void>
  /** @throws StoreError when what is acknowledged now could be lost: the file was moved or deleted, the line is down. */
  check: () => Promise<void>
  /** Ends this client, after what it was asked to write. */
  close: () => Promise<void>
}
