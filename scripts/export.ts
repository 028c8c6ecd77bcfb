import type { Browser } from 'playwright-core'
import type { Kit } from '../handouts/kit.ts'
import type { ExportOptions } from './export-options.ts'
import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { emails } from '../exercises/facilitating-emails.ts'
import { ensureBrowser, launchOptions } from './browser.ts'
import { buildDeck } from './decks.ts'
import { frozenDeck, picturesOf } from './export-deck.ts'
import { swapIn } from './export-folder.ts'
import { handoutsOf } from './export-handouts.ts'
import { exportOptions } from './export-options.ts'
import { pageOf } from './export-page.ts'
import { slidesWithNotes } from './export-slides.ts'
import { root } from './paths.ts'
import { printPdf } from './pdf.ts'
import { main, say, since } from './say.ts'

await main(async () => {
  const options = exportOptions(process.argv.slice(2), process.env)
  const started = performance.now()
  const slides = await slidesWithNotes(options.format)
  const executable = await ensureBrowser()
  const deck = await buildDeck(options.format)
  const kit = join(root, 'dist/kit')
  await swapIn(kit, async (folder) => {
    const browser = await chromium.launch(launchOptions(executable))
    try {
      const pictures = await exportDeck(browser, folder, deck, slides.length, options)
      await exportHandouts(browser, folder, options, slides.map((slide, i) => ({ ...slide, picture: pictures[i] ?? '' })))
    }
    finally {
      await browser.close()
    }
    exportEmails(folder, options.format)
  })
  say(`Exported in ${since(started)}: ${relative(process.cwd(), kit)}/`)
})

/** Writes `deck.html` and `deck.pdf`. Resolves with a picture of each slide, as an address to put into a page. */
async function exportDeck(browser: Browser, folder: string, deck: string, slides: number, { dark }: ExportOptions): Promise<string[]> {
  const html = join(folder, 'deck.html')
  await step('deck.pdf', `${slides} slides`, async () => {
    writeFileSync(html, await frozenDeck(browser, { folder: deck, slides, dark, results: {} }))
    await printPdf(browser, html, join(folder, 'deck.pdf'))
  })
  return step('Pictures of the slides', 'for the guide', async () =>
    (await picturesOf(browser, pathToFileURL(html).href)).map(picture => `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`))
}

async function exportHandouts(browser: Browser, folder: string, { format, start, manager, paper }: ExportOptions, slides: Kit['slides']): Promise<void> {
  const handouts = await step('Handouts', `written for ${format} minutes`, () => handoutsOf({ format, start, manager, slides }))
  for (const handout of handouts) {
    await step(`${handout.name}.pdf`, paper === 'a4' ? 'A4' : 'US Letter', async () => {
      const html = join(folder, `${handout.name}.html`)
      writeFileSync(html, pageOf(handout, paper))
      await printPdf(browser, html, join(folder, `${handout.name}.pdf`))
    })
  }
}

function exportEmails(folder: string, format: ExportOptions['format']): void {
  mkdirSync(join(folder, 'emails'))
  for (const { id, when, subject, body } of emails(format))
    writeFileSync(join(folder, 'emails', `${id}.txt`), `${when}\n\nSubject: ${subject}\n\n${body}\n`)
}

/** Does something and says what it was and how long it took. */
async function step<T>(what: string, about: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  say(`${what}, ${about}, ${since(started)}`)
  return result
}
