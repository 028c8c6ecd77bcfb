import type { DeckPosition, FollowEvent, Following } from '../../live/client/follow-rules.ts'
import type { Position } from '../../live/domain/state.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { follow, startFollow } from '../../live/client/follow-rules.ts'

const shown = (slide: number, clicks = 0, total = 9): FollowEvent => ({ type: 'shown', place: { slide, clicks, total } })
const at = (slide: number, clicks: number, seq: number): Position => ({ slide, clicks, seq })
const heard = (slide: number, clicks: number, seq: number): FollowEvent => ({ type: 'heard', position: at(slide, clicks, seq) })
const confirmed = (slide: number, clicks: number, seq: number): FollowEvent => ({ type: 'confirmed', position: at(slide, clicks, seq) })
const nowhere: FollowEvent = { type: 'heard', position: null }
const lost: FollowEvent = { type: 'lost' }
const failed: FollowEvent = { type: 'failed' }
const refused: FollowEvent = { type: 'refused' }
const retry: FollowEvent = { type: 'retry' }
const resume: FollowEvent = { type: 'resume' }

/** Plays events and writes down what each asked for: `go 5.0`, `send 5.1`, `wait`, or a hyphen. */
function play(role: Following['role'], events: FollowEvent[]): { asked: string[], end: Following } {
  let end = startFollow(role)
  const asked = events.map((event) => {
    const { next, effect } = follow(end, event)
    end = next
    return effect === null ? '-' : effect.type === 'wait' ? 'wait' : `${effect.type} ${effect.place.slide}.${effect.place.clicks}`
  })
  return { asked, end }
}

describe('a presenter’s window', () => {
  it.each<[string, FollowEvent[], string[]]>([
    ['says where it is when nobody has been anywhere', [shown(1), nowhere], ['-', 'send 1.0']],
    ['says so too when the server spoke before the slide was drawn', [nowhere, shown(1)], ['-', 'send 1.0']],
    ['goes where the session is when it is opened at the first slide', [shown(1), heard(12, 2, 40)], ['-', 'go 12.2']],
    ['goes there too when the server spoke first', [heard(12, 2, 40), shown(1)], ['-', 'go 12.2']],
    ['does not send what it was sent', [shown(1), heard(12, 2, 40), shown(12, 2)], ['-', 'go 12.2', '-']],
    ['does not move a room further on before it knows where that is', [shown(1), shown(2), heard(12, 2, 40)], ['-', '-', 'go 12.2']],
    ['sends its own step', [shown(1), heard(1, 0, 1), shown(2)], ['-', '-', 'send 2.0']],
    ['sends one at a time, and then only the latest', [shown(1), heard(1, 0, 1), shown(2), shown(3), shown(4), confirmed(2, 0, 2), confirmed(4, 0, 3)], ['-', '-', 'send 2.0', '-', '-', 'send 4.0', '-']],
    ['is done when it came back to what was confirmed', [shown(1), heard(1, 0, 1), shown(2), shown(3), shown(2), confirmed(2, 0, 2)], ['-', '-', 'send 2.0', '-', '-', '-']],
    ['takes no notice of the stream while its own step is unconfirmed', [shown(1), heard(1, 0, 1), shown(2), heard(7, 0, 2), confirmed(2, 0, 3)], ['-', '-', 'send 2.0', '-', '-']],
    ['follows a later move of another window after its own was confirmed', [shown(1), heard(1, 0, 1), shown(2), heard(2, 0, 2), heard(7, 0, 3), confirmed(2, 0, 2)], ['-', '-', 'send 2.0', '-', '-', 'go 7.0']],
    ['drops what is older than what it has', [shown(1), heard(5, 0, 9), shown(5), heard(4, 0, 8), heard(5, 0, 9)], ['-', 'go 5.0', '-', '-', '-']],
    ['stands where the server confirms it, without sending that', [shown(6), heard(6, 0, 1), shown(7, 1), confirmed(7, 0, 2), shown(7, 0)], ['-', '-', 'send 7.1', 'go 7.0', '-']],
    ['prefers its own next step to a corrected one', [shown(6), heard(6, 0, 1), shown(7, 1), shown(8), confirmed(7, 0, 2)], ['-', '-', 'send 7.1', '-', 'send 8.0']],
    ['counts a place beyond the last step as the last step', [shown(1), heard(5, 99, 2), shown(5, 3, 3)], ['-', 'go 5.99', '-']],
    ['lets a step of its own interrupt being moved', [shown(3), heard(5, 0, 2), shown(3, 1)], ['-', 'go 5.0', 'send 3.1']],
    ['keeps being moved when only the number of steps changed', [shown(3, 0, 0), heard(5, 0, 2), shown(3, 0, 4), shown(5)], ['-', 'go 5.0', '-', '-']],
    ['is moved on while it is being moved', [shown(1), heard(5, 0, 2), heard(6, 0, 3), shown(6)], ['-', 'go 5.0', 'go 6.0', '-']],
    ['tries again while the server is away, with the latest', [shown(1), heard(1, 0, 1), shown(2), failed, retry, failed, shown(3), retry], ['-', '-', 'send 2.0', 'wait', 'send 2.0', 'wait', 'send 3.0', '-']],
    ['sends its own step after the server was away, rather than going back', [shown(1), heard(1, 0, 1), shown(2), lost, failed, heard(1, 0, 1), retry, confirmed(2, 0, 2)], ['-', '-', 'send 2.0', '-', 'wait', '-', 'send 2.0', '-']],
    ['listens to a restarted server that counts anew', [shown(1), heard(1, 0, 80), lost, heard(4, 0, 2)], ['-', '-', '-', 'go 4.0']],
    ['says where it is to a new session that is nowhere', [shown(5), heard(5, 0, 80), lost, nowhere], ['-', '-', '-', 'send 5.0']],
    ['gives up what the server refuses, and follows again', [shown(1), heard(1, 0, 1), shown(2), refused, retry, heard(4, 0, 2)], ['-', '-', 'send 2.0', '-', '-', 'go 4.0']],
    ['does not insist after a refusal', [shown(1), nowhere, refused, nowhere], ['-', 'send 1.0', '-', '-']],
    ['takes no notice of an empty position that comes late', [shown(1), heard(1, 0, 1), nowhere], ['-', '-', '-']],
  ])('%s', (_, events, asked) => {
    expect(play('presenter', events).asked).toEqual(asked)
  })
})

