import type { Browser, Page } from 'playwright-core'
import type { PollKind } from '../../live/domain/poll-rules.ts'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { misfitOf } from '../../live/domain/poll-fit.ts'
import { optionsOf, pollKinds } from '../../live/domain/poll-rules.ts'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { installRules } from '../deck/install-rules.ts'
import { openGallery, pollOf, show, waysToShow, wordings } from './poll-gallery.ts'

/** Every kind of poll, with few and many options in every wording, in every phase and on paper, by the rules of the deck. */

let browser: Browser
let gallery: Page

beforeAll(async () => {
  browser = await chromium.launch(launchOptions(await ensureBrowser()))
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await installRules(context)
  gallery = await openGallery(context)
})
afterAll(() => browser?.close())

const counts = [2, 8, 12] as const
/** Where fewer options fit, no more are asked for. */
function countsOf(kind: PollKind): readonly number[] {
  return counts.filter((count, i) => i === 0 || optionsOf(pollOf(kind, 'short', count)).length > optionsOf(pollOf(kind, 'short', counts[i - 1] ?? 0)).length)
}
const cases = pollKinds.flatMap(kind => countsOf(kind).flatMap(count => wordings.map(words => [kind, count, words] as const)))

it.each(cases)('a poll of kind %s with %i options, words %s, is drawn without overflow or overlap in every phase, light and dark', async (kind, count, words) => {
  const poll = pollOf(kind, words, count)
  expect(misfitOf(poll)).toBeNull()
  const found: string[] = []
  for (const [i, way] of waysToShow(poll, words).entries()) {
    // Alternates the theme, so that each phase is drawn in both over all wordings.
    const dark = (i + wordings.indexOf(words)) % 2 === 0
    await show(gallery, way, dark)
    const broken = await gallery.evaluate(() => window.measureSlide())
    found.push(...broken.map(([rule, sentence]) => `${way.name}, ${dark ? 'dark' : 'light'}: ${rule}: ${sentence}`))
  }
  expect(found).toEqual([])
})
