import type { Browser, Page } from 'playwright-core'
import type { Manifest, ManifestSlide } from '../live/domain/manifest.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { planOf } from '../exercises/agenda-plan.ts'
import { polls } from '../exercises/polls.ts'
import { serveWorkshop } from '../live/server/serve.ts'
import { buildDecks } from './build/decks.ts'
import { ensureBrowser, launchOptions } from './lib/browser.ts'
import { takeDocsPictures } from './lib/docs-pictures.ts'
import { readSettings } from './lib/options.ts'
import { root } from './lib/paths.ts'
import { main, say, since } from './lib/say.ts'

const out = join(root, '.cache/shots')
const size = { width: 1280, height: 720 }
/** Slidev stops at the last click of a slide. */
const ALL_CLICKS = 999

/** A picture of a slide after some clicks. */
interface Shot { file: string, label: string }

await main(async () => {
  const { format = 90, clicks = false, docs = false } = readSettings('shots', process.argv.slice(2), process.env)
  const executable = await ensureBrowser()
  if (docs) {
    const browser = await chromium.launch(launchOptions(executable))
    const files = await takeDocsPictures(browser).finally(() => browser.close())
    say(files.map(file => relative(root, file)).join(', '))
    return
  }
  const built = await buildDecks(format)
  const dataDir = mkdtempSync(join(tmpdir(), 'shots-'))
  const workshop = await serveWorkshop({ ...built, polls, plan: planOf(format), dataDir, fresh: true, rehearsal: true, floor: 1, host: '127.0.0.1', port: 0, wifi: null })
  const browser = await chromium.launch(launchOptions(executable))
  try {
    rmSync(out, { recursive: true, force: true })
    for (const scheme of ['light', 'dark'] as const) {
      const started = performance.now()
      const shots = await shoot(browser, workshop.port, built.manifest, scheme, clicks)
      const sheet = await contactSheet(browser, shots, scheme)
      say(`${shots.length} pictures, ${scheme}, ${since(started)}: ${relative(root, sheet)}`)
    }
  }
  finally {
    await browser.close()
    await workshop.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

async function shoot(browser: Browser, port: number, manifest: Manifest, colorScheme: 'light' | 'dark', everyClick: boolean): Promise<Shot[]> {
  const folder = join(out, colorScheme)
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage({ viewport: size, colorScheme, reducedMotion: 'reduce' })
  const shots: Shot[] = []
  const take = async ({ no, alias }: ManifestSlide, click: number | null): Promise<void> => {
    const name = `${String(no).padStart(2, '0')}-${alias}${click === null ? '' : `-${click}`}`
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file, animations: 'disabled' })
    shots.push({ file, label: name })
  }
  for (const slide of manifest.slides) {
    await open(page, port, slide, everyClick ? 0 : ALL_CLICKS)
    if (!everyClick) {
      await take(slide, null)
      continue
    }
    for (let click = 0, here = slide.no; here === slide.no; click++) {
      await take(slide, click)
      here = await forward(page)
    }
  }
  await page.close()
  return shots
}

async function open(page: Page, port: number, { no }: ManifestSlide, clicks: number): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/deck/${no}?clicks=${clicks}`)
  await page.locator(`.slidev-page-${no} h1`).first().waitFor({ timeout: 5_000 }).catch(() => say(`Slide ${no} shows no heading.`))
  await page.evaluate(() => document.fonts.ready)
}

/**
 * Steps on as the clicker does.
 * @returns the number of the slide then shown; 0 after the last
 */
async function forward(page: Page): Promise<number> {
  const before = page.url()
  await page.keyboard.press('ArrowRight')
  const moved = await page.waitForURL(url => url.href !== before, { timeout: 2_000 }).then(() => true, () => false)
  return moved ? Number(/\/deck\/(\d+)/.exec(page.url())?.[1]) : 0
}

/** All pictures on one page, as HTML and as a picture of that. */
async function contactSheet(browser: Browser, shots: Shot[], name: string): Promise<string> {
  const html = join(out, `${name}.html`)
  const figures = shots.map(({ file, label }) => `<figure><img src="${relative(out, file).replaceAll('\\', '/')}" alt=""><figcaption>${label}</figcaption></figure>`)
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><title>Slides, ${name}</title>
<style>body { margin: 16px; display: grid; grid-template-columns: repeat(5, 1fr); gap: 12px; font: 12px system-ui; background: #888 } figure { margin: 0 } img { width: 100%; display: block }</style>
${figures.join('\n')}`)
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } })
  await page.goto(pathToFileURL(html).href)
  const picture = join(out, `${name}.png`)
  await page.screenshot({ path: picture, fullPage: true })
  await page.close()
  return picture
}
