import type { Refused } from './commands.ts'
import type { Deck } from './deck.ts'
import type { Poll } from './poll-rules.ts'
import type { Round, RoundKey, Session } from './session.ts'
import type { Phase } from './state.ts'
import { refuse } from './commands.ts'
import { pollOf } from './deck.ts'
import { isCountedFrom, isPublished, withoutMovementFrom } from './floor.ts'
import { comparedWith, meaningOf } from './poll-rules.ts'
import { floorOf } from './results.ts'
import { currentRound, isRound, openRound } from './session.ts'

/** A poll of the deck with its current round; the first round exists before anybody opened it. */
export interface PollRound { poll: Poll, round: Round }

/** A poll and its current round by id, or a refusal for an id that names none. */
export function pollRoundOf(deck: Deck, session: Session, id: string): PollRound | Refused {
  const poll = pollOf(deck, id)
  if (poll === null)
    return refuse('no-such-poll', `There is no poll "${id.slice(0, 60)}".`)
  const round = currentRound(session, id) ?? newRound(deck, poll, 1)
  // Until somebody opened it a round follows the poll's own floor and the session's.
  return { poll, round: round.openedAt === null ? { ...round, floor: floorOf(poll, deck) } : round }
}

export function newRound(deck: Deck, poll: Poll, round: number): Round {
  return {
    poll: poll.id,
    round,
    phase: 'waiting',
    meaning: meaningOf(poll),
    openedAt: null,
    closedAt: null,
    floor: floorOf(poll, deck),
    hands: null,
    hidden: [],
    labels: {},
    comparedWith: null,
    settled: null,
    told: false,
  }
}

/** The session with this round in place of the one of the same name, or after all others. */
export function withRound(session: Session, round: Round): Session {
  const isKnown = session.rounds.some(other => isRound(other, round))
  return { ...session, rounds: isKnown ? session.rounds.map(other => isRound(other, round) ? round : other) : [...session.rounds, round] }
}

/** True when the room was to see the round's result and too few had answered. Hands alone are shown. */
export function isWithheld({ phase, settled, hands }: Round): boolean {
  return phase === 'revealed' && settled !== null && settled.shows === 'nothing' && !(settled.voters === 0 && hands !== null)
}

/** True for a round that takes no more answers although the room was shown nothing of them. */
export function isFinal(session: Session, round: Round): boolean {
  return (round.told && isPublished(session, round)) || isCountedFrom(session, round)
}

/** Brings a round to a phase. Opening one closes whichever was open. */
export function withPhase(deck: Deck, session: Session, round: Round, phase: Phase, at: number): Session {
  if (round.phase === phase)
    return session
  if (phase === 'open')
    return opened(deck, session, round, at)
  const closed = round.phase === 'open' ? { closedAt: at, comparedWith: earlierRound(deck, session, round.poll) } : {}
  const countdown = session.countdown && isRound(session.countdown, round) ? null : session.countdown
  return withRound({ ...session, countdown }, { ...round, phase, ...closed })
}

function opened(deck: Deck, session: Session, round: Round, at: number): Session {
  const other = openRound(session)
  const rest = other ? withPhase(deck, session, other, 'closed', at) : session
  return withRound(withoutMovementFrom(rest, round), { ...round, phase: 'open', openedAt: round.openedAt ?? at, closedAt: null, comparedWith: null, settled: null })
}

/** The last asking of the poll that this one is compared with. */
function earlierRound(deck: Deck, { rounds }: Session, id: string): RoundKey | null {
  const poll = pollOf(deck, id)
  const earlierId = poll ? comparedWith(poll) : undefined
  const earlier = rounds.findLast(round => round.poll === earlierId && round.phase !== 'waiting')
  return earlier ? { poll: earlier.poll, round: earlier.round } : null
}
