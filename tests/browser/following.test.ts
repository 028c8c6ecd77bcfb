import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ServeOptions, Workshop } from '../../live/server/serve.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { ensureBrowser } from '../../scripts/browser.ts'
import { buildDecks } from '../../scripts/decks.ts'

declare global {
  interface Window {
    /** Every place the window has shown, in order: `5.0`. */
    places: string[]
  }
}

let browser: Browser
let options: ServeOptions
let workshop: Workshop
let contexts: BrowserContext[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  })
})
afterAll(() => browser.close())

beforeEach(async () => {
  const { dirs, manifest } = await buildDecks(90)
  options = { polls, manifest, dirs, floor: 1, host: '127.0.0.1', port: 0, wifi: null, dataDir: mkdtempSync(join(tmpdir(), 'fork-')), fresh: false, rehearsal: false }
  workshop = await serveWorkshop(options)
})
afterEach(async () => {
  await Promise.all(contexts.map(context => context.close()))
  contexts = []
  await workshop.close()
  rmSync(options.dataDir, { recursive: true, force: true })
})

const address = (path: string): string => `http://127.0.0.1:${workshop.port}${path}`
const slideOf = (alias: string): number => options.manifest.slides.find(slide => slide.alias === alias)?.no ?? 0
const pollSlide = (): number => slideOf('clarity-first')

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  contexts.push(context)
  await context.addInitScript(() => {
    window.places = []
    function look(): void {
      const slide = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')].find(one => one.style.display !== 'none')
      const clicks = new URLSearchParams(location.search).get('clicks') ?? '0'
      const place = slide && `${slide.dataset.slidevNo}.${clicks}`
      if (place && place !== window.places.at(-1))
        window.places.push(place)
      requestAnimationFrame(look)
    }
    look()
  })
  return context
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address(path))
  await page.waitForFunction(() => window.places.length > 0)
  return page
}

async function openPresenter(): Promise<{ context: BrowserContext, presenter: Page }> {
  const context = await newContext()
  const page = await context.newPage()
  await page.goto(workshop.presenterUrl)
  await page.locator('.presenter-panel .session-desk').waitFor()
  return { context, presenter: page }
}

/** Waits until all windows stand there. */
async function expectAt(pages: Page[], slide: number, clicks = 0): Promise<void> {
  await Promise.all(pages.map(page => page.waitForFunction(place => window.places.at(-1) === place, `${slide}.${clicks}`)))
}

async function serverAt(): Promise<{ slide: number, clicks: number } | null> {
  const state = await (await fetch(address('/api/state?as=screen'))).json() as { slide: { slide: number, clicks: number } | null }
  return state.slide && { slide: state.slide.slide, clicks: state.slide.clicks }
}

async function phaseOf(poll: string): Promise<string> {
  const state = await (await fetch(address('/api/state?as=screen'))).json() as { polls: Record<string, { phase: string }> }
  return state.polls[poll]?.phase ?? 'unknown'
}

/** Goes to a slide by Slidev's own dialog. */
async function jump(page: Page, slide: number): Promise<void> {
  await page.keyboard.press('g')
  const number = page.locator('#slidev-goto-dialog input:focus')
  await number.fill(String(slide))
  await number.press('Enter')
}

/** Presses the key, and once more in the very frame in which the first press shows. */
async function pressTwice(page: Page, key: string): Promise<void> {
  await page.evaluate(async (key) => {
    const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const press = (): void => ['keydown', 'keyup'].forEach(type => window.dispatchEvent(new KeyboardEvent(type, { key, code: key })))
    const before = window.places.length
    press()
    while (window.places.length === before)
      await frame()
    press()
    for (let i = 0; i < 10; i++)
      await frame()
  }, key)
}

/** A person takes this long to press again on purpose. */
async function nextPress(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => {
    const start = performance.now()
    const look = (): unknown => performance.now() - start > 450 ? resolve() : requestAnimationFrame(look)
    look()
  }))
}

const lastPlace = (page: Page): Promise<string> => page.evaluate(() => window.places.at(-1) ?? '')

/** One press, and what it leads to. */
async function stepBy(page: Page, key: string): Promise<void> {
  const before = await lastPlace(page)
  await page.keyboard.press(key)
  await page.waitForFunction(before => window.places.at(-1) !== before, before)
}

async function placesOf(page: Page): Promise<number[]> {
  return (await page.evaluate(() => window.places)).map(place => Number(place.split('.')[0]) * 100 + Number(place.split('.')[1]))
}

