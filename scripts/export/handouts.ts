import type { Browser } from 'playwright-core'
import type { Plugin } from 'vite'
import type { Kit } from '../../handouts/kit.ts'
import type { Handout, renderPoster } from '../../handouts/render.ts'
import type { ExportOptions } from './export-options.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { runnerImport } from 'vite'
import { root } from '../lib/paths.ts'
import { PlainError } from '../lib/say.ts'
import { pageOf } from './handout-page.ts'
import { outlineOf, withPageNumbers } from './pdf-pages.ts'
import { printPdf } from './pdf.ts'

/** The most pages that a handout may take, and what to shorten where it takes more. */
const limits: Partial<Record<Handout['name'], { what: string, most: 1 | 2, shorten: string }>> = {
  'pocket-sheet': { what: 'pocket sheet', most: 2, shorten: 'the questions, the cuts or the manager\'s sheet' },
  'sponsor-page': { what: 'sponsor page', most: 1, shorten: 'exercises/sponsor.ts' },
}

/** Writes a handout as a page and as a PDF: twice where it names its own pages, since only print knows their numbers. */
export async function printHandout(browser: Browser, folder: string, handout: Handout, paper: ExportOptions['paper']): Promise<void> {
  const [html, pdf] = [join(folder, `${handout.name}.html`), join(folder, `${handout.name}.pdf`)]
  const page = pageOf(handout, paper)
  writeFileSync(html, page)
  await printPdf(browser, html, pdf)
  const { headings, pages } = await outlineOf(pdf)
  const limit = limits[handout.name]
  if (limit && pages > limit.most)
    throw new PlainError(`The ${limit.what} takes ${pages} pages and has to fit on one ${limit.most === 1 ? 'side of a sheet' : 'sheet, front and back'}. Shorten ${limit.shorten}.`)
  const numbered = withPageNumbers(page, headings)
  if (numbered === page)
    return
  writeFileSync(html, numbered)
  await printPdf(browser, html, pdf)
}

/** Leaves out the styles of components: a handout brings its own. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: id => id.includes('&type=style&') ? '\0no-style' : undefined,
  load: id => id === '\0no-style' ? '' : undefined,
}

/** Renders the handouts of a kit in this process: Vite compiles their components, nothing is served. */
export async function handoutsOf(kit: Kit): Promise<Handout[]> {
  return (await renderers()).renderHandouts(kit)
}

/** Renders the poster of a session's results. */
export async function posterOf(...of: Parameters<typeof renderPoster>): Promise<Handout> {
  return (await renderers()).renderPoster(...of)
}

/** Renders the sheets that the site has as pages of their own. */
export async function siteSheetsOf(): Promise<Handout[]> {
  return (await renderers()).renderSiteSheets()
}

async function renderers(): Promise<typeof import('../../handouts/render.ts')> {
  const { module } = await runnerImport<typeof import('../../handouts/render.ts')>('/handouts/render.ts', { root, configFile: false, logLevel: 'error', plugins: [vue(), withoutStyles] })
  return module
}
