import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, dayText, isDay, laterDay, workingDayFrom, workingDayUpTo } from '../../exercises/days.ts'

const anyDay = fc.integer({ min: 0, max: 36_500 }).map(n => addDays('2000-01-01', n))

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['0026-11-22', false],
    ['', false],
    ['tomorrow', false],
  ])('%j is a day: %j', (text, exists) => {
    expect(isDay(text)).toBe(exists)
  })

  it.each([
    ['2026-11-22', 90, '2027-02-20'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later)
  })

  it('is the same after adding and subtracting days, over every change of the clocks', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      expect(addDays(addDays(day, n), -n)).toBe(day)
      expect(daysBetween(day, addDays(day, n))).toBe(n)
      expect(isDay(day)).toBe(true)
    }))
  })

  it('is read in the device\'s time zone, also just before midnight', () => {
    expect(dayOf(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22')
    expect(dayOf(new Date(2026, 10, 22, 0, 1))).toBe('2026-11-22')
  })

  it('is written as a person writes it', () => {
    expect(dayText('2027-02-20')).toMatch(/^Saturday,? 20 February 2027$/)
  })

  it.each([
    ['a Friday', '2026-11-27', '2026-11-27', '2026-11-27'],
    ['a Saturday', '2026-11-28', '2026-11-30', '2026-11-27'],
    ['a Sunday', '2026-11-29', '2026-11-30', '2026-11-27'],
    ['a Monday', '2026-11-30', '2026-11-30', '2026-11-30'],
    ['the first Saturday of a year', '2027-01-02', '2027-01-04', '2027-01-01'],
  ])('%s, %s: the working day from it is %s, up to it %s', (_, day, from, upTo) => {
    expect([workingDayFrom(day), workingDayUpTo(day)]).toEqual([from, upTo])
  })

  it('a working day is never a weekend, and never further than two days away', () => {
    fc.assert(fc.property(anyDay, (day) => {
      for (const found of [workingDayFrom(day), workingDayUpTo(day)]) {
        expect(dayText(found)).not.toMatch(/^S(?:atur|un)day/)
        expect(Math.abs(daysBetween(day, found))).toBeLessThanOrEqual(2)
      }
      expect(laterDay(workingDayUpTo(day), workingDayFrom(day))).toBe(workingDayFrom(day))
    }))
  })
})
