import type { Command } from '../../live/domain/commands.ts'
import type { Deck } from '../../live/domain/deck.ts'
import type { Session } from '../../live/domain/session.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../live/domain/decide.ts'
import { currentRound, newSession, openRound } from '../../live/domain/session.ts'
import { manifest, plan, polls } from '../server/sample-workshop.ts'

const deck: Deck = { polls, manifest, plan, floor: 5, rehearsal: false }
const start = newSession(1_000)

/** The session after these commands, all of which are granted. */
function after(...commands: Command[]): Session {
  return commands.reduce((session, command, i) => {
    const decision = decide(deck, session, command, 2_000 + i)
    if ('refused' in decision)
      throw new Error(decision.message)
    return decision.session
  }, start)
}

const id = fc.constantFrom('clear', 'lunch', 'fear', 'keep', 'nothing')
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('move' as const), slide: fc.integer({ min: 0, max: 12 }), clicks: fc.nat(3) }),
  fc.record({ type: fc.constantFrom('open' as const, 'close' as const, 'reveal' as const, 'reset' as const), poll: id }),
  fc.record({ type: fc.constant('hands' as const), poll: id, counts: fc.dictionary(fc.constantFrom('soup', 'salad', 'cake', '1'), fc.nat(9)) }),
  fc.record({ type: fc.constant('countdown' as const), poll: id, seconds: fc.constantFrom(0, 30, 60, 90) }),
  fc.record({ type: fc.constant('clock' as const), action: fc.constantFrom('start' as const, 'pause' as const, 'resume' as const) }),
  fc.record({ type: fc.constant('join' as const), shown: fc.boolean() }),
  fc.record({ type: fc.constantFrom('end' as const, 'erased' as const, 'take-up' as const) }),
)

describe('a decision', () => {
  it('changes no argument, keeps at most one round open, and never goes back in time', () => {
    fc.assert(fc.property(fc.array(fc.tuple(command, fc.integer({ min: -5_000, max: 5_000 })), { maxLength: 40 }), (steps) => {
      let session = start
      let lines = 0
      for (const [command, now] of steps) {
        const before = structuredClone(session)
        const decision = decide(deck, session, command, now)
        expect(session).toEqual(before)
        if ('refused' in decision) {
          expect(decision.message).toMatch(/^[A-Z"].{15,200}\.$/)
          continue
        }
        lines += decision.log.length
        expect(decision.session.at).toBeGreaterThanOrEqual(session.at)
        expect(decision.session.lines).toBe(lines)
        expect(decision.session.rounds.filter(({ phase }) => phase === 'open').length).toBeLessThanOrEqual(1)
        if (session.endedAt !== null)
          expect([openRound(decision.session), decision.session.endedAt]).toEqual([null, session.endedAt])
        session = decision.session
      }
      expect(JSON.stringify(session).length).toBeLessThan(20_000)
    }))
  })

  it('with an id that came before changes nothing', () => {
    const reset = (session: Session): Session => {
      const decision = decide(deck, session, { type: 'reset', poll: 'lunch' }, 3_000, 'the-same')
      if ('refused' in decision)
        throw new Error(decision.message)
      return decision.session
    }
    const open = after({ type: 'open', poll: 'lunch' })
    const once = reset(open)
    expect(currentRound(once, 'lunch')?.round).toBe(2)
    expect(reset(once)).toBe(once)
  })

  it('closes no round before its opening, even if the clock was set back', () => {
    const decision = decide(deck, after({ type: 'open', poll: 'lunch' }), { type: 'close', poll: 'lunch' }, -9e9)
    const round = 'refused' in decision ? null : currentRound(decision.session, 'lunch')
    expect(round?.closedAt).toBeGreaterThanOrEqual(round?.openedAt ?? Infinity)
  })
})

describe('a countdown', () => {
  it('runs on the open poll, closes nothing, and ends with its round', () => {
    const open = after({ type: 'open', poll: 'lunch' }, { type: 'countdown', poll: 'lunch', seconds: 60 })
    expect(open.countdown).toEqual({ poll: 'lunch', round: 1, seconds: 60, endsAt: 2_001 + 60_000 })
    const later = decide(deck, open, { type: 'join', shown: true }, 9e9)
    expect('refused' in later ? null : openRound(later.session)?.poll).toBe('lunch')
    for (const then of [{ type: 'close', poll: 'lunch' }, { type: 'open', poll: 'clear' }, { type: 'countdown', poll: 'lunch', seconds: 0 }, { type: 'end' }] satisfies Command[])
      expect(after({ type: 'open', poll: 'lunch' }, { type: 'countdown', poll: 'lunch', seconds: 60 }, then).countdown).toBeNull()
    expect(decide(deck, start, { type: 'countdown', poll: 'lunch', seconds: 30 }, 1)).toMatchObject({ refused: 'not-now' })
  })
})

describe('a choice in a drawing', () => {
  it('is stored per drawing, and the last one counts', () => {
    const session = after({ type: 'choose', drawing: 'toll', choice: { way: 'a' } }, { type: 'choose', drawing: 'fork', choice: { side: null } }, { type: 'choose', drawing: 'toll', choice: { way: 'b' } })
    expect(session.choices).toEqual({ toll: { way: 'b' }, fork: { side: null } })
  })

  it('is refused beyond the most drawings of a deck', () => {
    const many = Array.from({ length: 24 }, (_, n): Command => ({ type: 'choose', drawing: `d${n}`, choice: {} }))
    expect(decide(deck, after(...many), { type: 'choose', drawing: 'one-more', choice: {} }, 1)).toMatchObject({ refused: 'does-not-fit' })
  })
})

describe('a link\'s code', () => {
  it('is valid once and for fifteen minutes', () => {
    const session = after({ type: 'code', hash: 'h' })
    const enter = (at: number): unknown => decide(deck, session, { type: 'enter', hash: 'h' }, at)
    expect(enter(2_000 + 15 * 60_000 - 1)).toMatchObject({ session: { codes: [] } })
    expect(enter(2_000 + 15 * 60_000)).toMatchObject({ refused: 'wrong-code' })
    expect(decide(deck, after({ type: 'code', hash: 'h' }, { type: 'enter', hash: 'h' }), { type: 'enter', hash: 'h' }, 2_002)).toMatchObject({ refused: 'wrong-code' })
  })
})
