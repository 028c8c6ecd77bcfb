import type { movements } from './any-session.ts'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { kindOf, revealOf } from '../../live/domain/poll-rules.ts'
import { buildDeck } from '../../scripts/build/decks.ts'
import { exportDeck, exportPoster } from '../../scripts/export/export-kit.ts'
import { sessionResults } from '../../scripts/export/session-results.ts'
import { leaveSession } from './any-session.ts'
import { usePrinter } from './printer.ts'
import { pngSize, readPdf, squeezed } from './read-pdf.ts'
import { planSessions } from './session-plan.ts'

/** What leaves the room is told from so many answers on, whatever a poll's own floor. */
const LEAST_OUTSIDE = 5

const { folder, browser } = usePrinter('any-session')

/** The text expected of a second asking beside its first. */
const toRead: Record<typeof movements[number]['tells'], RegExp> = {
  nothing: /^/,
  bars: /Too few phones answered both times/,
  movement: /Bars are left out.* 19 answered both times/,
  both: /^(?!.*Bars are left out).* 19 answered both times/,
}

it.each(await planSessions())('$format minutes on $paper: a session is printed, whatever was answered', async ({ format, paper, manifest, askings, isEnded, dark }) => {
  const place = join(folder, `${format}-${paper}`)
  mkdirSync(place)
  await leaveSession(place, 'any', manifest, askings, isEnded)
  const results = await sessionResults({ dataDir: place }, 'any')
  await exportDeck(browser(), place, { folder: await buildDeck(format), slides: manifest.slides.length, dark, results: results.shown })
  await exportPoster(browser(), place, { format, paper }, results)
  const { pages } = await readPdf(join(place, 'deck.pdf'))
  expect(pages).toHaveLength(manifest.slides.length)
  const year = String(new Date().getFullYear())
  for (const { poll, crowd, twice, hands, tells } of askings) {
    const floor = Math.max(LEAST_OUTSIDE, poll.floor ?? 0)
    const page = pages[(manifest.slides.find(slide => slide.poll === poll.id)?.no ?? 0) - 1] ?? ''
    const shows = revealOf(poll) !== 'never'
    const isOnlyHands = crowd === 0 && hands && kindOf(poll).noHands === undefined
    const voters = crowd >= floor || isOnlyHands ? crowd : twice && floor <= 6 ? 6 : null
    if (shows && voters !== null)
      expect.soft(page, `${poll.question}, ${crowd}`).toContain(`${voters} phone`)
    else
      expect.soft(page, `${poll.question}, ${crowd}`).not.toContain(year)
    if (tells)
      expect.soft(page, `${poll.question}, again`).toMatch(toRead[tells])
  }
  expect(readFileSync(join(place, 'deck.html'), 'utf8')).not.toMatch(/<script/)
  const poster = await readPdf(join(place, 'results.pdf'))
  expect(poster.pages).toHaveLength(1)
  expect(poster.size).toEqual(paper === 'letter' ? [279, 432] : [297, 420])
  expect(poster.levels[0]).toBe(1)
  const told = squeezed(poster.pages[0] ?? '')
  const onPoster = askings.filter(({ poll: { id } }) => polls.some(poll => poll.id === id && revealOf(poll) !== 'never'))
  for (const { poll, crowd } of onPoster.filter(({ poll: { id } }) => results.shown[id]))
    expect.soft(told, `${poll.question}, ${crowd}`).toContain(squeezed(poll.question))
  expect(told.includes('19phonesansweredbothtimes')).toBe(onPoster.some(({ tells }) => tells === 'movement' || tells === 'both'))
  expect(told.match(/,withheld/g)?.length ?? 0).toBe(onPoster.filter(({ poll: { id } }) => !results.shown[id]).length)
  expect(pngSize(join(place, 'results.png'))).toEqual(paper === 'letter' ? [1584, 2448] : [1683, 2381])
}, 300_000)
