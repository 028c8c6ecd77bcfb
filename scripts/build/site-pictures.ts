import type { Browser, Page } from 'playwright-core'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { colourOf, favicon } from '../../setup/favicon.ts'
import { ensureBrowser, launchOptions } from '../lib/browser.ts'
import { root } from '../lib/paths.ts'
import { main, say } from '../lib/say.ts'
import { buildDeck } from './decks.ts'

/**
 * Draws the site's icons from its sign (`setup/favicon.ts`) and its share picture from the cover, into `public/`.
 * Run it with `node scripts/build/site-pictures.ts` after one of the two or a colour has changed, and commit what it draws.
 */
const icons = [
  { file: 'icon-192.png', size: 192, drawn: 1 },
  { file: 'icon-512.png', size: 512, drawn: 1 },
  // Systems may cut a circle out of this one, so the drawing stays in the middle and the background reaches the edge.
  { file: 'icon-maskable-512.png', size: 512, drawn: 0.8 },
]
/** The picture that messengers show. The cover is a little higher and is cut evenly at the top and bottom. */
const share = { file: 'share.png', width: 1200, height: 630 }

await main(async () => {
  const executable = await ensureBrowser()
  const deck = await buildDeck(90)
  const browser = await chromium.launch(launchOptions(executable))
  try {
    for (const icon of icons)
      await drawIcon(browser, icon)
    await drawCover(browser, deck)
  }
  finally {
    await browser.close()
  }
  say(`Drawn into public/: ${[...icons, share].map(({ file }) => file).join(', ')}`)
})

async function drawIcon(browser: Browser, { file, size, drawn }: typeof icons[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const paper = drawn < 1 ? colourOf('paper') : 'none'
  await page.setContent(`<style>body { margin: 0; background: ${paper} } svg { display: block; width: ${size}px; scale: ${drawn} }</style>${favicon()}`)
  await page.screenshot({ path: join(root, 'public', file), omitBackground: true })
  await page.close()
}

async function drawCover(browser: Browser, deck: string): Promise<void> {
  const height = share.width * 9 / 16
  const page = await browser.newPage({ viewport: { width: share.width, height }, colorScheme: 'light', reducedMotion: 'reduce' })
  await serveFrom(page, deck)
  await page.goto('http://deck.test/deck/1?print')
  await page.locator('.slidev-page-1 h1').waitFor()
  await page.evaluate(() => document.fonts.ready)
  // The print view asks no server; without `.on-paper` it has the colours of the screen.
  await page.evaluate(() => document.querySelectorAll('.on-paper').forEach(element => element.classList.remove('on-paper')))
  await page.screenshot({ path: join(root, 'public', share.file), animations: 'disabled', clip: { x: 0, y: Math.floor((height - share.height) / 2), width: share.width, height: share.height } })
  await page.close()
}

/** Serves the deck's files to the page without a server. */
async function serveFrom(page: Page, deck: string): Promise<void> {
  await page.route('**/*', (route) => {
    const file = join(deck, new URL(route.request().url()).pathname.replace(/^\/deck\//, ''))
    return route.fulfill({ path: statSync(file, { throwIfNoEntry: false })?.isFile() ? file : join(deck, 'index.html') })
  })
}
