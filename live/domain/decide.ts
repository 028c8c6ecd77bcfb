import type { ClockLine } from './clock-lines.ts'
import type { Command, CommandType, Decision, Refused } from './commands.ts'
import type { Deck } from './deck.ts'
import type { Session } from './session.ts'
import { clockAfter, lineAtEnd, lineByHand } from './clock-lines.ts'
import { refuse } from './commands.ts'
import { currentSlide } from './deck.ts'
import { hide, label } from './moderation.ts'
import { move } from './move.ts'
import { actOn, countdown, hands, reset } from './polling.ts'
import { addCode, enter } from './presenter-codes.ts'
import { withPhase } from './rounds.ts'
import { openRound } from './session.ts'
import { settle, takeUp, tell } from './settle.ts'

/** What a command makes of a session, perhaps with a line for the log; or why it cannot be done. */
export type Step = { session: Session, line?: ClockLine | null } | Refused

/** What may still be done when the session is over: reading results, and tidying up. */
const afterTheEnd: readonly CommandType[] = ['code', 'enter', 'tell', 'settle', 'erased', 'take-up']

/** So many command ids are remembered, more than are under way at once. */
const REMEMBERED = 40

/**
 * All rules of the live session. Pure: the same session, command and time give the same next session.
 * @param deck what the session is about
 * @param session as it is
 * @param command what is wanted
 * @param now milliseconds since 1970; never taken as earlier than the session's last change
 * @param id of the command: one that was done already changes nothing
 */
export function decide(deck: Deck, session: Session, command: Command, now: number, id?: string): Decision {
  if (id !== undefined && session.done.includes(id))
    return { session, log: [] }
  if (session.endedAt !== null && !afterTheEnd.includes(command.type))
    return refuse('session-over', 'This session is over. Start a new one with npm start.')
  const at = Math.max(now, session.at)
  const step = stepOf(deck, session, command, at)
  if ('refused' in step)
    return step
  const { session: next, line } = step
  const done = id === undefined ? next.done : [...next.done, id].slice(-REMEMBERED)
  if (!line)
    return { session: { ...next, at, done }, log: [] }
  return {
    session: { ...next, at, done, clock: clockAfter(next.clock, line), lines: next.lines + 1 },
    log: [{ at: new Date(at).toISOString(), ...line }],
  }
}

function stepOf(deck: Deck, session: Session, command: Command, at: number): Step {
  switch (command.type) {
    case 'move':
      return move(deck, session, command, at)
    case 'open':
    case 'close':
    case 'reveal':
      return actOn(deck, session, command.poll, command.type, at)
    case 'reset':
      return reset(deck, session, command.poll, at)
    case 'hide':
      return hide(deck, session, command)
    case 'label':
      return label(deck, session, command)
    case 'hands':
      return hands(deck, session, command)
    case 'countdown':
      return countdown(deck, session, command, at)
    case 'join':
      return { session: { ...session, join: { shown: command.shown ?? session.join.shown, url: command.url ?? session.join.url } } }
    case 'choose':
      return choose(session, command)
    case 'clock':
      return byHand(deck, session, command.action)
    case 'code':
      return addCode(session, command.hash, at)
    case 'enter':
      return enter(session, command.hash, at)
    case 'tell':
      return { session: tell(session, command.rounds) }
    case 'end':
      return end(deck, session, at)
    case 'take-up':
      return { session: takeUp(deck, session, at) }
    case 'settle':
      return { session: settle(session, command.tallies) }
    case 'erased':
      return { session: { ...session, erased: session.endedAt !== null } }
  }
}

function byHand(deck: Deck, session: Session, action: 'start' | 'pause' | 'resume'): Step {
  const line = lineByHand(deck, session, action, currentSlide(deck, session)?.slide ?? null)
  return line !== null && 'refused' in line ? line : { session, line }
}

/** Closes what is open; from here on nothing is answered. Voter ids are erased in a second step. */
function end(deck: Deck, session: Session, at: number): Step {
  const open = openRound(session)
  const closed = open ? withPhase(deck, session, open, 'closed', at) : session
  return { session: { ...closed, countdown: null, endedAt: at }, line: lineAtEnd(session) }
}

/** Drawings whose choices are kept: more than a deck has. */
const MOST_DRAWINGS = 24

function choose(session: Session, { drawing, choice }: Extract<Command, { type: 'choose' }>): Step {
  const choices = { ...session.choices, [drawing]: choice }
  return Object.keys(choices).length > MOST_DRAWINGS
    ? refuse('does-not-fit', `The choices of ${MOST_DRAWINGS} drawings are kept already. Leave "${drawing}" out, or use one of their names.`)
    : { session: { ...session, choices } }
}
