import type { Action } from './phases.ts'
import type { Choice, RoundKey, Session, Tally } from './session.ts'
import type { Counts } from './state.ts'
import type { LogEntry } from './timing.ts'

/** What changes a session, by the presenter, the clock or a server. An answer is no command: it changes no session. */
export type Command
  = | { type: 'move', slide: number, clicks: number }
    | { type: Action, poll: string }
  /** Asks again, in a new round; on the poll's own slide at once. */
    | { type: 'reset', poll: string }
    | { type: 'hide', poll: string, word: string, hidden: boolean }
  /** Puts words under others that say the same, by id; replaces what was put before. */
    | { type: 'label', poll: string, labels: Record<string, string> }
    | { type: 'hands', poll: string, counts: Counts }
  /** 0 seconds takes the countdown away. */
    | { type: 'countdown', poll: string, seconds: number }
    | { type: 'join', shown?: boolean, url?: string }
    | { type: 'choose', drawing: string, choice: Choice }
    | { type: 'clock', action: 'start' | 'pause' | 'resume' }
  /** A one-time code was made; then somebody came with it. Both are given by the code's hash. */
    | { type: 'code', hash: string }
    | { type: 'enter', hash: string }
  /** The presenter is about to read the answers of these rounds, in an export or while moderating. */
    | { type: 'tell', rounds: readonly RoundKey[] }
    | { type: 'end' }
  /** A server starts with a deck that may have been edited. */
    | { type: 'take-up' }
  /** The tallies of closed rounds that had not been counted. */
    | { type: 'settle', tallies: readonly (RoundKey & { tally: Tally })[] }
  /** The voter ids of the ended session are off the disk. */
    | { type: 'erased' }

export type CommandType = Command['type']

/** Why a command cannot be done: a code for programs, a sentence for people. */
export interface Refused { refused: RefusalCode, message: string }

export type RefusalCode
  = | 'session-over' | 'no-such-slide' | 'no-such-poll' | 'no-such-word' | 'no-such-option' | 'no-options' | 'no-words'
    | 'not-now' | 'still-open' | 'too-few' | 'wrong-code' | 'does-not-fit'

/** The next session, and what to add to its log. */
export interface Decided { session: Session, log: readonly LogEntry[] }

export type Decision = Decided | Refused

/** A refusal by its code and its sentence. */
export function refuse(refused: RefusalCode, message: string): Refused {
  return { refused, message }
}
