import type { ItemId } from '../../exercises/energy-audit/items.ts'
import type { TrialCard } from '../../exercises/try-it/card.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisItems, itemIds } from '../../exercises/energy-audit/items.ts'
import { cardProblems, endOf, halfWayOf, trialEvents } from '../../exercises/try-it/card.ts'
import { menuFor, trialById } from '../../exercises/try-it/menu.ts'
import { trials } from '../../exercises/try-it/trials.ts'

const sides = ['people', 'systems'] as const
const card: TrialCard = { title: 'Mentor one junior', sponsor: 'Ada', start: '2026-11-30', weeks: 6, othersSee: 'They ship alone', sayNo: 'I dread the hour, twice' }

describe('the menu', () => {
  it.each(sides)('%s: at least eight, four to twelve weeks, every field written', (side) => {
    const own = trials.filter(trial => trial.side === side)
    expect(own.length).toBeGreaterThanOrEqual(8)
    for (const trial of own) {
      expect(trial.weeks).toBeGreaterThanOrEqual(4)
      expect(trial.weeks).toBeLessThanOrEqual(12)
      for (const text of [trial.title, trial.whatYouDo, trial.othersSee, trial.tellsYou, trial.whoSaysYes])
        expect(text.trim()).not.toBe('')
    }
  })

  it('has ids of its own', () => {
    expect(new Set(trials.map(trial => trial.id)).size).toBe(trials.length)
    for (const trial of trials)
      expect(trialById(trial.id)).toBe(trial)
    expect(trialById('none')).toBeUndefined()
  })

  it.each(itemIds)('%s: ticked as never done, it finds a trial', (item) => {
    expect(trials.some(trial => trial.items.includes(item))).toBe(true)
  })

  it.each(sides)('%s: each scored item can be tried on its own side', (side) => {
    const own = trials.filter(trial => trial.side === side).flatMap(trial => trial.items)
    expect(own).toEqual(expect.arrayContaining([...axisItems[side]]))
  })

  it.each<[ItemId[], string, string[]]>([
    [[], 'mentor', []],
    [['P3'], 'hiring', ['hiring', 'promotion-case']],
    [['P3', 'P6'], 'promotion-case', ['promotion-case', 'hiring', 'feedback']],
    [['S4'], 'mentor', []],
  ])('never done %j: people trials begin with %s', (never, first, marked) => {
    const menu = menuFor('people', never)
    expect(menu[0]?.trial.id).toBe(first)
    expect(menu.filter(entry => entry.fromTicks).map(entry => entry.trial.id)).toEqual(marked)
  })

  it('loses nothing and marks what comes first, whatever was ticked', () => {
    fc.assert(fc.property(fc.subarray([...itemIds]), fc.constantFrom(...sides), (never, side) => {
      const menu = menuFor(side, never)
      expect(menu.map(entry => entry.trial.id).sort()).toEqual(trials.filter(trial => trial.side === side).map(trial => trial.id).sort())
      const marks = menu.map(entry => entry.fromTicks)
      expect(marks).toEqual([...marks].sort((a, b) => Number(b) - Number(a)))
    }))
  })
})

describe('the card', () => {
  it.each<[string, Partial<TrialCard>, (keyof TrialCard)[]]>([
    ['complete', {}, []],
    ['without the last two answers', { othersSee: '', sayNo: ' ' }, []],
    ['without words', { title: ' ', sponsor: '' }, ['title', 'sponsor']],
    ['without a day', { start: '' }, ['start']],
    ['on a day that does not exist', { start: '2026-02-30' }, ['start']],
    ['too short', { weeks: 3 }, ['weeks']],
    ['too long', { weeks: 13 }, ['weeks']],
    ['half a week', { weeks: 4.5 }, ['weeks']],
    ['no number', { weeks: Number.NaN }, ['weeks']],
  ])('%s: asks for %j', (_, change, missing) => {
    expect(Object.keys(cardProblems({ ...card, ...change }))).toEqual(missing)
  })

  it.each([
    [4, '2026-12-14', '2026-12-27'],
    [6, '2026-12-21', '2027-01-10'],
    [7, '2026-12-24', '2027-01-17'],
    [12, '2027-01-11', '2027-02-21'],
  ])('%i weeks from a Monday: half-way on %s, ends on Sunday %s', (weeks, half, end) => {
    expect(halfWayOf({ ...card, weeks })).toBe(half)
    expect(endOf({ ...card, weeks })).toBe(end)
  })

  it('puts start, half-way and end into the calendar, each with what was agreed', () => {
    const events = trialEvents(card)
    expect(events.map(event => event.day)).toEqual(['2026-11-30', '2026-12-21', '2027-01-10'])
    for (const { title, notes } of events) {
      expect(title).toContain(card.title)
      expect(notes).toContain('Said yes: Ada')
      expect(notes).toContain('I would say no if: I dread the hour, twice')
    }
  })

  it('leaves out what was not written', () => {
    const [start] = trialEvents({ ...card, othersSee: ' ', sayNo: '' })
    expect(start?.notes).not.toMatch(/Others would see|say no/)
  })
})
