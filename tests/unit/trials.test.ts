import type { ItemId } from '../../exercises/energy-audit/items.ts'
import type { TrialCard } from '../../exercises/try-it/card.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayText } from '../../exercises/days.ts'
import { axisItems, itemIds } from '../../exercises/energy-audit/items.ts'
import { cardProblems, fewestWeeks, halfWayOf, lastDayOf, mostWeeks, partnerProblems, weeksOf, withStart } from '../../exercises/try-it/card.ts'
import { trialDates } from '../../exercises/try-it/dates.ts'
import { cardFrom, emptyDraft, finishCard, isTrialDraft, trialEnd } from '../../exercises/try-it/draft.ts'
import { menuFor, trialById } from '../../exercises/try-it/menu.ts'
import { callDay, callQuestions } from '../../exercises/try-it/partner-call.ts'
import { trials } from '../../exercises/try-it/trials.ts'
import { cardLines } from '../../exercises/try-it/work.ts'
import { isFromRight } from '../../phone/takeaway-picture.ts'

const sides = ['people', 'systems'] as const
const card: TrialCard = { title: 'Mentor one junior', sponsor: 'Ada', start: '2026-11-30', end: '2027-01-08', othersSee: 'They ship alone', sayNo: 'I dread the hour, twice', partner: 'Grace', call: '2026-12-28' }
/** A Thursday. */
const today = '2026-11-26'

describe('the menu of trials', () => {
  it.each(sides)('has at least eight trials of four to twelve weeks with every field, on the side of %s', (side) => {
    const own = trials.filter(trial => trial.side === side)
    expect(own.length).toBeGreaterThanOrEqual(8)
    for (const trial of own) {
      expect(trial.weeks).toBeGreaterThanOrEqual(4)
      expect(trial.weeks).toBeLessThanOrEqual(12)
      for (const text of [trial.title, trial.whatYouDo, trial.othersSee, trial.tellsYou, trial.whoSaysYes])
        expect(text.trim()).not.toBe('')
    }
  })

  it('gives every trial an id that no other has', () => {
    expect(new Set(trials.map(trial => trial.id)).size).toBe(trials.length)
    for (const trial of trials)
      expect(trialById(trial.id)).toBe(trial)
    expect(trialById('none')).toBeUndefined()
  })

  it.each(itemIds)('has a trial for %s ticked as never done', (item) => {
    expect(trials.some(trial => trial.items.includes(item))).toBe(true)
  })

  it.each(sides)('has a trial on the own side of each scored item of %s', (side) => {
    const own = trials.filter(trial => trial.side === side).flatMap(trial => trial.items)
    expect(own).toEqual(expect.arrayContaining([...axisItems[side]]))
  })

  it.each<[ItemId[], string, string[]]>([
    [[], 'mentor', []],
    [['P3'], 'hiring', ['hiring', 'promotion-case']],
    [['P3', 'P6'], 'promotion-case', ['promotion-case', 'hiring', 'feedback']],
    [['S4'], 'mentor', []],
  ])('begins, with %j never done, with the people trials %s', (never, first, marked) => {
    const menu = menuFor('people', never)
    expect(menu[0]?.trial.id).toBe(first)
    expect(menu.filter(entry => entry.fromTicks).map(entry => entry.trial.id)).toEqual(marked)
  })

  it('holds every trial and marks the first ones, whatever was ticked', () => {
    fc.assert(fc.property(fc.subarray([...itemIds]), fc.constantFrom(...sides), (never, side) => {
      const menu = menuFor(side, never)
      expect(menu.map(entry => entry.trial.id).sort()).toEqual(trials.filter(trial => trial.side === side).map(trial => trial.id).sort())
      const marks = menu.map(entry => entry.fromTicks)
      expect(marks).toEqual([...marks].sort((a, b) => Number(b) - Number(a)))
    }))
  })
})

