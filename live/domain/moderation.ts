import type { Command, Refused } from './commands.ts'
import type { Step } from './decide.ts'
import type { Deck } from './deck.ts'
import type { Round, Session } from './session.ts'
import { refuse } from './commands.ts'
import { kindOf } from './poll-rules.ts'
import { pollRoundOf, withRound } from './rounds.ts'

/** The current round of a words poll, if the presenter may read its answers: it is closed and reached its floor. */
export function readable(deck: Deck, session: Session, id: string): Round | Refused {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return asked
  const { poll, round } = asked
  if (!kindOf(poll).writes)
    return refuse('no-words', 'This poll has options, not words.')
  if (round.settled === null)
    return refuse('still-open', 'Close the poll first: then its answers can be read.')
  const { voters, shows } = round.settled
  return shows === 'nothing'
    ? refuse('too-few', `Answers are shown from ${round.floor} on, to you as well: there ${voters === 1 ? 'is' : 'are'} ${voters}.`)
    : round
}

/** Hides a word from the room, or shows it again. */
export function hide(deck: Deck, session: Session, { poll, word, hidden }: Extract<Command, { type: 'hide' }>): Step {
  const round = readable(deck, session, poll)
  if ('refused' in round)
    return round
  const others = round.hidden.filter(other => other !== word)
  return { session: withRound(session, { ...round, hidden: hidden ? [...others, word] : others }) }
}

/** Puts words under others, one level deep. */
export function label(deck: Deck, session: Session, { poll, labels }: Extract<Command, { type: 'label' }>): Step {
  const round = readable(deck, session, poll)
  if ('refused' in round)
    return round
  const chained = Object.entries(labels).find(([word, under]) => word === under || Object.hasOwn(labels, under))
  if (chained)
    return refuse('does-not-fit', `"${chained[0].slice(1, 41)}" stands under a word that stands under another one, or under itself. Put both under the same word.`)
  return { session: withRound(session, { ...round, labels }) }
}
