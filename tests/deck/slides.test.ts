import type { Browser } from 'playwright-core'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { DeckSlide } from '../written-deck.ts'
import type { Finding } from './walk.ts'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { buildDeck, buildDecks } from '../../scripts/build/decks.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { openRoom } from '../server/harness.ts'
import { readDeck } from '../written-deck.ts'
import { claimsWith, shownFigures } from './figures.ts'
import { rules } from './page/rules.ts'
import { arrive, AXE, openWatcher, QUIET, walkSlide } from './walk.ts'

const PHONES = 12

let browser: Browser
let deck: DeckSlide[]
const walked = new Set<string>()
const findings: Finding[] = []
/** The text of each slide after its last click. */
const words = new Map<string, string>()

beforeAll(async () => {
  deck = await readDeck()
  browser = await chromium.launch(launchOptions(await ensureBrowser()))
})
afterAll(() => browser?.close())

/** Shows the slides of one length that were not shown before to two windows, and keeps what is wrong with them. */
async function walkDeck(format: Manifest['format']): Promise<void> {
  const { dirs } = await buildDecks(90)
  const manifest = await readManifest(format)
  const room = await openRoom({ polls, manifest, dirs: { ...dirs, deck: format === 90 ? dirs.deck : await buildDeck(format) } })
  const phones = await Promise.all(Array.from({ length: PHONES }, () => room.voter()))
  const watchers = [await openWatcher(browser, room, 'light'), await openWatcher(browser, room, 'dark')]
  for (const slide of manifest.slides.filter(({ alias }) => !walked.has(alias))) {
    await walkSlide(room, watchers, slide, polls.find(({ id }) => id === slide.poll), phones)
    walked.add(slide.alias)
  }
  findings.push(...watchers.flatMap(watcher => watcher.findings))
  watchers[0]?.words.forEach((text, alias) => words.set(alias, text))
  await Promise.all(watchers.map(({ page }) => page.context().close()))
}

/** Fails when a slide was not shown: otherwise no finding would mean nothing. */
function expectAllShown(): void {
  expect([...walked].toSorted()).toEqual(deck.map(slide => slide.alias).toSorted())
}

/** One line for each thing that is wrong, however many clicks and schemes show it. */
function broken(rule: string): string[] {
  const byLine = Map.groupBy(findings.filter(finding => finding.rule === rule), ({ slide, sentence }) => `${slide}: ${sentence}`)
  return [...byLine].map(([line, [first, ...others]]) => `${line} (${first?.scheme}, ${first?.state}${others.length > 0 ? ` and ${others.length} more` : ''})`)
}

it('every slide of every length is shown', async () => {
  await walkDeck(90)
  await walkDeck(45)
  await walkDeck(30)
  expectAllShown()
})

it('a projector of 1024 × 768 shows the whole slide, with nothing over it', async () => {
  const { dirs, manifest } = await buildDecks(90)
  const room = await openRoom({ polls, manifest, dirs })
  const oneOfEachLayout = [...Map.groupBy(deck.filter(slide => slide.formats.includes(90)), slide => slide.layout).values()].flatMap(([first]) => first?.alias ?? [])
  const { page } = await openWatcher(browser, room, 'light', { width: 1024, height: 768 })
  for (const { no } of manifest.slides.filter(({ alias }) => oneOfEachLayout.includes(alias))) {
    await room.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })
    await arrive(page, no, 0)
    expect(await page.evaluate(() => window.measureSlide())).toEqual([])
  }
  await page.context().close()
})

describe('at every click, in light and in dark,', () => {
  it.each([...Object.keys(rules), AXE, QUIET])('%s', (rule) => {
    expectAllShown()
    expect(broken(rule)).toEqual([])
  })
})

it('every figure stands on its slide with the kind, the grade and the limits of a claim which the slide names', () => {
  expectAllShown()
  const slides = deck.filter(slide => slide.poll === null && slide.section !== 'sources')
  const figures = slides.flatMap(({ alias, claims }) => shownFigures(words.get(alias) ?? '').map(figure => ({ alias, figure, text: words.get(alias) ?? '', claims: claimsWith(figure, claims) })))
  const bare = figures.filter(({ text, claims }) => !claims.some(({ kind, grade }) =>
    text.toLowerCase().includes(kind) && text.includes(`grade ${grade}`) && /does not show/i.test(text)))
  expect(figures.length).toBeGreaterThan(0)
  expect(bare.map(({ alias, figure }) => `${alias}: ${figure}`)).toEqual([])
})
