import type { Browser } from 'playwright-core'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser, launchOptions } from '../../scripts/lib/browser.ts'

/** One browser that prints for the tests of a file, and a folder for what it prints. Both are gone afterwards. */
export function usePrinter(name: string): { folder: string, browser: () => Browser } {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(findBrowser() ?? ''))
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, browser: () => browser }
}
