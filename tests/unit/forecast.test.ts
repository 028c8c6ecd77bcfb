import type { ForecastDraft } from '../../exercises/forecast/draft.ts'
import { describe, expect, it } from 'vitest'
import { emptyForecast, forecastEntry, forecastProblem, isForecastDraft, openForecast, opensOn } from '../../exercises/forecast/draft.ts'
import { dayNinetyQuestions, feelings, openingDay, openingEvent, sealedEvent } from '../../exercises/forecast/forecast.ts'
import { MemoryStorage } from './memory-storage.ts'

const forecast = { feeling: -1, why: 'I will miss shipping on Fridays' } as const
const days = { today: '2026-11-22', trialEnd: null }

describe('the opening day', () => {
  it.each([
    ['2026-11-22', null, '2027-02-20'],
    ['2026-11-22', '2027-01-08', '2027-02-20'],
    ['2026-11-22', '2027-02-19', '2027-02-20'],
    ['2026-11-22', '2027-02-20', '2027-02-21'],
    ['2026-11-22', '2027-02-26', '2027-02-27'],
  ])('after a workshop on %s and a trial until %s is %s', (workshop, end, opens) => {
    expect(openingDay(workshop, end)).toBe(opens)
  })
})

describe('the sealed forecast', () => {
  it('asks the three questions, and only then shows what was written', () => {
    const { notes } = sealedEvent(forecast, '2026-11-22', '2027-02-20')
    const places = [...dayNinetyQuestions, '−1 More drain than gain', forecast.why].map(text => notes.indexOf(text))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThanOrEqual(0)
    expect(notes.slice(places[2], places[3]).split('\n').length).toBeGreaterThan(10)
  })

  it('leaves nothing of itself in a reminder without it', () => {
    const { title, notes } = openingEvent('2027-02-20')
    for (const text of [forecast.why, ...feelings.map(feeling => feeling.label)])
      expect(title + notes).not.toContain(text)
    for (const question of dayNinetyQuestions)
      expect(notes).toContain(question)
  })

  it('may have no reason', () => {
    expect(sealedEvent({ feeling: 2, why: '  ' }, '2026-11-22', '2027-02-20').notes).not.toContain('Because')
  })
})

describe('a forecast that is being written', () => {
  const draft: ForecastDraft = { ...emptyForecast, ...forecast, written: '2026-11-22', id: 'abc' }

  it.each<[string, ForecastDraft, string]>([
    ['complete', draft, ''],
    ['without a number', { ...draft, feeling: null }, 'Choose a number first'],
    ['on paper', { ...draft, sealing: 'bare', feeling: null }, ''],
    ['on no day', { ...draft, opens: '0027-01-01' }, 'Choose the day to open it'],
    ['today', { ...draft, opens: '2026-11-22' }, 'Choose a day that is still to come'],
    ['in the past', { ...draft, sealing: 'bare', opens: '2026-01-01' }, 'Choose a day that is still to come'],
  ])('%s has the problem %j', (_, given, problem) => {
    expect(forecastProblem(given, days)).toBe(problem)
  })

  it('opens 90 days after it was begun, and after the trial', () => {
    expect(opensOn(draft, { today: '2026-12-24', trialEnd: null })).toBe('2027-02-20')
    expect(opensOn(draft, { ...days, trialEnd: '2027-03-05' })).toBe('2027-03-06')
    expect(opensOn({ ...draft, opens: '2027-05-01' }, days)).toBe('2027-05-01')
  })

  it('becomes an entry with the forecast inside, or the same reminder as in the trial’s file', () => {
    expect(forecastEntry(draft, days)).toMatchObject({ id: 'forecast', day: '2027-02-20' })
    expect(forecastEntry(draft, days).notes).toContain(forecast.why)
    expect(forecastEntry({ ...draft, sealing: 'bare' }, days)).toEqual(openingEvent('2027-02-20'))
  })

  it('outlives a reload, and is gone when it is cleared', () => {
    const storage = new MemoryStorage()
    openForecast('monday', () => storage).update(() => draft)
    expect(openForecast('monday', () => storage).read()).toEqual(draft)
    openForecast('monday', () => storage).clear()
    expect(openForecast('monday', () => storage).read()).toEqual(emptyForecast)
    expect(storage.length).toBe(0)
  })

  it.each<[string, unknown, boolean]>([
    ['a new one', emptyForecast, true],
    ['a written one', draft, true],
    ['a feeling that is none', { ...draft, feeling: 7 }, false],
    ['a day that is none', { ...draft, written: 'today' }, false],
    ['nothing', null, false],
  ])('is valid when stored as %s: %j', (_, value, isOne) => {
    expect(isForecastDraft(value)).toBe(isOne)
  })
})
