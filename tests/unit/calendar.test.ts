import type { DayEvent } from '../../exercises/calendar.ts'
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarFile, calendarLink, dayOf, dayText, isDay, randomId } from '../../exercises/calendar.ts'
import { normaliseText } from '../../live/domain/typed-text.ts'

const made = new Date('2026-11-22T09:30:00.123Z')
const plain: DayEvent = { day: '2026-11-22', title: 'Trial starts', notes: 'One line a week' }

/** The value of a property in an unfolded file, as written there. */
function valueOf(file: string, name: string): string | undefined {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  return lines.find(line => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '')
}

/** TEXT as a calendar program reads it. */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,n])/gi, (_, sign: string) => sign.toLowerCase() === 'n' ? '\n' : sign)
}

describe('days', () => {
  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['0026-11-22', false],
    ['', false],
    ['tomorrow', false],
  ])('%j exists: %j', (text, exists) => {
    expect(isDay(text)).toBe(exists)
  })

  it.each([
    ['2026-11-22', 90, '2027-02-20'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days: %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later)
  })

  it('forth and back is the same day, over every change of the clocks', () => {
    const days = fc.integer({ min: 0, max: 36_500 }).map(n => addDays('2000-01-01', n))
    fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      expect(addDays(addDays(day, n), -n)).toBe(day)
      expect(isDay(day)).toBe(true)
    }))
  })

  it('is the day where the device is, also just before midnight', () => {
    expect(dayOf(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22')
    expect(dayOf(new Date(2026, 10, 22, 0, 1))).toBe('2026-11-22')
  })

  it('reads as a person writes it', () => {
    expect(dayText('2027-02-20')).toMatch(/^Saturday,? 20 February 2027$/)
  })
})

describe('the calendar file', () => {
  it('holds a whole day that stays free, with a reminder', () => {
    expect(calendarFile([plain], made, 'abc')).toBe([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//The Fork//Workshop//EN',
      'BEGIN:VEVENT',
      'UID:abc-1@the-fork',
      'DTSTAMP:20261122T093000Z',
      'DTSTART;VALUE=DATE:20261122',
      'DTEND;VALUE=DATE:20261123',
      'SUMMARY:Trial starts',
      'DESCRIPTION:One line a week',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Trial starts',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'))
  })

  it.each([
    ['a, b; c\\d', 'a\\, b\\; c\\\\d'],
    ['one\ntwo', 'one\\ntwo'],
    ['one\r\ntwo\rthree', 'one\\ntwo\\nthree'],
    ['bell\u0007 and null\0', 'bell and null'],
    ['half \uD83D', 'half \uFFFD'],
    ['\u202Eturned\u200B and\u00AD back', 'turned and back'],
    ['אין זמן.\u200F', 'אין זמן.'],
    ['BEGIN:VEVENT\r\nSUMMARY:smuggled', 'BEGIN:VEVENT\\nSUMMARY:smuggled'],
  ])('writes %j so that it stays text', (title, written) => {
    expect(valueOf(calendarFile([{ ...plain, title }], made, 'abc'), 'SUMMARY')).toBe(written)
  })

  it('keeps any text as people see it, in lines of at most 75 octets, and never splits a character', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('\n', ',', ';', '\\', 'ä', '日', '👩‍🔧', '—'), fc.string({ unit: 'grapheme', maxLength: 8 })), maxLength: 200 })
      // eslint-disable-next-line no-control-regex
      .map(raw => raw.replace(/[\0-\x09\x0B-\x1F\x7F]/g, ''))
    const seen = (raw: string): string => raw.split('\n').map(line => normaliseText(line)).join('\n')
    fc.assert(fc.property(text, text, (title, notes) => {
      const file = calendarFile([{ ...plain, title, notes }], made, 'abc')
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).toBe(line.replace(/[\p{Surrogate}\r\n]/gu, ''))
      }
      expect(unescaped(valueOf(file, 'SUMMARY') ?? '')).toBe(seen(title))
      expect(unescaped(valueOf(file, 'DESCRIPTION') ?? '')).toBe(seen(notes))
      expect(decodeURIComponent(calendarLink(file).replace(/^[^,]*,/, ''))).toBe(file)
    }))
  })

  it('gives each event an id of its own', () => {
    const file = calendarFile([plain, plain, plain], made, 'abc')
    expect(file.match(/UID:.*/g)).toHaveLength(3)
    expect(new Set(file.match(/UID:.*/g)).size).toBe(3)
    expect(randomId()).toMatch(/^[0-9a-f]{32}$/)
    expect(randomId()).not.toBe(randomId())
  })
})
