import type { Deck } from './deck.ts'
import type { PollRound } from './rounds.ts'
import type { RoundKey, Session, Tally } from './session.ts'
import type { Address, Countdown, EarlierResult, JoinState, LiveState, PollState, PresenterState, Venue } from './state.ts'
import type { LogEntry } from './timing.ts'
import { currentSlide } from './deck.ts'
import { resultOf } from './results.ts'
import { isWithheld, pollRoundOf } from './rounds.ts'
import { isRound, openRound } from './session.ts'

/** Who asks: a phone, a window of the deck, or a window that holds the presenter key. */
export type Role = 'phone' | 'screen' | 'presenter'

/** What a server knows beside the session. All of it may be as old as its last look. */
export interface Facts {
  name: string
  startedAt: string
  place?: Venue
  /** Milliseconds since 1970. */
  now: number
  /** Answers in the open round. */
  answered: number
  tally: (round: RoundKey) => Tally | null
  phones: number
  addresses: readonly Address[]
  wifi: JoinState['wifi']
  /** What the room of an earlier session answered; null where none was named. */
  earlier?: EarlierResult | null
  log: readonly LogEntry[]
  presenter: Pick<PresenterState, 'resumed' | 'screens' | 'progress' | 'trouble' | 'leftOpen' | 'simulated'>
}

/** Everything a role may see. Nothing hidden is ever in it. */
export function viewFor(role: Role, deck: Deck, session: Session, facts: Facts): LiveState {
  const at = currentSlide(deck, session)
  const current = at?.slide.poll ?? openRound(session)?.poll ?? ''
  const forPhones: LiveState = {
    session: { name: facts.name, startedAt: facts.startedAt, minutes: deck.manifest.format, rehearsal: deck.rehearsal, ended: session.endedAt !== null, ...facts.place && { place: facts.place } },
    slide: at && { ...at.position, section: at.slide.section, exercise: at.slide.exercise },
    phones: facts.phones,
    exercises: [...session.activities],
    poll: pollState(deck, session, facts, current),
  }
  if (role === 'phone')
    return forPhones
  const polls = Object.fromEntries(pollsHere(deck, session).map(id => [id, pollState(deck, session, facts, id)]))
  const forScreens: LiveState = { ...forPhones, polls: polls as NonNullable<LiveState['polls']>, join: joinState(session, facts), choices: session.choices, ...facts.earlier && { earlier: facts.earlier } }
  return role === 'screen' ? forScreens : { ...forScreens, presenter: presenterState(deck, session, facts) }
}

/** Polls of this length of the workshop, and others that were opened by hand. */
function pollsHere({ polls, manifest }: Deck, { rounds }: Session): string[] {
  return polls.map(({ id }) => id).filter(id => manifest.slides.some(slide => slide.poll === id) || rounds.some(({ poll }) => poll === id))
}

function pollState(deck: Deck, session: Session, facts: Facts, id: string): PollState | null {
  const asked = pollRoundOf(deck, session, id)
  if ('refused' in asked)
    return null
  const { poll, round } = asked
  const { settled, floor, phase } = round
  // Between the close and the count there is nothing to show yet.
  const shown = phase === 'revealed' && settled === null ? 'closed' : phase
  const countdown = countdownOf(session, round, facts.now)
  return {
    poll,
    round: round.round,
    phase: shown,
    answered: phase === 'open' ? facts.answered : settled?.voters ?? 0,
    floor,
    result: shown === 'revealed' ? roundResult(asked, facts) : null,
    withheld: isWithheld(round),
    ...countdown && { countdown },
  }
}

function roundResult({ poll, round }: PollRound, { tally }: Facts): PollState['result'] {
  const counted = tally(round)
  return counted && round.settled && resultOf(poll, counted, round.settled.shows, round)
}

function countdownOf({ countdown }: Session, round: RoundKey, now: number): Countdown | null {
  return countdown && isRound(countdown, round) ? { seconds: countdown.seconds, leftMs: Math.max(0, countdown.endsAt - now), until: countdown.endsAt } : null
}

/** Index of the address that was chosen; the first when that one is gone. */
export function addressIndex({ join }: Session, addresses: readonly Address[]): number {
  return Math.max(0, addresses.findIndex(({ url }) => url === join.url))
}

/** The address after the one that is shown; after the last comes the first. */
export function nextAddress(session: Session, addresses: readonly Address[]): string | undefined {
  return addresses[(addressIndex(session, addresses) + 1) % addresses.length]?.url
}

function joinState(session: Session, { addresses, wifi }: Facts): JoinState {
  return { url: addresses[addressIndex(session, addresses)]?.url ?? '', shown: session.join.shown, wifi }
}

function presenterState(deck: Deck, session: Session, { addresses, log, now, presenter }: Facts): PresenterState {
  const hands = deck.polls.flatMap(({ id }) => {
    const asked = pollRoundOf(deck, session, id)
    return 'refused' in asked || asked.round.hands === null ? [] : [[id, asked.round.hands] as const]
  })
  return {
    addresses: [...addresses],
    address: addressIndex(session, addresses),
    hands: Object.fromEntries(hands),
    timing: { plan: deck.plan, log, now: new Date(Math.max(now, session.at)).toISOString() },
    ...presenter,
  }
}
