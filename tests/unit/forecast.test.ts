import { describe, expect, it } from 'vitest'
import { dayNinetyQuestions, feelings, forecastEvent, openingDay } from '../../exercises/forecast/forecast.ts'

const forecast = { feeling: -1, why: 'I will miss shipping on Fridays' } as const

describe('the sealed forecast', () => {
  it('opens ninety days after the workshop', () => {
    expect(openingDay('2026-11-22')).toBe('2027-02-20')
    expect(forecastEvent(forecast, 'bare', '2026-11-22').day).toBe('2027-02-20')
  })

  it('asks the three questions, and only then shows what was written', () => {
    const { notes } = forecastEvent(forecast, 'inside', '2026-11-22')
    const places = [...dayNinetyQuestions, '−1 More drain than gain', forecast.why].map(text => notes.indexOf(text))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThanOrEqual(0)
    expect(notes.slice(places[2], places[3]).split('\n').length).toBeGreaterThan(10)
  })

  it('a bare reminder carries nothing of it', () => {
    const { title, notes } = forecastEvent(forecast, 'bare', '2026-11-22')
    for (const text of [forecast.why, ...feelings.map(feeling => feeling.label)])
      expect(title + notes).not.toContain(text)
    for (const question of dayNinetyQuestions)
      expect(notes).toContain(question)
  })

  it('needs no reason', () => {
    expect(forecastEvent({ feeling: 2, why: '  ' }, 'inside', '2026-11-22').notes).not.toContain('Because')
  })
})
