import { normaliseText } from '../live/domain/typed-text.ts'

/** A day of the calendar, "2026-11-22", in the time zone of whoever picks it. */
export type Day = string

/** Something that takes place on a day, without a time. */
export interface DayEvent {
  day: Day
  title: string
  /** Lines are separated by "\n". */
  notes: string
}

/** Milliseconds of a day. */
const dayLength = 86_400_000

/** The day that `now` is in, where this device is. */
export function dayOf(now: Date): Day {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)
}

/** True for a day that exists, in the years 1000 to 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text))
    return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** The day `days` later; earlier when negative. `day` must be one that `isDay` accepts. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** A day as a person reads it: "Sunday, 22 November 2026". */
export function dayText(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date)
}

/** Letters and digits nobody else has, also where `crypto.randomUUID` is missing because the page came over plain http. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * An iCalendar file (RFC 5545): whole-day events with a reminder at nine in the morning, which leave the day free.
 * @param events what to enter, each with a day that `isDay` accepts
 * @param made when the file is made
 * @param id what tells these events from all others; a calendar that already has it changes its entries instead of doubling them
 */
export function calendarFile(events: readonly DayEvent[], made: Date, id: string): string {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//The Fork//Workshop//EN',
    ...events.flatMap(({ day, title, notes }, i) => [
      'BEGIN:VEVENT',
      `UID:${id}-${i + 1}@the-fork`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(notes)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:PT9H',
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

function compact(day: Day): string {
  return day.replaceAll('-', '')
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
