import type { Locator } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { dayOf } from '../../exercises/days.ts'

/** Follows a link that holds a calendar file, by tap or with Enter, and reads the file with its folded lines joined. */
export async function calendarOf(link: Locator, how: 'tap' | 'Enter' = 'tap'): Promise<string> {
  const [download] = await Promise.all([link.page().waitForEvent('download'), how === 'tap' ? link.tap() : link.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.ics$/)
  return (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '')
}

/** Title and day of each entry of a file, the day in the zone of the browser, where each begins at nine. */
export function entries(file: string): [title: string, day: string][] {
  return file.split('BEGIN:VEVENT').slice(1).map((event) => {
    const [, y = '', m = '', d = '', h = '', min = ''] = /DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z/.exec(event) ?? []
    const start = new Date(`${y}-${m}-${d}T${h}:${min}:00Z`)
    expect([start.getHours(), start.getMinutes()]).toEqual([9, 0])
    return [/SUMMARY:.*/.exec(event)?.[0] ?? '', dayOf(start)]
  })
}