describe('the trial card', () => {
  it.each<[string, Partial<TrialCard>, (keyof TrialCard)[]]>([
    ['complete', {}, []],
    ['without what others would see', { othersSee: ' ' }, []],
    ['without its "no" line', { sayNo: ' ' }, ['sayNo']],
    ['without words', { title: ' ', sponsor: '' }, ['title', 'sponsor']],
    ['without a first day', { start: '' }, ['start']],
    ['without a last day', { end: '' }, ['end']],
    ['on a day that does not exist', { start: '2026-02-30' }, ['start']],
    ['beginning today', { start: '2026-11-26' }, []],
    ['beginning yesterday', { start: '2026-11-25' }, ['start']],
    ['beginning in a year that is a slip', { start: '2062-11-30', end: '2063-01-09' }, ['start']],
    ['ending before it begins', { start: '2027-02-01', end: '2027-01-29' }, ['end']],
    ['ending in the past', { start: '', end: '2026-11-20' }, ['start', 'end']],
    ['all in the past', { start: '2025-11-24', end: '2026-01-02' }, ['start', 'end']],
    ['a day too short', { end: '2026-12-24' }, ['end']],
    ['as short as it may be', { end: '2026-12-25' }, []],
    ['as long as it may be', { end: '2027-02-21' }, []],
    ['a day too long', { end: '2027-02-22' }, ['end']],
  ])('%s lacks %j', (_, change, missing) => {
    expect(Object.keys(cardProblems({ ...card, ...change }, today))).toEqual(missing)
  })

  it('says what is wrong and what would be right', () => {
    expect(cardProblems({ ...card, end: '2026-12-24' }, today).end).toMatch(/less than four weeks.*Friday,? 25 December 2026/)
    expect(cardProblems({ ...card, end: '2027-02-22' }, today).end).toMatch(/more than twelve weeks.*Friday,? 19 February 2027/)
    expect(cardProblems({ ...card, start: '2026-11-02' }, today).start).toMatch(/over.*still to come/)
    expect(cardProblems({ ...card, end: '2026-11-27' }, today).end).toBe('The last day comes before the first.')
    expect(cardProblems({ ...card, sayNo: '' }, today).sayNo).toMatch(/Without that line/)
  })

  it('keeps its days when it is opened again while the trial runs', () => {
    expect(cardProblems(card, '2026-11-26')).toEqual({})
    expect(Object.keys(cardProblems({ ...card, start: '2026-11-25' }, '2026-11-26'))).toEqual(['start'])
  })

  it.each([
    [4, '2026-12-25'],
    [6, '2027-01-08'],
    [8, '2027-01-22'],
    [12, '2027-02-19'],
  ])('%i weeks from a Monday end on Friday %s', (weeks, end) => {
    expect(lastDayOf('2026-11-30', weeks)).toBe(end)
    expect(weeksOf({ ...card, end })).toBe(weeks)
  })

  it('ends on a working day and half-way on one, whenever it begins', () => {
    const begins = fc.integer({ min: 0, max: 366 }).map(n => addDays('2026-11-26', n))
    fc.assert(fc.property(begins, fc.integer({ min: fewestWeeks, max: mostWeeks }), (start, weeks) => {
      const planned = { ...card, start, end: lastDayOf(start, weeks) }
      for (const day of [planned.end, halfWayOf(planned)])
        expect(dayText(day)).not.toMatch(/^S(?:atur|un)day/)
      expect(cardProblems(planned, today)).toEqual({})
      expect(halfWayOf(planned) > start && halfWayOf(planned) < planned.end).toBe(true)
    }))
  })

  it.each([
    ['a last day that was worked out moves along', '2027-01-08', '2026-12-07', '2027-01-15'],
    ['one that was chosen stays', '2027-01-20', '2026-12-07', '2027-01-20'],
    ['an empty one is worked out', '', '2026-12-07', '2027-01-15'],
    ['half a first day works nothing out', '', '0002-12-07', ''],
  ])('%s', (_, end, start, moved) => {
    expect(withStart({ ...card, end }, start, 6)).toEqual({ ...card, start, end: moved })
  })

  it.each<[string, Partial<TrialCard>, (keyof TrialCard)[]]>([
    ['a name and a day', {}, []],
    ['nobody', { partner: ' ' }, ['partner']],
    ['no day', { call: '' }, ['call']],
    ['a day that is over', { call: '2026-11-25' }, ['call']],
  ])('with %s, the partner has yet to write %j', (_, change, missing) => {
    expect(Object.keys(partnerProblems({ ...card, ...change }, today))).toEqual(missing)
  })

  it.each([['2026-11-26', '2026-12-28'], ['2026-11-27', '2026-12-28'], ['2026-11-30', '2026-12-30']])('after a workshop on %s the call is on the working day %s', (workshop, call) => {
    expect(callDay(workshop)).toBe(call)
  })
})

it('what somebody wrote on a card stands in lines of its own, to be read in its own direction', () => {
  const written = { ...card, title: 'לכתוב את המסמך.', sayNo: 'אם אין זמן.' }
  expect(cardLines(written)).toEqual(expect.arrayContaining(['What will you do?', written.title, 'What would make you say no?', written.sayNo]))
  expect(cardLines(written)).toContain(`First day ${dayText(card.start)}`)
})

