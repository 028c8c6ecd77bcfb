const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** An instant as the clock on the wall shows it, from 00:00 to 23:59, whatever the browser's language. */
export function clockTime(instant: number | string): string {
  return time.format(new Date(instant))
}