describe('following the presenter', () => {
  it('takes every window along without ever going back', async () => {
    const { context, presenter } = await openPresenter()
    const wall = await open(context, '/present/1')
    const screen = await open(await newContext(), '/deck/')
    const pages = [presenter, wall, screen]
    await expectAt(pages, 1)
    await presenter.keyboard.press('ArrowRight')
    await presenter.keyboard.press('PageDown')
    await presenter.keyboard.press('Space')
    while (!(await lastPlace(presenter)).startsWith(`${pollSlide()}.`))
      await stepBy(presenter, 'PageDown')
    await expectAt(pages, pollSlide())
    expect(await phaseOf('clarity-first')).toBe('open')
    await nextPress(presenter)
    await presenter.keyboard.press('PageDown')
    await expectAt(pages, pollSlide(), 1)
    for (const page of pages) {
      const places = await placesOf(page)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    expect(await phaseOf('clarity-first')).toBe('revealed')
  })

  it('lets any of the presenter’s windows lead', async () => {
    const { context, presenter } = await openPresenter()
    const wall = await open(context, '/present/1')
    const screen = await open(await newContext(), '/deck/')
    await wall.bringToFront()
    await wall.keyboard.press('ArrowDown')
    await expectAt([presenter, wall, screen], 2)
    await presenter.keyboard.press('PageUp')
    await expectAt([presenter, wall, screen], 1)
    expect(await placesOf(wall)).toEqual([100, 200, 100])
    expect(await placesOf(presenter)).toEqual([100, 200, 100])
  })

  it('opens a poll reached from behind, at its question', async () => {
    const { presenter } = await openPresenter()
    const screen = await open(await newContext(), '/deck/')
    const sent: { clicks: number }[] = []
    presenter.on('request', request => request.url().endsWith('/api/slide') && sent.push(request.postDataJSON() as { clicks: number }))
    await jump(presenter, pollSlide() + 1)
    await expectAt([presenter, screen], pollSlide() + 1)
    await presenter.keyboard.press('PageUp')
    await expectAt([presenter, screen], pollSlide())
    expect(await phaseOf('clarity-first')).toBe('open')
    expect(Math.max(...sent.map(({ clicks }) => clicks))).toBeLessThanOrEqual(1)
  })

  it('brings a new presenter window to where the room is', async () => {
    const { context, presenter } = await openPresenter()
    const screen = await open(await newContext(), '/deck/')
    await jump(presenter, 3)
    await expectAt([presenter, screen], 3)
    const second = await open(context, '/present/presenter/1')
    await expectAt([second], 3)
    expect(await serverAt()).toEqual({ slide: 3, clicks: 0 })
    expect((await placesOf(screen)).at(-1)).toBe(300)
  })

  it('pauses for a viewer’s own keys and resumes by the button, and a viewer moves nobody', async () => {
    const { presenter } = await openPresenter()
    const screen = await open(await newContext(), '/deck/')
    const sent: string[] = []
    screen.on('request', request => request.method() !== 'GET' && sent.push(request.url()))
    await jump(presenter, 2)
    await expectAt([presenter, screen], 2)
    await screen.keyboard.press('ArrowLeft')
    await expectAt([screen], 1)
    await jump(presenter, pollSlide())
    await expectAt([presenter], pollSlide())
    await screen.getByRole('button', { name: 'Follow the presenter' }).click()
    await expectAt([screen], pollSlide())
    await presenter.keyboard.press('Shift+ArrowRight')
    await expectAt([presenter, screen], pollSlide() + 1)
    expect(await screen.getByRole('button', { name: 'Follow the presenter' }).count()).toBe(0)
    expect(await placesOf(screen)).toEqual([100, 200, 100, pollSlide() * 100, pollSlide() * 100 + 100])
    expect(sent).toEqual([])
    const forged = await fetch(address('/api/slide'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"slide":1,"clicks":0}' })
    expect(forged.status).toBe(401)
    expect(await serverAt()).toEqual({ slide: pollSlide() + 1, clicks: 0 })
  })

  it('goes on where the presenter went while the server was away', async () => {
    const { context, presenter } = await openPresenter()
    const wall = await open(context, '/present/1')
    const screen = await open(await newContext(), '/deck/')
    await expectAt([presenter, wall, screen], 1)
    const { port } = workshop
    await workshop.close()
    await presenter.getByText('Connection to the server lost').waitFor()
    await presenter.keyboard.press('PageDown')
    await expectAt([presenter], 2)
    workshop = await serveWorkshop({ ...options, port })
    await expectAt([presenter, wall, screen], 2)
    expect(await serverAt()).toEqual({ slide: 2, clicks: 0 })
    expect(await placesOf(presenter)).toEqual([100, 200])
  })
})

describe('the clicker', () => {
  it('works after a button was pressed with the mouse, and from a field', async () => {
    const { presenter } = await openPresenter()
    await presenter.getByRole('button', { name: 'Keys' }).click()
    await presenter.keyboard.press('PageDown')
    await expectAt([presenter], 2)
    await presenter.getByRole('button', { name: 'Keys' }).click()
    await presenter.keyboard.press('ArrowRight')
    await expectAt([presenter], 3)
    await jump(presenter, pollSlide())
    await presenter.locator('.hand-count input').first().fill('2')
    await nextPress(presenter)
    await presenter.keyboard.press('PageDown')
    await expectAt([presenter], pollSlide(), 1)
  })

  it('takes a double press for one on a poll: it is not closed as it opens, nor left as it is revealed', async () => {
    const { presenter } = await openPresenter()
    await jump(presenter, pollSlide() - 1)
    await expectAt([presenter], pollSlide() - 1)
    await pressTwice(presenter, 'PageDown')
    await expectAt([presenter], pollSlide(), 0)
    expect(await phaseOf('clarity-first')).toBe('open')
    await nextPress(presenter)
    await pressTwice(presenter, 'PageDown')
    await expectAt([presenter], pollSlide(), 1)
    await nextPress(presenter)
    await presenter.keyboard.press('PageDown')
    await expectAt([presenter], pollSlide() + 1)
  })

  it('moves once for a key that is held down', async () => {
    const { presenter } = await openPresenter()
    await jump(presenter, pollSlide() - 1)
    await expectAt([presenter], pollSlide() - 1)
    for (let i = 0; i < 20; i++)
      await presenter.keyboard.down('PageDown')
    await nextPress(presenter)
    await presenter.keyboard.up('PageDown')
    await expectAt([presenter], pollSlide(), 0)
  })
})
