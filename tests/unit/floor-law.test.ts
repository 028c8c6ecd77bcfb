import type { Answer } from '../../live/domain/check-answer.ts'
import type { Command } from '../../live/domain/commands.ts'
import type { Deck } from '../../live/domain/deck.ts'
import type { RoundKey, Session, Tally } from '../../live/domain/session.ts'
import type { LiveState, OptionsResult } from '../../live/domain/state.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../live/domain/decide.ts'
import { showsOf } from '../../live/domain/floor.ts'
import { tallyOf } from '../../live/domain/results.ts'
import { currentRound, newSession, openRound } from '../../live/domain/session.ts'
import { unsettled } from '../../live/domain/settle.ts'
import { viewFor } from '../../live/domain/view.ts'
import { manifest, plan, polls } from '../server/sample-workshop.ts'

const FLOOR = 3
const deck: Deck = { polls, manifest, plan, floor: FLOOR, rehearsal: false }
const keyOf = ({ poll, round }: RoundKey): string => `${poll} ${round}`

/** A session with its answers and tallies in memory, driven through `decide` alone. */
class Room {
  session: Session = newSession(0)
  readonly answers = new Map<string, Map<string, Answer>>()
  readonly tallies = new Map<string, Tally>()
  now = 0

  do(command: Command): boolean {
    const decision = decide(deck, this.session, command, ++this.now)
    if ('refused' in decision)
      return false
    this.session = decision.session
    const tallies = unsettled(this.session).map(({ poll, round, comparedWith }) => {
      const asked = polls.find(({ id }) => id === poll) ?? polls[0]
      const tally = tallyOf(asked, this.of({ poll, round }), comparedWith && this.of(comparedWith))
      this.tallies.set(keyOf({ poll, round }), tally)
      return { poll, round, tally }
    })
    const settled = decide(deck, this.session, { type: 'settle', tallies }, this.now)
    if (!('refused' in settled))
      this.session = settled.session
    return true
  }

  of(key: RoundKey): Map<string, Answer> {
    return this.answers.get(keyOf(key)) ?? new Map<string, Answer>()
  }

  answer(voter: string, answer: number): void {
    const open = openRound(this.session)
    if (open)
      this.answers.set(keyOf(open), new Map(this.of(open)).set(voter, answer))
  }

  view(): LiveState {
    return viewFor('presenter', deck, this.session, {
      name: 'x',
      startedAt: '',
      now: this.now,
      answered: 0,
      tally: key => this.tallies.get(keyOf(key)) ?? null,
      phones: 0,
      addresses: [],
      wifi: null,
      log: [],
      presenter: { resumed: null, screens: { following: 0, paused: 0 }, progress: {}, trouble: null, leftOpen: [], simulated: 0 },
    })
  }
}

type Step = { voter: number, answer: number } | Command
const poll = fc.constantFrom('clear', 'clear-again')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ voter: fc.nat(7), answer: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('open' as const), poll }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('close' as const, 'reveal' as const), poll }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reset' as const), poll }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('move' as const), slide: fc.constantFrom(2, 8, 3), clicks: fc.nat(1) }) },
)

describe('the law of the floor', () => {
  it('holds for every table shown, over rounds and voters who come and go', () => {
    let shown = 0
    let moved = 0
    fc.assert(fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const room = new Room()
      const published = new Map<string, string>()
      for (const one of steps) {
        if ('voter' in one)
          room.answer(`voter-${one.voter}`, one.answer)
        else
          room.do(one)
        for (const id of ['clear', 'clear-again']) {
          const state = room.view().polls?.[id]
          const round = currentRound(room.session, id)
          if (!state?.result || !round)
            continue
          const result = state.result as OptionsResult
          const key = keyOf(round)
          // A published result never changes.
          expect(published.get(key) ?? JSON.stringify(result)).toBe(JSON.stringify(result))
          published.set(key, JSON.stringify(result))
          shown++
          const after = room.of(round)
          expect(after.size).toBeGreaterThanOrEqual(FLOOR)
          if (!result.movement)
            continue
          moved++
          const before = room.of(round.comparedWith ?? { poll: 'clear', round: 0 })
          const pairs = [...after.keys()].filter(voter => before.has(voter)).length
          expect(result.movement).toEqual({ pairs, up: expect.any(Number) as number, same: expect.any(Number) as number, down: expect.any(Number) as number })
          expect(pairs).toBeGreaterThanOrEqual(FLOOR)
          if (result.counts !== null) {
            for (const alone of [before.size - pairs, after.size - pairs])
              expect(alone === 0 || alone >= FLOOR).toBe(true)
          }
        }
      }
    }), { numRuns: 400 })
    expect([shown > 50, moved > 5]).toEqual([true, true])
  })

  it.each<[string, Parameters<typeof showsOf>[0], string]>([
    ['too few', { voters: 4, movement: null, unpaired: { before: 0, after: 0 } }, 'nothing'],
    ['enough', { voters: 5, movement: null, unpaired: { before: 0, after: 0 } }, 'bars'],
    ['five who answered both times', sizes(5, 0, 0), 'both'],
    ['and one who answered only the first', sizes(5, 1, 0), 'movement'],
    ['and one who answered only the last', sizes(5, 0, 1), 'movement'],
    ['and five who answered only the last', sizes(5, 0, 5), 'both'],
    ['and four who answered only the first', sizes(5, 4, 5), 'movement'],
    ['too few pairs', sizes(4, 0, 3), 'bars'],
  ])('%s: %#', (_, given, shows) => {
    expect(showsOf(given, 5)).toBe(shows)
  })

  it('keeps a round closed from which a shown movement is counted', () => {
    const room = new Room()
    const voters = [1, 2, 3]
    room.do({ type: 'open', poll: 'clear' })
    voters.forEach(voter => room.answer(`v${voter}`, 2))
    room.do({ type: 'open', poll: 'clear-again' })
    voters.forEach(voter => room.answer(`v${voter}`, 4))
    room.do({ type: 'reveal', poll: 'clear-again' })
    expect(room.view().polls?.['clear-again']?.result).toMatchObject({ movement: { pairs: 3, up: 3 } })
    expect(room.do({ type: 'open', poll: 'clear' })).toBe(false)
    room.do({ type: 'move', slide: 2, clicks: 0 })
    expect(currentRound(room.session, 'clear')?.phase).toBe('closed')
    expect(room.do({ type: 'reset', poll: 'clear' })).toBe(true)
    expect(currentRound(room.session, 'clear')).toMatchObject({ round: 2, phase: 'open' })
  })

  it('counts no movement from a round that took answers again before it was shown', () => {
    const room = new Room()
    room.do({ type: 'open', poll: 'clear' })
    for (const voter of [1, 2, 3])
      room.answer(`v${voter}`, 2)
    room.do({ type: 'open', poll: 'clear-again' })
    for (const voter of [1, 2, 3])
      room.answer(`v${voter}`, 4)
    room.do({ type: 'open', poll: 'clear' })
    room.answer('v9', 5)
    room.do({ type: 'reveal', poll: 'clear-again' })
    expect(room.view().polls?.['clear-again']?.result).toMatchObject({ voters: 3, movement: null })
  })
})

function sizes(pairs: number, before: number, after: number): Parameters<typeof showsOf>[0] {
  return { voters: pairs + after, movement: { pairs, up: pairs, same: 0, down: 0 }, unpaired: { before, after } }
}