it.each([['אין זמן.', true], ['3. لا وقت', true], ['What will you do? אין', false], ['时间', false], ['12', false]])('%s is drawn from the right: %s', (text, fromRight) => {
  expect(isFromRight(text)).toBe(fromRight)
})

describe('a card that is being written', () => {
  const draft = { ...emptyDraft, card: { ...card, partner: '', call: '' } }

  it('goes on to the partner, with a day for the call, and keeps the day it was first finished', () => {
    const finished = finishCard(draft, today, 'abc')
    expect(finished).toMatchObject({ at: 'partner', written: today, id: 'abc', card: { call: '2026-12-28' } })
    expect(finishCard(finished, '2026-12-10', 'def')).toEqual(finished)
    expect([trialEnd(draft), trialEnd(finished), trialEnd({ ...finished, card: { ...card, end: '' } })]).toEqual([null, card.end, null])
  })

  const [mentor, rfc] = [trialById('mentor') ?? null, trialById('rfc') ?? null]
  const made = cardFrom(mentor, { trial: null, card: { ...card, title: '', othersSee: '' } })

  it('takes words and weeks of another trial, and keeps sponsor, days and reasons', () => {
    expect(made).toEqual({ ...card, title: mentor?.title, othersSee: mentor?.othersSee, end: '2027-02-19' })
    expect(cardFrom(rfc, { trial: 'mentor', card: made })).toEqual({ ...card, title: rfc?.title, othersSee: rfc?.othersSee, end: '2027-02-05' })
    expect(cardFrom(null, { trial: 'mentor', card: made })).toEqual({ ...card, title: '', othersSee: '', end: '2027-01-08' })
    expect(cardFrom(null, { trial: 'mentor', card: { ...made, start: '', end: '' } }).end).toBe('')
  })

  it.each([
    ['a title', { title: 'Mentor Ada' }],
    ['what others would see', { othersSee: 'She ships alone' }],
    ['a last day that was chosen', { end: '2027-01-20' }],
  ])('keeps %s of one\'s own when another trial is chosen', (_, own) => {
    for (const next of [mentor, rfc, null]) {
      expect(cardFrom(next, { trial: 'mentor', card: { ...made, ...own } })).toMatchObject(own)
      expect(cardFrom(next, { trial: null, card: { ...card, ...own } })).toMatchObject(own)
    }
  })

  it.each<[string, unknown, boolean]>([
    ['a new one', emptyDraft, true],
    ['one at its dates', { ...finishCard(draft, today, 'abc'), at: 'dates' }, true],
    ['dates without a last day', { ...finishCard(draft, today, 'abc'), at: 'dates', card: { ...card, end: '' } }, false],
    ['dates of a card that was never finished', { ...draft, at: 'dates' }, false],
    ['a trial that is gone', { ...emptyDraft, trial: 'gone' }, false],
    ['nothing', null, false],
  ])('is valid when stored as %s: %j', (_, value, isOne) => {
    expect(isTrialDraft(value)).toBe(isOne)
  })
})

describe('the dates of a finished card', () => {
  it('are five, in order, each with what was agreed, and the opening day after the trial', () => {
    const dates = trialDates(card, today)
    expect(dates.map(({ id, day }) => [id, day])).toEqual([
      ['first-day', '2026-11-30'],
      ['half-way', '2026-12-21'],
      ['partner-call', '2026-12-28'],
      ['last-day', '2027-01-08'],
      ['opening-day', '2027-02-24'],
    ])
    for (const { title, notes } of dates.filter(({ id }) => id !== 'opening-day')) {
      expect(title + notes).toContain(card.title)
      expect(notes).toContain('Says yes: Ada')
      expect(notes).toContain('I would say no if: I dread the hour, twice')
    }
    for (const { ask } of callQuestions)
      expect(dates[2]?.notes).toContain(ask)
  })

  it('are four without a partner, and hold nothing that was not written', () => {
    const dates = trialDates({ ...card, partner: ' ', othersSee: '' }, today)
    expect(dates.map(({ id }) => id)).not.toContain('partner-call')
    expect(dates.map(({ notes }) => notes).join()).not.toContain('Others would see')
  })

  it('have the forecast opened the day after a trial that still runs on day 90', () => {
    const late = trialDates({ ...card, start: '2026-12-07', end: '2027-02-26' }, today)
    expect(late.at(-1)).toMatchObject({ id: 'opening-day', day: '2027-02-27' })
  })
})
