import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildDeck, forgetDeck } from './build/decks.ts'
import { readManifest } from './build/read-slides.ts'
import { exportDeck, exportKit } from './export/export-kit.ts'
import { exportOptions } from './export/export-options.ts'
import { ensureBrowser, launchOptions } from './lib/browser.ts'
import { binOf, runNode } from './lib/run.ts'
import { main, PlainError, say } from './lib/say.ts'

/** An odd number, for the median. Runs are interleaved, so that a busy machine slows all alike. */
const ROUNDS = 3

/** Times the export, and its deck alone beside Slidev's own exporter: the same deck and browser, each from sources. */
await main(async () => {
  const executable = await ensureBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'))
  const slides = (await readManifest(90)).slides.length
  try {
    const times: Record<'whole' | 'deck' | 'slidev', number[]> = { whole: [], deck: [], slidev: [] }
    for (let round = 1; round <= ROUNDS; round++) {
      say(`\nRound ${round} of ${ROUNDS}`)
      times.whole.push(await timed(() => exportKit(exportOptions([], {}), join(folder, 'kit'))))
      times.deck.push(await timed(() => deckAlone(executable, join(folder, 'deck'), slides)))
      times.slidev.push(await timed(() => slidevExport(executable, join(folder, 'slidev.pdf'))))
    }
    say(`\n${slides} slides, 90 minutes, from sources: the middle of ${ROUNDS} rounds, and all of them`)
    say(`  npm run export, everything      ${spread(times.whole)}`)
    say(`  its deck.pdf and deck.html      ${spread(times.deck)}`)
    say(`  slidev export, the same deck    ${spread(times.slidev)}`)
  }
  finally {
    rmSync(folder, { recursive: true })
  }
})

/** Seconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  forgetDeck(90)
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function spread(seconds: readonly number[]): string {
  const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN
  return `${middle.toFixed(1)} s   (${seconds.map(one => one.toFixed(1)).join(', ')})`
}

async function deckAlone(executable: string, folder: string, slides: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const built = await buildDeck(90)
  const browser = await chromium.launch(launchOptions(executable))
  try {
    await exportDeck(browser, folder, { folder: built, slides, dark: false, results: {} })
  }
  finally {
    await browser.close()
  }
}

async function slidevExport(executable: string, pdf: string): Promise<void> {
  const { code, output } = await runNode(binOf('@slidev/cli', 'slidev'), ['export', 'slides.md', '--executable-path', executable, '--output', pdf], { env: { FORK_FORMAT: '90' } })
  if (code !== 0)
    throw new PlainError(`slidev export failed:\n\n${output.trim()}`)
}
