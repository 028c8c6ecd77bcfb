import type { Position } from '../domain/state.ts'

/** A slide, counted from 1, and the steps done on it. */
export interface DeckPosition { slide: number, clicks: number }

/** Lower than any `seq`. Set when the connection is lost, since a restarted server may count from 1 again. */
const FORGOTTEN = -1

/** What a window shows; `total` is how many steps its slide has. */
export interface Shown extends DeckPosition { total: number }

/** What one window knows about where it stands and where the server says it should. */
export interface Following {
  /** A window that knows the presenter key moves everybody; a window of the room follows until its own keys pause it. */
  role: 'presenter' | 'room'
  shown: DeckPosition | null
  /** The server's position that the window is still moving to; arriving there is not a move of this window's own. */
  goal: DeckPosition | null
  /** Newest position heard from the server. */
  heard: Position | null
  /** False until the server has told the position, even if there is none yet. */
  known: boolean
  /** Presenter: the window's own move, until the server has confirmed it. */
  wanted: DeckPosition | null
  /** Presenter: the move on its way to the server; one at a time. */
  sending: DeckPosition | null
  /** Room: local keys went elsewhere. */
  paused: boolean
}

export type FollowEvent
  = | { type: 'shown', place: Shown }
  /** The server's position by the event stream; null while nobody has shown a slide. */
    | { type: 'heard', position: Position | null }
  /** The server says whether this window knows the key. */
    | { type: 'role', role: Following['role'] }
    | { type: 'lost' }
    | { type: 'confirmed', position: Position }
  /** The server could not be reached. */
    | { type: 'failed' }
  /** The server said no: asking again will not help. */
    | { type: 'refused' }
    | { type: 'retry' }
    | { type: 'resume' }

/** What the window has to do next. `wait`: send the event `retry` after a moment. */
type FollowEffect = { type: 'go' | 'send', place: DeckPosition } | { type: 'wait' } | null

export interface FollowStep { next: Following, effect: FollowEffect }

/** A window that has shown nothing and heard nothing yet. */
export function startFollow(role: Following['role']): Following {
  return { role, shown: null, goal: null, heard: null, known: false, wanted: null, sending: null, paused: false }
}

/** Every rule of who follows whom. Pure: the same events give the same steps. `effect` is what the caller has to do. */
export function follow(now: Following, event: FollowEvent): FollowStep {
  switch (event.type) {
    case 'shown':
      return onShown(now, event.place)
    case 'heard':
      return onHeard(now, event.position)
    case 'role':
      return onRole(now, event.role)
    case 'lost':
      return rest({ ...now, heard: now.heard && { ...now.heard, seq: FORGOTTEN } })
    case 'confirmed':
      return onConfirmed(now, event.position)
    case 'failed':
      return { next: { ...now, sending: null }, effect: { type: 'wait' } }
    case 'refused':
      return rest({ ...now, sending: null, wanted: null })
    case 'retry':
      return now.wanted && !now.sending ? send(now, now.wanted) : rest(now)
    case 'resume':
      return moveTo({ ...now, paused: false }, now.heard)
  }
}

function onShown(now: Following, { slide, clicks, total }: Shown): FollowStep {
  const place = { slide, clicks }
  const arrived = now.goal !== null && now.goal.slide === slide && Math.min(now.goal.clicks, total) === clicks
  if (!arrived && same(now.shown, place))
    return rest(now)
  const next = { ...now, shown: place, goal: null }
  if (arrived)
    return rest(next)
  if (now.shown === null)
    return onOpened(next, place)
  if (now.role === 'room')
    return rest({ ...next, paused: now.paused || (now.heard !== null && !same(now.heard, place)) })
  // Until the server has spoken, a new window may not move a room that is further on.
  if (!now.known || (same(now.heard, place) && !now.wanted))
    return rest(next)
  return send(next, place)
}

/** A window that was just opened goes where the session is; if it is nowhere, a presenter's window says where. */
function onOpened(now: Following, place: DeckPosition): FollowStep {
  if (now.heard)
    return moveTo(now, now.heard)
  return now.known && now.role === 'presenter' ? send(now, place) : rest(now)
}

/** A window that becomes the presenter's is no longer paused, and goes to the session's position. */
function onRole(now: Following, role: Following['role']): FollowStep {
  if (now.role === role)
    return rest(now)
  const next = { ...now, role, paused: false, wanted: null }
  return now.paused ? moveTo(next, now.heard) : rest(next)
}

function onHeard(now: Following, position: Position | null): FollowStep {
  if (!isNews(now, position))
    return rest(now)
  const next = { ...now, heard: position, known: true }
  if (next.wanted || next.paused)
    return rest(next)
  if (position === null && next.role === 'presenter' && next.shown)
    return send(next, next.shown)
  return moveTo(next, position)
}

function isNews({ known, heard }: Following, position: Position | null): boolean {
  if (position === null)
    return !known || heard?.seq === FORGOTTEN
  return heard === null || position.seq > heard.seq
}

function onConfirmed(now: Following, position: Position): FollowStep {
  const heard = now.heard && now.heard.seq > position.seq ? now.heard : position
  const next = { ...now, heard, known: true, sending: null }
  if (now.wanted && !same(now.wanted, now.sending))
    return send(next, now.wanted)
  // The server may have confirmed another place, or somebody else's later move arrived meanwhile.
  return moveTo({ ...next, wanted: null }, heard)
}

function send(now: Following, place: DeckPosition): FollowStep {
  return now.sending
    ? rest({ ...now, wanted: place })
    : { next: { ...now, wanted: place, sending: place }, effect: { type: 'send', place } }
}

function moveTo(now: Following, position: Position | null): FollowStep {
  if (position === null || now.shown === null || same(now.goal ?? now.shown, position))
    return rest(now)
  const place = { slide: position.slide, clicks: position.clicks }
  return { next: { ...now, goal: place }, effect: { type: 'go', place } }
}

function rest(next: Following): FollowStep {
  return { next, effect: null }
}

function same(a: DeckPosition | null, b: DeckPosition | null): boolean {
  return a !== null && b !== null && a.slide === b.slide && a.clicks === b.clicks
}
