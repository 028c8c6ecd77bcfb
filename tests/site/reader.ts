import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { StaticHost } from './static-host.ts'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { hostSite } from './static-host.ts'

export const laptop = { viewport: { width: 1280, height: 800 } }
export const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }

let browser: Browser
let host: StaticHost

/** Launches one browser and hosts the site for a test file. */
export function useSite(): void {
  beforeAll(async () => {
    host = await hostSite()
    browser = await chromium.launch(launchOptions(await ensureBrowser()))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
}

/** Context options that allow the service worker, which stores the whole site. */
export const installing = { serviceWorkers: 'allow' } as const

/** Resolves when everything is on the device, and nothing of the first visit is still under way. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all([navigator.serviceWorker.ready, document.fonts.ready]))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Somebody's own browser, at the root of the site or at one slide. */
export async function openReader(options: BrowserContextOptions, slide = '', url = host.url, shown = '.reading-bar'): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  context.setDefaultTimeout(20_000)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${url}${slide}`)
  await page.locator(shown).waitFor()
  return page
}

/** Goes to a slide by its address, as a bookmark does. */
export async function visit(page: Page, slide: string, url = host.url): Promise<void> {
  await page.goto(`${url}${slide}`)
  await page.locator('.reading-bar').waitFor()
}

/** Waits until the reader is at the slide of this number. */
export function at(page: Page, no: number): Promise<void> {
  return page.locator('.reading-where', { hasText: new RegExp(`^\\s*${no} of `) }).waitFor()
}

/** Leaves the slide of this number behind, through all that its clicks reveal. */
export async function turn(page: Page, no: number): Promise<void> {
  const here = page.locator('.reading-where', { hasText: new RegExp(`^\\s*${no} of `) })
  const next = page.getByRole('button', { name: 'Next' })
  while (await here.count() > 0 && await next.isEnabled())
    await page.keyboard.press('ArrowRight')
}
