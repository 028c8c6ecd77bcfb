import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { ExercisePage } from './exercise-page.ts'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { expectNoSidewaysScroll, violationsOf } from './accessibility.ts'
import { serveExercises } from './exercise-page.ts'

const phone: BrowserContextOptions = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 720 } }

export const looks = ['light', 'dark', 'slide'] as const
export type Look = typeof looks[number]

export interface TabOptions {
  /** `slide`: as wide and large as on a slide, without touch. */
  look?: Look
  /** Without touch, as wide as a desk has it. */
  isDesk?: boolean
  width?: number
  /** The browser refuses to keep anything. */
  isBlocked?: boolean
  /** Runs in the page before it loads. */
  prepare?: () => void
}

/** A tab with one exercise. */
export interface ExerciseTab {
  page: Page
  /** Every request made once the page was there. */
  sent: string[]
}

/**
 * Builds a page for each component, and launches one browser for a test file.
 * @returns what opens one in a browser context of its own, over plain http, from an address that is not localhost
 */
export function useExercises(components: Readonly<Record<string, string>>): (name: string, options?: TabOptions) => Promise<ExerciseTab> {
  let served: ExercisePage
  let browser: Browser
  beforeAll(async () => {
    served = await serveExercises(components)
    const options = launchOptions(await ensureBrowser())
    browser = await chromium.launch({ ...options, args: [...options.args ?? [], '--host-resolver-rules=MAP phone.test 127.0.0.1', '--disable-background-networking'] })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  return async (name, { look = 'light', isDesk = look === 'slide', width, isBlocked = false, prepare = () => {} } = {}) => {
    const device = isDesk ? desk : phone
    const context = await browser.newContext({ ...device, ...width !== undefined && { viewport: { width, height: 640 } }, reducedMotion: 'reduce', locale: 'en-US' })
    onTestFinished(() => context.close())
    context.setDefaultTimeout(10_000)
    await context.addInitScript(prepare)
    await context.addInitScript(({ look, isBlocked }) => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.classList.toggle('dark', look === 'dark')
        if (look === 'slide')
          document.head.append(Object.assign(document.createElement('style'), { textContent: '#phone { max-width: none; padding: 40px 88px; font-size: 26px }' }))
      })
      if (isBlocked)
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })
    }, { look, isBlocked })
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', request => request.url().startsWith('http') && sent.push(request.url()))
    await goTo(page, `http://phone.test:${served.port}/${name}`)
    expect(sent.splice(0)).toEqual([page.url()])
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    return { page, sent }
  }
}

/** Opens an exercise in this tab, and waits until it is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('main > *').first().waitFor()
}

/** Axe has nothing to say of the exercise, and at none of these widths is anything wider than the screen. */
export async function expectSound(page: Page, widths: readonly number[] = []): Promise<void> {
  expect(await violationsOf(page, 'main')).toEqual([])
  await expectNoSidewaysScroll(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 })
    await expectNoSidewaysScroll(page)
  }
}

/** Buttons, links and rows that a thumb has to hit are at least 48 px high. */
export async function expectThumbSized(page: Page): Promise<void> {
  const heights = await page.locator('main :is(button, a, select, input:not([type=radio], [type=checkbox]), label:has(input))').evaluateAll(all => all.map(one => one.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(0)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
}

/** Waits until the browser keeps as many entries and cookies of the page as this. */
export async function expectKept(page: Page, entries: number, cookies = 0): Promise<void> {
  await expect.poll(() => page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(entries)
  expect(await page.context().cookies()).toHaveLength(cookies)
}

/** Waits until the focus is on something with this text. */
export async function expectFocusOn(page: Page, text: string | RegExp): Promise<void> {
  await page.locator(':focus').filter({ hasText: text }).waitFor()
}