const leads: FollowEvent = { type: 'role', role: 'presenter' }
const follows: FollowEvent = { type: 'role', role: 'room' }

describe('a window that learns whether it knows the key', () => {
  it.each<[string, FollowEvent[], string[]]>([
    ['leads from then on', [shown(1), leads, heard(4, 0, 3), shown(4), shown(5)], ['-', '-', 'go 4.0', '-', 'send 5.0']],
    ['comes back from where its own keys took it', [shown(1), heard(1, 0, 1), shown(3), leads], ['-', '-', '-', 'go 1.0']],
    ['says where it is when nobody has been anywhere', [shown(2), leads, nowhere], ['-', '-', 'send 2.0']],
    ['only follows once the key is another', [shown(1), leads, heard(1, 0, 1), follows, shown(2), heard(3, 0, 2)], ['-', '-', '-', '-', '-', '-']],
    ['is not stopped by hearing it again', [shown(1), leads, heard(1, 0, 1), shown(2), leads, confirmed(2, 0, 2)], ['-', '-', '-', 'send 2.0', '-', '-']],
  ])('%s', (_, events, asked) => {
    expect(play('room', events).asked).toEqual(asked)
  })
})

const place = fc.record({ slide: fc.integer({ min: 1, max: 5 }), clicks: fc.integer({ min: 0, max: 2 }) })
const position = fc.tuple(place, fc.nat(20)).map(([where, seq]) => ({ ...where, seq }))
const anyEvent: fc.Arbitrary<FollowEvent> = fc.oneof(
  place.map((where): FollowEvent => ({ type: 'shown', place: { ...where, total: 2 } })),
  fc.option(position).map((where): FollowEvent => ({ type: 'heard', position: where })),
  position.map((where): FollowEvent => ({ type: 'confirmed', position: where })),
  fc.constantFrom(lost, failed, refused, retry, resume),
)

