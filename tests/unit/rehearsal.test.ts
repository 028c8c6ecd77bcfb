import type { Poll } from '../../live/domain/poll-rules.ts'
import type { Decision } from '../../scripts/rehearse/decision.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { checkAnswer } from '../../live/domain/check-answer.ts'
import { rehearseOptions } from '../../scripts/lib/options.ts'
import { decisionOn } from '../../scripts/rehearse/decision.ts'
import { exerciseOf, presenceOf } from '../../scripts/rehearse/presence.ts'
import { ordinaryWords, wordsToHide } from '../../scripts/rehearse/rehearsal-words.ts'
import { polls as madePolls } from '../server/sample-workshop.ts'

const allPolls: readonly Poll[] = [...polls, ...madePolls]
const people = (seed: number, phones = 18): { seed: number, phone: number, phones: number }[] => Array.from({ length: phones }, (_, phone) => ({ seed, phone, phones }))
const decisions = (poll: Poll, seed: number, round = 1, phones = 18): (Decision | null)[] => people(seed, phones).map(person => decisionOn(poll, allPolls, round, person))

describe.each(allPolls.map(poll => [poll.id, poll] as const))('a simulated room on "%s"', (_, poll) => {
  it('gives only answers that fit, after a time that people need', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 }), (seed, phones, round) => {
      for (const decision of decisions(poll, seed, round, phones)) {
        for (const answer of decision ? [decision.answer, ...decision.change ? [decision.change.answer] : []] : [])
          expect(checkAnswer(poll, answer)).toMatchObject({ ok: true })
        if (decision)
          expect(decision.after).toBeGreaterThanOrEqual(3_000)
      }
    }), { numRuns: 40 })
  })

  it('answers the same for the same seed, and otherwise for another', () => {
    expect(decisions(poll, 7)).toEqual(decisions(poll, 7))
    expect(decisions(poll, 7)).not.toEqual(decisions(poll, 8))
  })
})

describe('a simulated room', () => {
  it('writes one word to hide at each words poll, and some in several ways', () => {
    for (const poll of allPolls.filter(({ kind }) => kind === 'words')) {
      for (const seed of [1, 2, 3, 4, 5])
        expect(decisions(poll, seed).filter(decision => decision?.answer === wordsToHide)).toHaveLength(1)
    }
    expect(ordinaryWords).toEqual(expect.arrayContaining(['no time', 'not enough time', 'keine Zeit']))
  })

  it('has people who give no answer and people who change their minds', () => {
    const all = allPolls.filter(({ kind }) => kind !== 'words').flatMap(poll => decisions(poll, 11))
    expect(all).toContain(null)
    expect(all.some(decision => decision?.change)).toBe(true)
  })

  it('moves up more than down at a scale\'s second asking', () => {
    const again = allPolls.find(poll => poll.kind === 'scale' && poll.compareWith !== undefined)
    const first = again?.kind === 'scale' && allPolls.find(({ id }) => id === again.compareWith)
    if (!again || !first)
      throw new RangeError('no scale is asked again')
    const at = (poll: Poll): (number | null)[] => decisions(poll, 5, 1, 200).map(decision => decision && Number(decision.change?.answer ?? decision.answer))
    const before = at(first)
    const moves = at(again).flatMap((now, i) => now !== null && typeof before[i] === 'number' ? [Math.sign(now - before[i])] : [])
    expect(moves.filter(move => move > 0).length).toBeGreaterThan(2 * moves.filter(move => move < 0).length)
  })

  it('joins within half a minute, and some of it drops out and comes back', () => {
    const room = people(3).map(presenceOf)
    expect(Math.max(...room.map(({ joinsAfter }) => joinsAfter))).toBeLessThanOrEqual(30_000)
    expect(room.some(({ absences }) => absences.length === 0)).toBe(true)
    expect(people(3, 60).map(presenceOf).some(({ absences }) => absences.length > 0)).toBe(true)
  })

  it('begins an exercise, and most of it finishes', () => {
    const works = people(3, 100).map(person => exerciseOf('energy-audit', person))
    const finished = works.filter(work => work !== null && work.finishes !== null).length
    expect([works.includes(null), finished > 50 && finished < 100]).toEqual([true, true])
  })
})

describe('npm run rehearse', () => {
  it.each([
    [[], { phones: 18, format: 90, port: 4590 }],
    [['45', '--phones', '6', '--seed', '42'], { phones: 6, format: 45, seed: 42 }],
    [['30', '--since', 'Platform'], { format: 30, since: 'Platform' }],
  ])('reads its options from %j', (args, expected) => {
    expect(rehearseOptions(args, {})).toMatchObject(expected)
  })
})
