import type { Counts, Movement, Phase } from './state.ts'
import type { Standing } from './timing.ts'

/** Identifies a round: a poll, and how often it was asked, from 1. */
export interface RoundKey { poll: string, round: number }

/**
 * What a round may show of its answers, settled at its close by the law of the floor (`floor.ts`): nothing, its own bars
 * or words, how voters moved since an earlier poll, or both.
 */
export type Shows = 'nothing' | 'bars' | 'movement' | 'both'

/** The head of a round. Its answers and its tally are kept beside the session, never in it. */
export interface Round extends RoundKey {
  phase: Phase
  /** What the poll meant when the round began (`meaningOf`): an edit that changes it asks anew. */
  meaning: string
  /** Milliseconds since 1970, as every instant here. */
  openedAt: number | null
  closedAt: number | null
  /** Answers needed before its result is shown: settled when the round opens, whatever a later start says. */
  floor: number
  hands: Counts | null
  /** Ids of words the presenter hid. */
  hidden: readonly string[]
  /** Word ids that count under another one, by id. */
  labels: Readonly<Record<string, string>>
  /** The earlier round its movement is counted from; null when there is none, or when that one takes answers again. */
  comparedWith: RoundKey | null
  /** Set once the closed round's answers were counted; null while it takes answers, and until the count is saved. */
  settled: { voters: number, shows: Shows } | null
  /** The presenter read its answers before the room saw them: it takes no more. */
  told: boolean
}

/** What came of a closed round's answers. Counted once, kept with the round. */
export interface Tally {
  voters: number
  /** By option id; null for words. */
  counts: Counts | null
  /** Voters who chose none of the options of a `multi`. */
  none: number
  /** A second figure for each option, by id, where the kind has one. */
  means?: Counts
  /** Every word, the most frequent first, hidden ones too; empty for options. */
  words: readonly { id: string, text: string, count: number }[]
  /** How voters moved since `comparedWith`, whatever of it may be shown; null without an earlier round. */
  movement: Movement | null
  /** Voters of the earlier and of this round who answered only that one. */
  unpaired: { before: number, after: number }
}

/**
 * A workshop session as a value: everything the rules decide on, and nothing that grows with the room. A few kB of
 * plain JSON. `decide` makes the next one of it, a store keeps it.
 */
export interface Session {
  /** The last instant anything happened at; no later one precedes it. */
  at: number
  /** The length of the workshop it runs at; null until a server has said so. */
  minutes: number | null
  /** Null while it runs. */
  endedAt: number | null
  /** True once the ended session's voter ids are off the disk. */
  erased: boolean
  /** The slide by its lasting name: its number differs from one length of the workshop to another. */
  position: { alias: string, clicks: number, seq: number } | null
  /** Ids of the exercises offered to phones so far, in the order they came up. Stored sessions have them under this name. */
  activities: readonly string[]
  /** Whether the join address lies over the slides, and which one was chosen. */
  join: { shown: boolean, url: string | null }
  /** What was chosen in drawings, by the drawing's id. */
  choices: Readonly<Record<string, Choice>>
  /** A poll's countdown. It closes nothing. */
  countdown: RoundKey & { seconds: number, endsAt: number } | null
  /** Every round of every poll, those of one poll in the order they were asked. */
  rounds: readonly Round[]
  /** Where the workshop's clock stands: what the log's lines add up to. */
  clock: Pick<Standing, 'phase' | 'section'>
  /** Lines in the log so far. */
  lines: number
  /** One-time codes of the presenter that are still good, hashed. */
  codes: readonly { hash: string, until: number }[]
  /** Ids of the last commands: one that comes twice is done once. */
  done: readonly string[]
}

/** A drawing's choice: a small flat object. */
export type Choice = Readonly<Record<string, string | number | boolean | null>>

/** The session as it is when nothing has happened yet. */
export function newSession(at: number): Session {
  return {
    at,
    minutes: null,
    endedAt: null,
    erased: false,
    position: null,
    activities: [],
    join: { shown: false, url: null },
    choices: {},
    countdown: null,
    rounds: [],
    clock: { phase: 'waiting', section: null },
    lines: 0,
    codes: [],
    done: [],
  }
}

/** The round that takes answers now; at most one does. */
export function openRound({ rounds, endedAt }: Session): Round | null {
  return endedAt === null ? rounds.find(({ phase }) => phase === 'open') ?? null : null
}

/** The newest round of a poll. */
export function currentRound({ rounds }: Session, poll: string): Round | null {
  return rounds.findLast(round => round.poll === poll) ?? null
}

/** True for two names of one round. */
export function isRound(a: RoundKey, b: RoundKey): boolean {
  return a.poll === b.poll && a.round === b.round
}
