import type { Command } from './commands.ts'
import type { Deck } from './deck.ts'
import type { Round, RoundKey, Session } from './session.ts'
import { pollOf } from './deck.ts'
import { showsOf } from './floor.ts'
import { meaningOf } from './poll-rules.ts'
import { newRound, withPhase, withRound } from './rounds.ts'
import { currentRound, isRound, openRound } from './session.ts'

/** Closed rounds whose answers were not counted yet. */
export function unsettled({ rounds }: Session): Round[] {
  return rounds.filter(({ phase, settled }) => settled === null && (phase === 'closed' || phase === 'revealed'))
}

/** Stores in each counted round what it may show. That never changes afterwards. */
export function settle(session: Session, tallies: Extract<Command, { type: 'settle' }>['tallies']): Session {
  const rounds = session.rounds.map((round): Round => {
    const counted = unsettled(session).includes(round) ? tallies.find(one => isRound(one, round)) : undefined
    if (!counted)
      return round
    const { tally } = counted
    const shows = showsOf(tally, round.floor, Math.max(round.floor, floorOfRound(session, round.comparedWith)))
    return { ...round, settled: { voters: tally.voters, shows } }
  })
  return { ...session, rounds }
}

function floorOfRound({ rounds }: Session, key: RoundKey | null): number {
  return key === null ? 0 : rounds.find(round => isRound(round, key))?.floor ?? 0
}

/** Marks rounds whose answers the presenter reads: from then on they take no more. */
export function tell(session: Session, keys: readonly RoundKey[]): Session {
  return { ...session, rounds: session.rounds.map(round => keys.some(key => isRound(key, round)) ? { ...round, told: true } : round) }
}

/** Fits a session to a deck that may have been edited: a poll whose meaning changed starts a new round, a mended typo does not. */
export function takeUp(deck: Deck, session: Session, at: number): Session {
  const open = openRound(session)
  const openPoll = open && pollOf(deck, open.poll)
  const isStale = open !== null && (openPoll === null || meaningOf(openPoll) !== open.meaning)
  const closed = isStale ? withPhase(deck, session, open, 'closed', at) : session
  return deck.polls.reduce((next, poll) => {
    const round = currentRound(next, poll.id)
    return round === null || round.meaning === meaningOf(poll) ? next : withRound(next, newRound(deck, poll, round.phase === 'waiting' ? round.round : round.round + 1))
  }, closed)
}
