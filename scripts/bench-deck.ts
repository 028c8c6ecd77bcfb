import type { Browser } from 'playwright-core'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { constants, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { planOf } from '../exercises/agenda-plan.ts'
import { polls } from '../exercises/polls.ts'
import { serveWorkshop } from '../live/server/serve.ts'
import { buildDecks } from './build/decks.ts'
import { readSlides } from './build/read-slides.ts'
import { ensureBrowser, launchOptions } from './lib/browser.ts'
import { root } from './lib/paths.ts'
import { binOf, runNode } from './lib/run.ts'
import { main, PlainError, say } from './lib/say.ts'

/** Loads the first slide of this deck and of a bare Slidev deck of the same version, and compares what came over the line. */

/** Limit of the ratio to the bytes of a bare deck. */
const LIMIT = 1.145
/** The first view counts as complete after this long without a request. Slidev fetches the other slides after three seconds. */
const QUIET_MS = 1_000
const BARE = '---\nfonts:\n  provider: none\nfavicon: /favicon.svg\n---\n\n# A bare deck\n'

interface Loaded { name: string, bytes: number, font: boolean }

await main(async () => {
  await readSlides()
  const folder = mkdtempSync(join(tmpdir(), 'bench-deck-'))
  const browser = await chromium.launch(launchOptions(await ensureBrowser()))
  try {
    const bare = await loadBare(browser, join(folder, 'bare'))
    const own = await loadOwn(browser, join(folder, 'data'))
    const ratio = bytesOf(own) / bytesOf(bare)
    say('First view, gzip, without fonts:')
    say(`  a bare Slidev deck  ${kilobytes(bytesOf(bare))}`)
    say(`  this deck           ${kilobytes(bytesOf(own))}`)
    say(`  ratio               ${ratio.toFixed(3)}, at most ${LIMIT}`)
    say('\nWhat this deck loads:')
    for (const { name, bytes, font } of own.toSorted((a, b) => b.bytes - a.bytes))
      say(`  ${kilobytes(bytes).padStart(9)}  ${name}${font ? '  (font, not counted)' : ''}`)
    if (ratio > LIMIT)
      throw new PlainError(`The first view is ${ratio.toFixed(3)} times a bare deck, over ${LIMIT}. See above what it loads.`)
  }
  finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Builds and loads a plain Slidev deck of one slide. */
async function loadBare(browser: Browser, folder: string): Promise<Loaded[]> {
  mkdirSync(join(folder, 'public'), { recursive: true })
  writeFileSync(join(folder, 'slides.md'), BARE)
  writeFileSync(join(folder, 'public/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const { code, output } = await runNode(binOf('@slidev/cli', 'slidev'), ['build', join(folder, 'slides.md'), '--without-notes'])
  if (code !== 0)
    throw new PlainError(`The bare deck could not be built:\n\n${output.trim()}`)
  const server = await preview({ root: folder, configFile: false, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  try {
    return await firstView(browser, server.resolvedUrls?.local[0] ?? '')
  }
  finally {
    await server.close()
  }
}

async function loadOwn(browser: Browser, dataDir: string): Promise<Loaded[]> {
  const workshop = await serveWorkshop({ ...await buildDecks(90), polls, plan: planOf(90), dataDir, fresh: true, rehearsal: true, floor: 1, host: '127.0.0.1', port: 0, wifi: null })
  try {
    return await firstView(browser, `http://127.0.0.1:${workshop.port}/deck/`)
  }
  finally {
    await workshop.close()
  }
}

/** The responses until the first slide is shown and no more come, without the live session's. */
async function firstView(browser: Browser, url: string): Promise<Loaded[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const loading: Promise<Loaded>[] = []
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname
    if (response.ok() && !name.startsWith('/api/'))
      loading.push(response.body().then((body: Uint8Array) => ({ name, bytes: transferred(body, name), font: /\.woff2?$/.test(name) })))
  })
  await page.goto(url)
  await page.locator('.slidev-layout h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  for (let known = -1; known < loading.length;) {
    known = loading.length
    await wait(QUIET_MS)
  }
  const loaded = await Promise.all(loading)
  await page.close()
  return loaded
}

/** The bytes that travel: text in gzip, pictures and fonts as they are. */
function transferred(body: Uint8Array, name: string): number {
  return /\.(?:woff2?|png|jpg|webp)$/.test(name) ? body.length : gzipSync(body, { level: constants.Z_BEST_COMPRESSION }).length
}

function bytesOf(loaded: Loaded[]): number {
  return loaded.filter(({ font }) => !font).reduce((sum, { bytes }) => sum + bytes, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
