import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureBrowser, launchOptions } from './browser.ts'
import { buildDeck, forgetDeck } from './decks.ts'
import { exportDeck, exportKit } from './export-kit.ts'
import { exportOptions } from './export-options.ts'
import { readManifest } from './manifest.ts'
import { binOf, runNode } from './run.ts'
import { main, PlainError, say, since } from './say.ts'

/** Times the export, and its deck alone beside Slidev's own exporter: the same deck and browser, each from sources. */
await main(async () => {
  const executable = await ensureBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'))
  const slides = (await readManifest(90)).slides.length
  try {
    const whole = await timed(() => exportKit(exportOptions([], {}), join(folder, 'kit')))
    const deck = await timed(() => deckAlone(executable, join(folder, 'deck'), slides))
    const slidev = await timed(() => slidevExport(executable, join(folder, 'slidev.pdf')))
    say(`\n${slides} slides, 90 minutes, each from sources`)
    say(`  npm run export, everything      ${whole}`)
    say(`  its deck.pdf and deck.html      ${deck}`)
    say(`  slidev export, the same deck    ${slidev}`)
  }
  finally {
    rmSync(folder, { recursive: true })
  }
})

async function timed(work: () => Promise<void>): Promise<string> {
  forgetDeck(90)
  const started = performance.now()
  await work()
  return since(started)
}

async function deckAlone(executable: string, folder: string, slides: number): Promise<void> {
  mkdirSync(folder)
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
  const { code, output } = await runNode(binOf('@slidev/cli', 'slidev'), ['export', 'slides.md', '--executable-path', executable, '--output', pdf], { env: { FORMAT: '90' } })
  if (code !== 0)
    throw new PlainError(`slidev export failed:\n\n${output.trim()}`)
}
