import type { Browser, Page } from 'playwright-core'
import type { PosterPlaces } from '../../handouts/poster/poster.ts'
import type { Handout } from '../../handouts/render.ts'
import type { ExportOptions } from './export-options.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlainError } from '../lib/say.ts'
import { posterPapers } from '../lib/settings.ts'
import { pageOf } from './handout-page.ts'
import { outlineOf } from './pdf-pages.ts'
import { fontsReady, printPdf } from './pdf.ts'

/** From the type size that fills a sheet with few questions to the smallest that is read at arm's length, in per cent. */
const largest = 115
const smallest = 50

/**
 * Writes `results.html`, `results.pdf` for a wall and `results.png` for a chat: the picture in the colours of the screen.
 * @param browser prints
 * @param folder to write into
 * @param render draws the poster; before its first layout without places
 * @param paper that the poster goes with
 * @throws PlainError when it does not fit on its sheet
 */
export async function printPoster(browser: Browser, folder: string, render: (places: PosterPlaces | null) => Promise<Handout>, paper: ExportOptions['paper']): Promise<void> {
  const [html, pdf] = [join(folder, 'results.html'), join(folder, 'results.pdf')]
  const page = await browser.newPage({ viewport: viewportOf(paper), deviceScaleFactor: 1.5, colorScheme: 'light' })
  try {
    writeFileSync(html, pageOf(await render(null), paper))
    await page.goto(pathToFileURL(html).href)
    await fontsReady(page)
    const fit = await fitted(page)
    if (fit === null)
      throw new PlainError('The results do not fit on one poster. Shorten the questions or the options in exercises/polls.ts.')
    writeFileSync(html, pageOf(await render(await page.evaluate(placesOf)), paper).replace('class=""', `style="--fit: ${fit / 100}"`))
    await page.goto(pathToFileURL(html).href)
    await fontsReady(page)
    await page.screenshot({ path: join(folder, 'results.png') })
  }
  finally {
    await page.close()
  }
  await printPdf(browser, html, pdf, viewportOf(paper).width)
  const { pages } = await outlineOf(pdf)
  if (pages !== 1)
    throw new PlainError(`The results take ${pages} sheets and have to fit on one. Shorten the questions or the options in exercises/polls.ts.`)
}

function viewportOf(paper: ExportOptions['paper']): { width: number, height: number } {
  const [width, height] = posterPapers[paper].map(side => side.endsWith('in') ? Number.parseFloat(side) * 96 : Number.parseFloat(side) * 96 / 25.4)
  return { width: Math.floor(width ?? 0), height: Math.floor(height ?? 0) }
}

/** Sets the largest type size at which everything fits on the sheet; null when none does. */
async function fitted(page: Page): Promise<number | null> {
  return page.evaluate(([from, to]) => {
    const sheet = document.querySelector('.poster')
    if (!sheet)
      return null
    for (let size = from; size >= to; size -= 2.5) {
      document.documentElement.style.setProperty('--fit', String(size / 100))
      if (sheet.scrollHeight <= sheet.clientHeight && sheet.scrollWidth <= sheet.clientWidth)
        return size
    }
    return null
  }, [largest, smallest] as const)
}

/** Runs in the page: where the map's stations stand. */
function placesOf(): PosterPlaces {
  const sections = [...document.querySelectorAll('.poster-section')]
  const tops = sections.map((section) => {
    const { top } = section.getBoundingClientRect()
    return Math.round(top + Math.min(44, section.clientHeight / 2))
  })
  return { tops, height: document.querySelector('.poster')?.clientHeight ?? 0 }
}
