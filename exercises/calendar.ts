import type { Day } from './days.ts'
import { normaliseText } from '../live/domain/typed-text.ts'

/** Something to be reminded of on a day, at nine in the morning. */
export interface CalendarEvent {
  /** Unique within its file: lower-case words joined by hyphens. */
  id: string
  day: Day
  title: string
  /** Lines are separated by "\n". */
  notes: string
}

const hour = 9
const minutes = 15

/** A random id of letters and digits. `crypto.randomUUID` is missing on pages that came over plain http. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * An iCalendar file (RFC 5545): short events at nine in the morning, with an alarm as they start. An alarm inside
 * an all-day event is dropped by some calendars.
 * @param events what to enter, each with a day that `isDay` accepts
 * @param made when the file is made
 * @param owner what tells these events from everybody else's; a calendar that already has them changes its entries instead of doubling them
 */
export function calendarFile(events: readonly CalendarEvent[], made: Date, owner: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//The Fork//Workshop//EN',
    ...events.flatMap(({ id, day, title, notes }) => [
      'BEGIN:VEVENT',
      `UID:${owner}-${id}@the-fork`,
      `DTSTAMP:${utc(made)}`,
      `SEQUENCE:${Math.floor(made.getTime() / 60_000)}`,
      `DTSTART:${utc(clockTime(day, 0))}`,
      `DTEND:${utc(clockTime(day, minutes))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(notes)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** The file as an address that a link can download, with no server behind it. */
export function calendarLink(file: string): string {
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`
}

/**
 * Nine in the morning of the device's time zone on that day, plus some minutes. The file has it in UTC, which every
 * calendar reads alike: some take a time without a zone for UTC, and a zone's name would need its rules in the file.
 */
function clockTime(day: Day, later: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, hour, later)
}

function utc(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** TEXT as RFC 5545 section 3.3.11 writes it, without what is not seen; other control characters are not allowed there and are dropped, and half a character becomes "\uFFFD". */
function escaped(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line => normaliseText(line.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\p{Cc}/gu, sign => sign === '\t' ? ' ' : '')))
    .join('\n')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** A content line in pieces of at most 75 octets, each after the first led in by a space; no character is split. */
function folded(line: string): string {
  const octets = new TextEncoder()
  let out = ''
  let room = 75
  for (const character of line) {
    const size = octets.encode(character).length
    if (size > room) {
      out += '\r\n '
      room = 74
    }
    out += character
    room -= size
  }
  return out
}
