import type { ServerResponse } from 'node:http'
import type { LiveState } from '../../live/domain/state.ts'
import type { Role } from '../../live/domain/view.ts'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Headcount } from '../../live/server/headcount.ts'
import { Hub } from '../../live/server/hub.ts'
import { polls } from './sample-workshop.ts'

const quiet: LiveState = {
  session: { name: 'team', startedAt: '2026-11-23T09:00:00.000Z', minutes: 90, rehearsal: false, ended: false },
  slide: { slide: 1, clicks: 0, seq: 1, section: 'welcome', exercise: null },
  phones: 0,
  exercises: [],
  poll: null,
}
const asking: LiveState = { ...quiet, poll: { poll: polls[1], round: 1, phase: 'open', answered: 0, floor: 5, result: null, withheld: false } }

/** A line to a browser that keeps what is written to it. */
class Line extends EventEmitter {
  destroyed = false
  writableLength = 0
  written = ''

  write(text: string): void {
    this.written += text
  }

  end(): void {
    this.hangUp()
  }

  destroy(): void {
    this.hangUp()
  }

  hangUp(): void {
    this.destroyed = true
    this.emit('close')
  }

  get events(): string[] {
    return [...this.written.matchAll(/^event: (\w+)$/gm)].map(([, name = '']) => name)
  }
}

function opened(): { hub: Hub, headcount: Headcount, states: Record<Role, LiveState>, join: (role: Role, voter?: string | null, line?: Line) => Line } {
  const states: Record<Role, LiveState> = { phone: quiet, screen: quiet, presenter: quiet }
  const headcount = new Headcount()
  const hub = new Hub({
    headcount,
    state: role => states[role],
    async progress() {
      const screen = { phones: headcount.presence.phones, poll: null }
      return { screen, presenter: { ...screen, presenter: { screens: { following: 0, paused: 0 }, progress: {}, trouble: null } } }
    },
  })
  return { hub, headcount, states, join(role, voter = null, line = new Line()) {
    hub.join({ role, voter, follows: true }, { mine: {} }, line as unknown as ServerResponse)
    return line
  } }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('phones are told', () => {
  it.each<[string, Partial<LiveState>, boolean]>([
    ['a poll that opens', asking, true],
    ['another section', { slide: { slide: 9, clicks: 0, seq: 2, section: 'close', exercise: null } }, true],
    ['an exercise that comes up', { exercises: ['draw'] }, true],
    ['the end', { session: { ...quiet.session, ended: true } }, true],
    ['another slide of the same section', { slide: { slide: 2, clicks: 0, seq: 2, section: 'welcome', exercise: null } }, false],
    ['a click', { slide: { slide: 1, clicks: 1, seq: 2, section: 'welcome', exercise: null } }, false],
    ['another phone', { phones: 12 }, false],
  ])('only of what changes their page: %s', (_, change, isHeard) => {
    const { hub, states, join } = opened()
    hub.changed()
    const phone = join('phone', 'ada')
    states.phone = { ...quiet, ...change }
    hub.changed()
    hub.changed()
    expect(phone.events).toEqual(isHeard ? ['snapshot', 'state'] : ['snapshot'])
  })

  it('of no answer except their own', () => {
    const { hub, states, join } = opened()
    states.phone = asking
    hub.changed()
    const phone = join('phone', 'ada')
    states.phone = { ...asking, poll: asking.poll && { ...asking.poll, answered: 17 } }
    hub.changed()
    hub.progress()
    vi.advanceTimersByTime(1_000)
    expect(phone.events).toEqual(['snapshot'])
  })
})

describe('screens are told', () => {
  it('of every change', () => {
    const { hub, join } = opened()
    const lines = [join('screen'), join('presenter')]
    hub.changed()
    hub.changed()
    for (const line of lines)
      expect(line.events).toEqual(['snapshot', 'state', 'state'])
  })

  it('the number of phones at most ten times a second, and always the last one', async () => {
    const { headcount, join } = opened()
    const wall = join('screen')
    for (let phone = 1; phone <= 500; phone++) {
      join('phone', `voter-${phone}`)
      await vi.advanceTimersByTimeAsync(2)
    }
    await vi.advanceTimersByTimeAsync(100)
    const count = wall.events.filter(name => name === 'progress').length
    expect(count).toBeLessThanOrEqual(11)
    expect(count).toBeGreaterThanOrEqual(8)
    expect(wall.written.trim().split('\n').at(-1)).toContain('"phones":500')
    expect(headcount.presence.phones).toBe(500)
  })
})

describe('every stream', () => {
  it('gets a heartbeat at least every 20 seconds', () => {
    const { join } = opened()
    const lines = [join('phone', 'ada'), join('screen'), join('presenter')]
    vi.advanceTimersByTime(60_000)
    for (const line of lines)
      expect(line.events.filter(name => name === 'beat').length).toBeGreaterThanOrEqual(3)
  })

  it('is closed at the end', () => {
    const { hub, join } = opened()
    const lines = [join('phone', 'ada'), join('screen')]
    hub.close()
    expect(lines.every(line => line.destroyed)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the number of phones', () => {
  it('counts a phone once, however many tabs it has', () => {
    const { headcount, join } = opened()
    const [first, second] = [join('phone', 'ada'), join('phone', 'ada')]
    join('phone', 'bob')
    join('screen')
    expect(headcount.presence.phones).toBe(2)
    first.hangUp()
    expect(headcount.presence.phones).toBe(2)
    second.hangUp()
    expect(headcount.presence.phones).toBe(1)
  })

  it('leaves out a phone that was gone before its stream began', () => {
    const { headcount, join } = opened()
    const line = new Line()
    line.hangUp()
    join('phone', 'ada', line)
    expect(headcount.presence.phones).toBe(0)
    expect(line.written).toBe('')
  })
})

describe('a voter\'s answer', () => {
  it('goes to the other tabs of that voter, and to nobody else', () => {
    const { hub, join } = opened()
    const tabs = [join('phone', 'ada'), join('phone', 'ada')]
    const others = [join('phone', 'bob'), join('screen'), join('presenter')]
    hub.mine('ada', { lunch: { round: 1, answer: 'soup' } })
    expect(tabs.map(tab => tab.events.at(-1))).toEqual(['mine', 'mine'])
    expect(others.map(other => other.events)).toEqual([['snapshot'], ['snapshot'], ['snapshot']])
  })
})

describe('a stream whose client reads nothing', () => {
  it('is closed, and the others go on', () => {
    const { hub, join } = opened()
    const [stuck, fine] = [join('screen'), join('screen')]
    stuck.writableLength = 2 ** 21
    hub.changed()
    expect(stuck.destroyed).toBe(true)
    expect(fine.events).toEqual(['snapshot', 'state'])
    hub.changed()
    expect(fine.events).toEqual(['snapshot', 'state', 'state'])
  })
})
