import type { Poll } from '../../live/domain/poll-rules.ts'
import type { RoundRecord } from '../../live/store/store.ts'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultRows, sampleOf as sampleText } from '../../live/client/chart-rows.ts'
import { answerText, chosenIds, isBlank, sameAnswer } from '../../live/client/own-answer.ts'
import { checkAnswer } from '../../live/domain/check-answer.ts'
import { definePolls } from '../../live/domain/define-polls.ts'
import { showsOf } from '../../live/domain/floor.ts'
import { meaningOf, optionsOf } from '../../live/domain/poll-rules.ts'
import { resultOf, tallyOf } from '../../live/domain/results.ts'
import { answersOf, pollsOfEveryKind, sampleOf } from '../poll-samples.ts'

/** Tests for every kind of poll, by its `sample.ts`: a new kind needs no new test. */

const labels = ['Momentum', 'Standing', 'אין זמן', 'Verantwortungsübernahme']
const polls = pollsOfEveryKind(labels)
const untouched = { hands: null, hidden: [], labels: {} }
const forms = import.meta.glob('../../live/kinds/*/form.ts')
const people = fc.integer({ min: 1, max: 40 })

describe.each(polls.map(poll => [poll.kind, poll] as const))('a poll of kind %s', (kind, poll) => {
  const two: Poll = sampleOf(kind).poll({ id: 'two', question: 'This or that?', purpose: 'To try it.' }, labels.slice(0, 2))

  it('has a form, found by its folder', () => expect(Object.keys(forms)).toContain(`../../live/kinds/${kind}/form.ts`))

  it('is accepted in exercises/polls.ts, and refused with an unknown field', () => {
    expect(() => definePolls('polls.ts', [poll, two])).not.toThrow()
    expect(() => definePolls('polls.ts', [{ ...poll, colour: 'red' }])).toThrow(`polls.ts: poll "${poll.id}", field "colour"`)
  })

  it('accepts its answers in a stored form that fits again unchanged', () => {
    for (const answer of answersOf(poll, 30, labels).values()) {
      expect(checkAnswer(poll, answer)).toEqual({ ok: true, answer })
      expect(isBlank(answer)).toBe(false)
      expect(sameAnswer(answer, structuredClone(answer))).toBe(true)
      expect(answerText(poll, answer)).not.toBe('')
      expect(optionsOf(poll).map(({ id }) => id)).toEqual(expect.arrayContaining(chosenIds(poll, answer)))
    }
  })

  it.each(sampleOf(kind).misfits.map(misfit => [JSON.stringify(misfit), misfit] as const))('refuses %s with a sentence', (_, misfit) => {
    const checked = checkAnswer(two, misfit)
    expect(checked.ok ? 'taken' : checked.reason).toMatch(/^["A-Z].*\.$/)
  })

  it('never throws on any input, and what it accepts fits again', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom('option-0', 'option-1', 'none', 'other')), fc.constantFrom(Number.NaN, undefined)), (input) => {
      const checked = checkAnswer(two, input)
      if (checked.ok)
        expect(checkAnswer(two, checked.answer)).toEqual(checked)
    }))
  })

  it('is counted alike in any order of answers, and no voter twice', () => {
    fc.assert(fc.property(people.chain(count => fc.tuple(fc.constant(count), fc.shuffledSubarray(Array.from({ length: count }, (_, n) => n), { minLength: count }))), ([count, order]) => {
      const answers = answersOf(poll, count, labels)
      const list = [...answers]
      const tally = tallyOf(poll, answers, null)
      expect(tallyOf(poll, new Map(order.flatMap(n => list.slice(n, n + 1))), null)).toEqual(tally)
      expect(tally.voters).toBe(count)
      for (const { phones } of resultRows(poll, { ...tally, kind: 'options', movement: null, hands: null }))
        expect(phones).toBeLessThanOrEqual(count)
    }))
  })

  it('shows nothing below the floor, and its counts from the floor on', () => {
    fc.assert(fc.property(people, fc.integer({ min: 1, max: 12 }), (count, floor) => {
      const tally = tallyOf(poll, answersOf(poll, count, labels), null)
      const kept = JSON.parse(JSON.stringify(tally)) as NonNullable<RoundRecord['tally']>
      const result = resultOf(poll, kept, showsOf(kept, floor), untouched)
      expect(result === null).toBe(count < floor)
      expect(result).toEqual(resultOf(poll, tally, showsOf(tally, floor), untouched))
      if (result?.kind === 'options')
        expect(sampleText(poll, result)).toBe(`${count} ${count === 1 ? 'phone' : 'phones'} answered`)
    }))
  })

  it('shows no second figure where only the movement may be told', () => {
    const tally = tallyOf(poll, answersOf(poll, 9, labels), null)
    const result = resultOf(poll, tally, 'movement', untouched)
    if (result?.kind === 'options')
      expect([result.counts, result.means]).toEqual([null, undefined])
  })

  it('keeps its meaning after a mended typo, and changes it with other options', () => {
    expect(meaningOf({ ...poll, question: 'Which one?' })).toBe(meaningOf(poll))
    // A kind that has no options, or always the same, has no other options to mean.
    expect(meaningOf(two) === meaningOf(poll)).toBe(isDeepStrictEqual(optionsOf(two), optionsOf(poll)))
  })
})
