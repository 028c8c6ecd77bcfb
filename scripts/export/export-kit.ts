import type { Browser } from 'playwright-core'
import type { Kit } from '../../handouts/kit.ts'
import type { AskedExport, ExportOptions } from './export-options.ts'
import type { DeckOptions } from './frozen-deck.ts'
import type { ToldResults } from './session-results.ts'
import { Buffer } from 'node:buffer'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { emails, mailList } from '../../exercises/facilitating-emails.ts'
import { NOTICES } from '../../setup/third-party-notices.ts'
import { buildDeck } from '../build/decks.ts'
import { readManifest } from '../build/read-slides.ts'
import { ensureBrowser, launchOptions } from '../lib/browser.ts'
import { say, since } from '../lib/say.ts'
import { DEFAULT_LENGTH, lengthOf } from '../lib/session-length.ts'
import { swapIn } from '../lib/swap-in.ts'
import { frozenDeck, picturesOf } from './frozen-deck.ts'
import { handoutsOf, posterOf, printHandout } from './handouts.ts'
import { printPdf } from './pdf.ts'
import { printPoster } from './poster-pdf.ts'
import { sessionMinutes } from './session-minutes.ts'
import { sessionResults } from './session-results.ts'
import { slidesWithNotes } from './slides-with-notes.ts'

/**
 * Prints everything into `target`: the deck and the handouts, each as PDF and as the page it comes from, and the mails with
 * the list of when to send which. Nothing is left running, and a kit that was there stays until the new one is whole.
 * @throws PlainError, DefinitionError or StoreError with a sentence: then `target` is as it was
 */
export async function exportKit(asked: AskedExport, target: string): Promise<void> {
  const format = asked.format ?? (asked.session === undefined ? undefined : await lengthOf(asked, asked.session)) ?? DEFAULT_LENGTH
  const options = { ...asked, format }
  const slides = await slidesWithNotes(options.format)
  const results = options.session === undefined ? undefined : await sessionResults(options, options.session)
  const actual = results && { session: results.name, sections: await sessionMinutes(options, results.name) }
  const executable = await ensureBrowser()
  const deck = await buildDeck(options.format)
  await swapIn(target, async (folder) => {
    const browser = await chromium.launch(launchOptions(executable))
    try {
      await exportDeck(browser, folder, { folder: deck, slides: slides.length, dark: options.dark, results: results?.shown ?? {} })
      const pictures = await step('Pictures of the slides', 'for the guide', () => picturesOf(browser, pathToFileURL(join(folder, 'deck.html')).href))
      await exportHandouts(browser, folder, options, slides.map((slide, i) => ({ ...slide, picture: addressOf(pictures[i]) })), actual)
      if (results)
        await exportPoster(browser, folder, options, results)
    }
    finally {
      await browser.close()
    }
    exportEmails(folder, options)
    copyFileSync(join(deck, NOTICES), join(folder, NOTICES))
  })
}

/** Writes `deck.html` and `deck.pdf`. */
export async function exportDeck(browser: Browser, folder: string, deck: DeckOptions): Promise<void> {
  const html = join(folder, 'deck.html')
  await step('deck.pdf', `${deck.slides} slides`, async () => {
    writeFileSync(html, await frozenDeck(browser, deck))
    await printPdf(browser, html, join(folder, 'deck.pdf'))
  })
}

/** Writes what the room of a session found, as `results.pdf`, `results.png` and the page that both come from. */
export async function exportPoster(browser: Browser, folder: string, { format, paper }: Pick<ExportOptions, 'format' | 'paper'>, results: ToldResults): Promise<void> {
  const { slides } = await readManifest(format)
  await step('results.pdf and results.png', paper === 'a4' ? 'A3' : 'Tabloid', () => printPoster(browser, folder, places => posterOf(results, { format, slides }, places), paper))
}

/** A picture as an address to put into a page. */
function addressOf(jpeg: Uint8Array | undefined): string {
  return jpeg ? `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}` : ''
}

async function exportHandouts(browser: Browser, folder: string, { format, start, manager, site, paper }: ExportOptions, slides: Kit['slides'], actual: Kit['actual']): Promise<void> {
  const handouts = await step('Handouts', `written for ${format} minutes`, () => handoutsOf({ format, start, manager, site, slides, actual }))
  for (const handout of handouts)
    await step(`${handout.name}.pdf`, paper === 'a4' ? 'A4' : 'US Letter', () => printHandout(browser, folder, handout, paper))
}

function exportEmails(folder: string, { format, site }: Pick<ExportOptions, 'format' | 'site'>): void {
  mkdirSync(join(folder, 'emails'))
  writeFileSync(join(folder, 'emails', 'when-to-send.txt'), `${mailList(format)}\n`)
  for (const { id, when, subject, body } of emails(format, site))
    writeFileSync(join(folder, 'emails', `${id}.txt`), `${when}\n\nSubject: ${subject}\n\n${body}\n`)
}

/** Does something and says what it was and how long it took. */
async function step<T>(what: string, about: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  say(`${what}, ${about}, ${since(started)}`)
  return result
}
