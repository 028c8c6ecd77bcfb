import type { Browser, Page } from 'playwright-core'
import type { PrintedResult } from '../../live/client/printed-result.ts'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../lib/say.ts'
import { fontFaces, htmlPage } from './handout-page.ts'
import { fontsReady } from './pdf.ts'

/** An address that exists nowhere: requests to it are answered from the built deck's folder, all others fail. */
const ORIGIN = 'http://deck.invalid'
const canvas = { width: 1280, height: 720 }

/** Keeps spaces at line ends, without which a PDF's outline joins words. */
const ownStyles = `
.print-slide-container:last-child { break-after: auto }
.print-slide-container :is(h1, h2, h3) { white-space: break-spaces }
@media screen {
  html, body { height: auto; overflow: auto }
  .print-slide-container { margin: 0 auto 24px }
}`

export interface DeckOptions {
  /** Folder of a built deck with base `/deck/`. */
  folder: string
  /** Number of slides it must show. */
  slides: number
  dark: boolean
  /** Results to print, by poll id. */
  results: Readonly<Record<string, PrintedResult>>
}

/**
 * Every slide after its last click, one below the other, as a page that needs no script, no font file and no network.
 * @throws PlainError when the deck shows fewer slides than it should, or a slide does not fit
 */
export async function frozenDeck(browser: Browser, options: DeckOptions): Promise<string> {
  const page = await browser.newPage({ viewport: canvas, colorScheme: options.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  try {
    await serveFolder(page, options.folder)
    await page.addInitScript(results => Object.assign(globalThis, { printedResults: results }), options.results)
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`${ORIGIN}/deck/print?print=true`)
    await allSlides(page, options.slides)
    await fontsReady(page)
    const { title, className, styles, body } = await page.evaluate(freeze)
    return htmlPage({ title, className, viewport: `width=${canvas.width}`, styles: `${fontFaces()}\n${styles}\n${ownStyles}`, body })
  }
  finally {
    await page.close()
  }
}

/** Answers from a folder, and with its index for every address of the deck itself. */
async function serveFolder(page: Page, folder: string): Promise<void> {
  await page.route('**', (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN || !pathname.startsWith('/deck/'))
      return route.abort()
    const file = join(folder, decodeURIComponent(pathname.slice('/deck/'.length)))
    return route.fulfill({ path: existsSync(file) && statSync(file).isFile() ? file : join(folder, 'index.html') })
  })
}

async function allSlides(page: Page, expected: number): Promise<void> {
  const shown = page.locator('.print-slide-container h1')
  const isComplete = page.waitForFunction(count => document.querySelectorAll('.print-slide-container:has(h1)').length >= count, expected, { timeout: 60_000 })
  await isComplete.catch(async () => {
    throw new PlainError(`Only ${await shown.count()} of ${expected} slides came up for printing. A slide without a heading, or one that fails to load, stops here: open the deck with npm run dev and look through it.`)
  })
}

/** Runs in the page: its present state as HTML, without scripts. Font rules are left to the caller. */
function freeze(): { title: string, className: string, styles: string, body: string } {
  document.querySelectorAll('script, link, style, noscript').forEach((element) => {
    if (element.closest('body'))
      element.remove()
  })
  // Only the drawing inside is a figure with a text of its own; the element around it is a group.
  document.querySelectorAll('figure').forEach(figure => figure.setAttribute('role', 'group'))
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  return {
    title: document.title,
    className: document.documentElement.className,
    styles: rules.filter(rule => !(rule instanceof CSSFontFaceRule)).map(rule => rule.cssText).join('\n'),
    body: document.body.innerHTML,
  }
}

/** Takes a picture of each slide of a frozen deck, half as wide as the slide, as JPEG. */
export async function picturesOf(browser: Browser, html: string): Promise<Uint8Array[]> {
  const page = await browser.newPage({ viewport: canvas, deviceScaleFactor: 0.5 })
  try {
    await page.goto(html)
    await fontsReady(page)
    await page.evaluate(() => document.documentElement.classList.remove('dark'))
    const pictures: Uint8Array[] = []
    for (const slide of await page.locator('.print-slide-container').all())
      pictures.push(await slide.screenshot({ type: 'jpeg', quality: 82 }))
    return pictures
  }
  finally {
    await page.close()
  }
}