describe('a window of the room', () => {
  it.each<[string, FollowEvent[], string[], boolean]>([
    ['goes where the presenter is', [shown(1), heard(4, 1, 7), shown(4, 1), heard(4, 2, 8), shown(4, 2)], ['-', 'go 4.1', '-', 'go 4.2', '-'], false],
    ['waits while the presenter is nowhere', [shown(3), nowhere], ['-', '-'], false],
    ['may look around before the session began, and is fetched when it begins', [shown(1), nowhere, shown(2), heard(1, 0, 1)], ['-', '-', '-', 'go 1.0'], false],
    ['stays where its own keys took it', [shown(1), heard(1, 0, 1), shown(2), heard(3, 0, 2)], ['-', '-', '-', '-'], true],
    ['follows again when asked to', [shown(1), heard(1, 0, 1), shown(2), heard(3, 0, 2), resume, shown(3)], ['-', '-', '-', '-', 'go 3.0', '-'], false],
    ['stays away when the line was lost and is back', [shown(1), heard(1, 0, 1), shown(2), lost, heard(1, 0, 1)], ['-', '-', '-', '-', '-'], true],
    ['pauses for its own keys while the line is lost', [shown(1), heard(1, 0, 1), lost, shown(2), heard(1, 0, 1)], ['-', '-', '-', '-', '-'], true],
    ['is not away when its own key went where the presenter is', [shown(1), heard(2, 0, 1), shown(2)], ['-', 'go 2.0', '-'], false],
    ['drops what is older than what it has', [shown(1), heard(5, 0, 9), shown(5), heard(4, 0, 8)], ['-', 'go 5.0', '-', '-'], false],
  ])('%s', (_, events, asked, paused) => {
    const played = play('room', events)
    expect(played.asked).toEqual(asked)
    expect(played.end.paused).toBe(paused)
  })

  it('sends nothing that moves anybody', () => {
    fc.assert(fc.property(fc.array(anyEvent), (events) => {
      expect(play('room', events).asked.filter(asked => asked.startsWith('send'))).toEqual([])
    }))
  })
})

interface Turn { what: 'press' | 'serve' | 'stream' | 'answers', window: number, slide: number }
const turn: fc.Arbitrary<Turn> = fc.record({ what: fc.constantFrom('press', 'serve', 'stream', 'answers'), window: fc.nat(4), slide: fc.integer({ min: 1, max: 9 }) })

/**
 * Simulates a server and windows with connections of any speed: each step delivers one message or lets one person press
 * a key. A request's reply may overtake the stream or lag behind it.
 * @returns the positions once every message has arrived
 */
function settle(presenters: number, rooms: number, script: readonly Turn[], slower: 'stream' | 'answers'): { server: DeckPosition, places: (DeckPosition | null)[] } {
  const windows = Array.from({ length: presenters + rooms }, (_, i) => ({ now: startFollow(i < presenters ? 'presenter' : 'room'), stream: [] as FollowEvent[], answers: [] as FollowEvent[] }))
  const toServer: { from: number, place: DeckPosition }[] = []
  let server: Position | null = null

  function step(index: number, event: FollowEvent): void {
    const one = windows[index]
    if (!one)
      return
    const { next, effect } = follow(one.now, event)
    one.now = next
    if (effect?.type === 'send')
      toServer.push({ from: index, place: effect.place })
    if (effect?.type === 'go')
      one.stream.unshift({ type: 'shown', place: { ...effect.place, total: 9 } })
  }

  function serve(): void {
    const request = toServer.shift()
    if (!request)
      return
    const moved = { ...request.place, seq: (server?.seq ?? 0) + 1 }
    server = moved
    windows.forEach(({ stream }) => stream.push({ type: 'heard', position: moved }))
    windows[request.from]?.answers.push({ type: 'confirmed', position: moved })
  }

  function deliver(index: number, line: 'stream' | 'answers'): void {
    const event = windows[index]?.[line].shift()
    if (event)
      step(index, event)
  }

  windows.forEach((one, index) => {
    step(index, { type: 'shown', place: { slide: 1, clicks: 0, total: 9 } })
    one.stream.push(nowhere)
  })
  for (const { what, window, slide } of script) {
    const index = window % windows.length
    if (what === 'serve')
      serve()
    else if (what !== 'press')
      deliver(index, what)
    else if (index < presenters)
      step(index, { type: 'shown', place: { slide, clicks: 0, total: 9 } })
  }
  const isLeft = (line: 'stream' | 'answers'): boolean => windows.some(one => one[line].length > 0)
  while (toServer.length > 0 || isLeft('stream') || isLeft('answers')) {
    while (toServer.length > 0)
      serve()
    while (isLeft(slower === 'answers' ? 'stream' : 'answers'))
      windows.forEach((_, index) => deliver(index, slower === 'answers' ? 'stream' : 'answers'))
    windows.forEach((_, index) => deliver(index, slower))
  }
  const { slide, clicks } = server ?? { slide: 1, clicks: 0 }
  return { server: { slide, clicks }, places: windows.map(({ now }) => now.shown) }
}

describe('several windows of a session', () => {
  it('end where the server says, whatever was pressed and however slow the network', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.array(turn, { maxLength: 60, size: 'max' }), fc.constantFrom('stream', 'answers'), (presenters, rooms, script, slower) => {
      const { server, places } = settle(presenters, rooms, script, slower)
      expect(places).toEqual(places.map(() => server))
    }), { numRuns: 500 })
  })
})
