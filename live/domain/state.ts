import type { Answer } from './check-answer.ts'
import type { Length } from './manifest.ts'
import type { Timing } from './pacing.ts'
import type { Poll } from './poll-rules.ts'
import type { Choice } from './session.ts'

/** The phase of a poll's round. Only the server changes it. */
export type Phase = 'waiting' | 'open' | 'closed' | 'revealed'

/** How many chose each option id; options nobody chose stand at 0. */
export type Counts = Record<string, number>

/** How the voters who answered both of two scale polls moved from the first to the second. Their two answers are told to nobody. */
export interface Movement {
  /** Voters who answered both. */
  pairs: number
  up: number
  same: number
  down: number
}

/** Tally of a round whose answers are choices. Hands are counted by eye and added by the presenter. */
export interface OptionsResult {
  kind: 'options'
  voters: number
  /** Null where only the movement may be told. */
  counts: Counts | null
  /** How many chose none of the options of a `multi` poll. */
  none: number
  /** A second figure for each option, by id, where the kind has one. */
  means?: Counts
  /** By option id; for `multi` with `none`. */
  hands: Counts | null
  /** Only for a poll with `compareWith`; null while too few answered both. */
  movement: Movement | null
}

/** Answers of a `words` round that the presenter left visible, the most frequent first, at most 60. */
export interface WordsResult {
  kind: 'words'
  voters: number
  /** How many different ones there are, shown or not. */
  different: number
  words: { text: string, count: number }[]
}

export type Result = OptionsResult | WordsResult

/** A poll's current round, as far as anybody in the room may know it. */
export interface PollState {
  poll: Poll
  /** Counts from 1; a reset starts the next. */
  round: number
  phase: Phase
  /** Voters with an answer in this round. */
  answered: number
  /** Answers needed before a result is shown. */
  floor: number
  /** Null until the reveal, and below the floor. */
  result: Result | null
  /** True when the round was revealed with too few answers to show. */
  withheld: boolean
  /** Runs while the poll is open, and closes nothing. */
  countdown?: Countdown | null
}

/** What is left of a countdown, when it was sent. `until`, by the server's clock, tells one from the next. */
export interface Countdown { seconds: number, leftMs: number, until: number }

/** What the presenter shows. `seq` grows with every change: drop what is older than what you have. */
export interface Position { slide: number, clicks: number, seq: number }

export interface SlideState extends Position {
  section: string
  /** An exercise that phones offer from this slide on. */
  exercise: string | null
}

export interface SessionState {
  name: string
  /** ISO 8601. */
  startedAt: string
  /** Length of the workshop. */
  minutes: Length
  rehearsal: boolean
  ended: boolean
  /** Where and with whom, as the facilitator wrote it for the cover. */
  place?: Venue
}

/** What the cover shows of the day, as the start was told; every part may be missing. */
export interface Venue {
  room?: string
  facilitator?: string
  /** Address of the site, where people read on when the laptop has left. */
  site?: string
}

/** Where phones join. */
export interface JoinState {
  url: string
  /** True while the presenter shows the address over whatever slide is on. */
  shown: boolean
  wifi: { ssid: string, password: string | null } | null
}

/** One address the laptop can be reached at. */
export interface Address {
  url: string
  network: string
  /** Where no phone comes. */
  unreachable?: true
}

/** What only the key holder sees. */
export interface PresenterState {
  addresses: Address[]
  /** Index into `addresses` of the one that is shown. */
  address: number
  /** Hands counted so far in the current rounds, by poll id. */
  hands: Record<string, Counts>
  /** Set when the session existed before this start. */
  resumed: { answers: number, startedAt: string } | null
  timing: Timing
  /** Deck windows elsewhere: those that follow, and those whose own keys have paused that. */
  screens: Screens
  /** How many phones began and finished each exercise: counts, never content. */
  progress: Record<string, ExerciseProgress>
  /** What is wrong with where answers are kept; null when nothing is. */
  trouble: string | null
  /** Earlier sessions that were left without an end: their voter ids are still kept. */
  leftOpen: LeftSession[]
  /** Phones of a rehearsal that are simulated. */
  simulated: number
}

interface Screens { following: number, paused: number }

/** Who finished has begun. */
export interface ExerciseProgress { began: number, finished: number }

/** `minutes` is its length; null for one of an earlier version that does not tell. */
export interface LeftSession { name: string, startedAt: string, minutes: number | null }

/** Everything a window shows, absolute: each one replaces the one before. */
export interface LiveState {
  session: SessionState
  slide: SlideState | null
  /** Phones connected now; two tabs of one phone are one. */
  phones: number
  /** Exercises offered to phones so far, in the order they came up. */
  exercises: string[]
  /** The poll phones are asked about: the current slide's, else the one left open. */
  poll: PollState | null
  /** Screens only: every poll of the deck by id. */
  polls?: Record<string, PollState>
  /** Screens only. */
  join?: JoinState
  /** Screens only: what was chosen in drawings, by the drawing's id. */
  choices?: Record<string, Choice>
  /** Screens only: what the room of an earlier session answered to one poll, as far as it may leave that room. */
  earlier?: EarlierResult
  /** The presenter's windows only. */
  presenter?: PresenterState
}

/** What the room of an earlier session was shown of a poll. */
export interface EarlierResult {
  /** As it was asked: words may have been edited since. */
  poll: Poll
  result: Result
  /** When it was asked: ISO 8601. */
  askedAt: string
}

/** The caller's own answers by poll id. */
export type OwnAnswers = Record<string, { round: number, answer: Answer }>

/** First event of a phone's stream, and the answer of `GET /api/state`. */
export interface Snapshot extends LiveState {
  mine: OwnAnswers
  /** A new voter's signed id, for a phone that sent no cookie: it keeps it in memory, in case it keeps no cookies. */
  voter?: string
}

/** Sent to screens while phones join and answers come in, at most ten times a second. */
export interface Progress {
  phones: number
  poll: { id: string, round: number, answered: number } | null
  /** The presenter's windows only. */
  presenter?: Pick<PresenterState, 'screens' | 'progress' | 'trouble'>
}

/** How far somebody is with an exercise; all that a phone tells of it. */
export type Stage = 'began' | 'finished'

/** An answer as the presenter moderates it. */
export interface ModeratedWord { id: string, text: string, count: number, hidden: boolean }

/** And under which other one it counts, by id. */
export interface ReadWord extends ModeratedWord { under: string | null }

/** Body of every refusal. */
export interface ErrorBody { error: { code: string, message: string } }
