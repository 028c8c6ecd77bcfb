import type { Command } from './commands.ts'
import type { Step } from './decide.ts'
import type { Deck } from './deck.ts'
import type { Action } from './phases.ts'
import type { Session } from './session.ts'
import { refuse } from './commands.ts'
import { currentSlide } from './deck.ts'
import { atSlide, roundNow } from './move.ts'
import { act } from './phases.ts'
import { kindOf, optionsOf } from './poll-rules.ts'
import { newRound, pollRoundOf, withPhase, withRound } from './rounds.ts'
import { openRound } from './session.ts'

/** Opens, closes or reveals a poll by hand. */
export function actOn(deck: Deck, session: Session, id: string, action: Action, at: number): Step {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return asked
  const next = act(asked.poll, roundNow(session, asked), action)
  return typeof next === 'object' ? refuse('not-now', next.refused) : { session: withPhase(deck, session, asked.round, next, at) }
}

/** Starts a new round, the one before is kept. On the poll's own slide it opens at once, at click 0. */
export function reset(deck: Deck, session: Session, id: string, at: number): Step {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return asked
  const { poll, round } = asked
  const here = currentSlide(deck, session)
  const isHere = here?.slide.poll === id
  const next = round.phase === 'waiting' ? round : newRound(deck, poll, round.round + 1)
  const closed = round.phase === 'open' ? withPhase(deck, session, round, 'closed', at) : session
  if (!isHere)
    return { session: withRound(closed, next) }
  return { session: atSlide(withPhase(deck, withRound(closed, next), next, 'open', at), here.slide, 0) }
}

/** Stores counted hands, by option id; an option left out has none. */
export function hands(deck: Deck, session: Session, { poll: id, counts }: Extract<Command, { type: 'hands' }>): Step {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return asked
  const { noHands } = kindOf(asked.poll)
  if (noHands !== undefined)
    return refuse('no-options', noHands)
  const ids = optionsOf(asked.poll).map(option => option.id)
  const unknown = Object.keys(counts).find(option => !ids.includes(option))
  if (unknown !== undefined)
    return refuse('no-such-option', `"${unknown.slice(0, 40)}" is not an option of this poll.`)
  const all = Object.fromEntries(ids.map(option => [option, counts[option] ?? 0]))
  const isSome = Object.values(all).some(count => count > 0)
  return { session: withRound(session, { ...asked.round, hands: isSome ? all : null }) }
}

/** Runs a countdown on the open poll, or takes it away. When it has run out nothing closes. */
export function countdown(deck: Deck, session: Session, { poll: id, seconds }: Extract<Command, { type: 'countdown' }>, at: number): Step {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return asked
  if (seconds === 0)
    return { session: { ...session, countdown: session.countdown?.poll === id ? null : session.countdown } }
  const { poll, round } = asked.round
  if (openRound(session)?.poll !== id)
    return refuse('not-now', 'A countdown runs on a poll that is open. Open it first.')
  return { session: { ...session, countdown: { poll, round, seconds, endsAt: at + seconds * 1_000 } } }
}
