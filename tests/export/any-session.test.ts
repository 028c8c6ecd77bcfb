import type { Browser } from 'playwright-core'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { Poll } from '../../live/domain/polls.ts'
import type { Asking } from './any-session.ts'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formats } from '../../exercises/agenda.ts'
import { polls } from '../../exercises/polls.ts'
import { buildDeck } from '../../scripts/build/decks.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { exportDeck, exportPoster } from '../../scripts/export/kit.ts'
import { sessionResults } from '../../scripts/export/session-results.ts'
import { findBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { asked, crowds, leaveSession } from './any-session.ts'
import { pngSize, readPdf, squeezed } from './read-pdf.ts'

/** What leaves the room is told from so many answers on, whatever a poll's own floor. */
const LEAST_OUTSIDE = 5

const folder = mkdtempSync(join(tmpdir(), 'any-session-'))
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(launchOptions(findBrowser() ?? ''))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The longest deck has the most places for a poll: there every poll meets every crowd. Each other length is printed once. */
const longest = Math.max(...formats) as Manifest['format']
const sessions = [...crowds.keys()].map(n => ({ n, format: longest })).concat(formats.filter(format => format !== longest).map((format, i) => ({ n: i + 1, format })))

/** As many askings as the deck has places; session by session the polls move on, and so do the crowds. */
function askingsOf(manifest: Manifest, n: number): Asking[] {
  const places = manifest.slides.flatMap(slide => slide.poll ?? [])
  const perTurn = Math.ceil(asked.length / places.length)
  return places.map((id, i) => {
    const turn = n * perTurn + Math.floor(i / places.length)
    const poll = asked[(i + turn * places.length) % asked.length]
    const crowd = crowds[(i + n) % crowds.length] ?? 0
    if (!poll)
      throw new Error('there is no poll to ask')
    const { floor, ...rest } = poll
    const compared = 'compareWith' in rest ? { ...rest, compareWith: undefined } : rest
    return { poll: { ...compared, ...floor !== undefined && { floor }, id } as Poll, crowd, floor: Math.max(LEAST_OUTSIDE, floor ?? 0), twice: n % 2 === 1, hands: (i + n) % 3 === 0 }
  })
}

it.each(sessions)('session $n with $format minutes is printed, whatever was answered', async ({ n, format }) => {
  const manifest = await readManifest(format)
  const askings = askingsOf(manifest, n)
  const place = join(folder, `${format}-${n}`)
  mkdirSync(place)
  await leaveSession(place, 'any', manifest, askings, n % 2 === 0)
  const results = await sessionResults({ dataDir: place }, 'any')
  await exportDeck(browser, place, { folder: await buildDeck(format), slides: manifest.slides.length, dark: n % 2 === 1, results: results.shown })
  await exportPoster(browser, place, { format, paper: n % 2 === 1 ? 'letter' : 'a4' }, results)
  const { pages } = await readPdf(join(place, 'deck.pdf'))
  expect(pages).toHaveLength(manifest.slides.length)
  const year = String(new Date().getFullYear())
  for (const { poll, crowd, floor, twice, hands } of askings) {
    const page = pages[(manifest.slides.find(slide => slide.poll === poll.id)?.no ?? 0) - 1] ?? ''
    const shows = poll.kind !== 'words' || poll.show !== 'never'
    const voters = crowd >= floor ? crowd : twice && floor <= 6 ? 6 : crowd
    if (shows && voters >= floor)
      expect.soft(page, `${poll.question}, ${crowd}`).toContain(`${voters} phone`)
    else if (voters > 0 || !hands)
      expect.soft(page, `${poll.question}, ${crowd}`).not.toContain(year)
  }
  expect(readFileSync(join(place, 'deck.html'), 'utf8')).not.toMatch(/<script/)
  const poster = await readPdf(join(place, 'results.pdf'))
  expect(poster.pages).toHaveLength(1)
  expect(poster.size).toEqual(n % 2 === 1 ? [279, 432] : [297, 420])
  expect(poster.levels[0]).toBe(1)
  const told = squeezed(poster.pages[0] ?? '')
  const onPoster = askings.filter(({ poll: { id } }) => polls.some(poll => poll.id === id && !(poll.kind === 'words' && poll.show === 'never')))
  for (const { poll, crowd } of onPoster.filter(({ poll: { id } }) => results.shown[id]))
    expect.soft(told, `${poll.question}, ${crowd}`).toContain(squeezed(poll.question))
  expect(told.match(/,withheld/g)?.length ?? 0).toBe(onPoster.filter(({ poll: { id } }) => !results.shown[id]).length)
  expect(pngSize(join(place, 'results.png'))).toEqual(n % 2 === 1 ? [1584, 2448] : [1683, 2381])
}, 300_000)
