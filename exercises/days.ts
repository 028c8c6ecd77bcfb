/** A day of the calendar, "2026-11-22", in the time zone of whoever picks it. */
export type Day = string

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

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength
}

/** The later one. */
export function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** This day, or the Monday after it where it falls on a weekend. */
export function workingDayFrom(day: Day): Day {
  return addDays(day, [1, 0, 0, 0, 0, 0, 2][weekdayOf(day)] ?? 0)
}

/** This day, or the Friday before it where it falls on a weekend. */
export function workingDayUpTo(day: Day): Day {
  return addDays(day, [-2, 0, 0, 0, 0, 0, -1][weekdayOf(day)] ?? 0)
}

/** A day as a person reads it: "Sunday, 22 November 2026". */
export function dayText(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date)
}

/** 0 for Sunday to 6 for Saturday. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
