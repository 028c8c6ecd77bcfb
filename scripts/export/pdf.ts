import type { Browser, Page } from 'playwright-core'
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlainError } from '../lib/say.ts'
import { describeLinks } from './pdf-links.ts'

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4
/** Width of the text on the narrower paper: 210 mm of A4 without its margins. */
const TEXT_WIDTH = Math.floor(180 * MM)

/**
 * Prints a page of HTML on the paper that its CSS names: tagged, with an outline of its headings, and links that say where they lead.
 * @param browser prints
 * @param html file to print
 * @param pdf file to write
 * @param width of the text, in pixels
 * @throws PlainError when a font is missing or text does not fit where it stands
 */
export async function printPdf(browser: Browser, html: string, pdf: string, width = TEXT_WIDTH): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 1000 } })
  try {
    await page.emulateMedia({ media: 'print' })
    await page.goto(pathToFileURL(html).href)
    await fontsReady(page)
    const problem = await page.evaluate(clippedText)
    if (problem !== null)
      throw new PlainError(`${basename(html)}: this does not fit where it stands: “${problem}” Shorten it.`)
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    writeFileSync(pdf, describeLinks(printed, new Map(await page.evaluate(linkTexts))))
  }
  finally {
    await page.close()
  }
}

/** Runs in the page: where each link leads, and its words. */
function linkTexts(): [string, string][] {
  return [...document.querySelectorAll('a')].flatMap((link) => {
    const to = link.getAttribute('href')
    const text = (link.ariaLabel ?? link.textContent).trim().replaceAll(/\s+/g, ' ')
    return to && text ? [[to.startsWith('#') ? to : link.href, text] as [string, string]] : []
  })
}

/** Waits for the fonts of a page. @throws PlainError naming the one that cannot be loaded */
export async function fontsReady(page: Page): Promise<void> {
  const missing = await page.evaluate(async () => {
    const wanted = ['400 20px "Atkinson Hyperlegible Next"', '600 20px "Atkinson Hyperlegible Next"', '600 20px "Bricolage Grotesque"', '700 20px "Bricolage Grotesque"']
    const faces = await Promise.all(wanted.map(font => document.fonts.load(font).catch(() => [])))
    await document.fonts.ready
    return wanted.find((_, i) => faces[i]?.length === 0) ?? null
  })
  if (missing !== null)
    throw new PlainError(`The font ${missing.replace('20px ', '')} could not be loaded, so nothing was printed. Install the packages again: npm ci.`)
}

/**
 * Runs in the page: the slide, if any, and the beginning of the first text that sticks out of its slide, of a card to
 * cut, of a sheet to fold, or of the page. What cannot be seen is not measured: it takes no place on paper, and of a text that an ellipsis
 * cuts short only the box counts.
 */
function clippedText(): string | null {
  const edge = document.documentElement.clientWidth
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode
    const place = text.parentElement
    if (!place || !text.textContent?.trim() || place.closest('.heard') || !place.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue
    range.selectNodeContents(text)
    const { left, right, top, bottom } = (shortenedBy(place) ?? range).getBoundingClientRect()
    if (left === right || top === bottom)
      continue
    const box = place.closest('.print-slide-container, .cut-card, .half, .audit-form')?.getBoundingClientRect() ?? { left: 0, right: edge, top: -Infinity, bottom: Infinity }
    if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1)
      return [place.closest('.print-slide-container')?.querySelector('h1')?.textContent, text.textContent.trim().slice(0, 80)].filter(Boolean).join(': ')
  }
  return null

  /** The nearest element around that ends its text with an ellipsis where there is no more room. */
  function shortenedBy(element: Element): Element | null {
    const { overflow, textOverflow, webkitLineClamp } = getComputedStyle(element)
    if (/hidden|clip/.test(overflow) && (textOverflow === 'ellipsis' || webkitLineClamp !== 'none'))
      return element
    return element.parentElement && shortenedBy(element.parentElement)
  }
}
