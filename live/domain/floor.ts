import type { Round, RoundKey, Session, Shows, Tally } from './session.ts'
import { isRound } from './session.ts'

/** What the law reads of a tally: how many answers stand in each table, never whose. */
export type Sizes = Pick<Tally, 'voters' | 'movement' | 'unpaired'>

/**
 * The law of the floor: what may be shown of a round, settled once when it closes. A table stands for at least `floor`
 * people, and so does the difference between two tables that are shown together: bars and movement stand side by side
 * only if those who answered just one of the two rounds are none or at least `pairFloor`, the higher floor of the two
 * rounds.
 */
export function showsOf({ voters, movement, unpaired }: Sizes, floor: number, pairFloor: number = floor): Shows {
  if (voters < floor)
    return 'nothing'
  if (movement === null || movement.pairs < pairFloor)
    return 'bars'
  const hidesNobody = [unpaired.before, unpaired.after].every(count => count === 0 || count >= pairFloor)
  return hidesNobody ? 'both' : 'movement'
}

/** The floor where neither the start nor the poll names one. */
export const DEFAULT_FLOOR = 5

/** The least floor of whatever leaves the room (posters, pictures, mails), even where a poll's own floor is lower. */
export const FLOOR_ELSEWHERE = 5

/** What of a settled round may leave the room: never more than it may show there. */
export function shownElsewhere({ rounds }: Session, round: Round, tally: Tally): Shows {
  const { comparedWith, settled } = round
  const earlier = comparedWith === null ? undefined : rounds.find(other => isRound(other, comparedWith))
  const floor = Math.max(round.floor, FLOOR_ELSEWHERE)
  const shows = showsOf(earlier ? tally : { ...tally, movement: null }, floor, Math.max(floor, earlier?.floor ?? 0))
  if (settled === null || settled.shows === 'nothing')
    return 'nothing'
  // The bars that were not shown beside the movement are not shown without it either.
  return settled.shows === 'movement' && shows === 'bars' ? 'nothing' : shows
}

/** True for a round some of whose answers anybody has been told: it takes no more answers. */
export function isPublished(session: Session, round: Round): boolean {
  if (round.settled === null || round.settled.shows === 'nothing')
    return false
  const isOver = session.endedAt !== null || session.rounds.some(({ poll, round: n }) => poll === round.poll && n > round.round)
  return round.phase === 'revealed' || round.told || isOver
}

/** True when the movement that is counted from this round was published: one more answer here would tell whose it was. */
export function isCountedFrom(session: Session, key: RoundKey): boolean {
  return session.rounds.some(other => other.comparedWith !== null && isRound(other.comparedWith, key) && showsMovement(other) && isPublished(session, other))
}

function showsMovement({ settled }: Round): boolean {
  return settled?.shows === 'both' || settled?.shows === 'movement'
}

/** The session when this round takes answers again: no movement that is still to be shown is counted from it. */
export function withoutMovementFrom(session: Session, key: RoundKey): Session {
  const rounds = session.rounds.map((round): Round => {
    if (round.comparedWith === null || !isRound(round.comparedWith, key))
      return round
    const settled = round.settled && showsMovement(round) ? { ...round.settled, shows: 'bars' as const } : round.settled
    return { ...round, comparedWith: null, settled }
  })
  return { ...session, rounds }
}
