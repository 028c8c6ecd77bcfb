import type { CalendarEvent } from '../../exercises/calendar.ts'
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { calendarFile, calendarLink, randomId } from '../../exercises/calendar.ts'
import { normaliseText } from '../../live/domain/typed-text.ts'

const made = new Date('2026-11-22T09:30:00.123Z')
const plain: CalendarEvent = { id: 'first-day', day: '2026-11-22', title: 'Trial starts', notes: 'One line a week' }

afterEach(() => vi.unstubAllEnvs())

/** The value of a property in an unfolded file, as written there. */
function valueOf(file: string, name: string): string | undefined {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  return lines.find(line => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '')
}

/** TEXT as a calendar program reads it. */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,n])/gi, (_, sign: string) => sign.toLowerCase() === 'n' ? '\n' : sign)
}

describe('the calendar file', () => {
  it('holds a short event that leaves the day free, with an alarm as it starts', () => {
    vi.stubEnv('TZ', 'UTC')
    expect(calendarFile([plain], made, 'abc')).toBe([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//The Fork//Workshop//EN',
      'BEGIN:VEVENT',
      'UID:abc-first-day@the-fork',
      'DTSTAMP:20261122T093000Z',
      'SEQUENCE:29922330',
      'DTSTART:20261122T090000Z',
      'DTEND:20261122T091500Z',
      'SUMMARY:Trial starts',
      'DESCRIPTION:One line a week',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Trial starts',
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'))
  })

  it.each([
    ['Europe/Berlin', '2026-11-22', '20261122T080000Z'],
    ['Europe/Berlin', '2027-06-01', '20270601T070000Z'],
    ['America/New_York', '2027-03-14', '20270314T130000Z'],
    ['America/New_York', '2027-03-13', '20270313T140000Z'],
    ['Asia/Kolkata', '2027-02-20', '20270220T033000Z'],
    ['Pacific/Auckland', '2027-02-20', '20270219T200000Z'],
    ['Pacific/Kiritimati', '2028-02-29', '20280228T190000Z'],
  ])('begins at nine in the morning in %s on %s: %s', (zone, day, start) => {
    vi.stubEnv('TZ', zone)
    expect(valueOf(calendarFile([{ ...plain, day }], made, 'abc'), 'DTSTART')).toBe(start)
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

  it('gives the same event the same id in a later file, so that a calendar changes it', () => {
    const [first, later] = [made, new Date(made.getTime() + 3_600_000)].map(time => calendarFile([plain], time, 'abc'))
    expect(valueOf(later ?? '', 'UID')).toBe(valueOf(first ?? '', 'UID'))
    expect(Number(valueOf(later ?? '', 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(first ?? '', 'SEQUENCE')))
  })

  it('has a random owner id', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{32}$/)
    expect(randomId()).not.toBe(randomId())
  })
})
