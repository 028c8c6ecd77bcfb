import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { LiveState, PollState } from '../../live/domain/state.ts'
import type { ServeOptions } from '../../live/server/serve.ts'
import type { Room } from '../server/harness.ts'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { buildDecks } from '../../scripts/build/decks.ts'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { openRoom } from '../server/harness.ts'

declare global {
  interface Window {
    /** Every place this window has shown, in order, as slide and clicks: `5.0`. */
    places: string[]
    /** When it came to the last of them, by its own clock. */
    placedAt: number
  }
}

let browser: Browser
let manifest: Manifest
let dirs: ServeOptions['dirs']

/** Launches one browser for a test file and takes the built decks of 90 minutes. */
export function useDecks(): void {
  beforeAll(async () => {
    ({ manifest, dirs } = await buildDecks(90))
    browser = await chromium.launch(launchOptions(await ensureBrowser()))
  })
  afterAll(() => browser?.close())
}

/** Serves the built decks with their polls, to the phones of `phone-room.ts` too. `deck`: the folder of another length's slides. */
export function openDeckRoom({ deck, ...changes }: Partial<ServeOptions> & { deck?: string } = {}): Promise<Room> {
  return openRoom({ hosts: ['phone.test'], polls, manifest, plan: planOf(90), dirs: deck === undefined ? dirs : { ...dirs, deck }, ...changes })
}

/** Number of the slide with this alias. */
export function slideNo(alias: string): number {
  const slide = manifest.slides.find(one => one.alias === alias)
  if (!slide)
    throw new RangeError(`no slide "${alias}"`)
  return slide.no
}

/** Every slide of the built deck. */
export function slides(): Manifest['slides'] {
  return manifest.slides
}

/** A browser of its own, whose windows write down each place they show. */
export async function newBrowser(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  context.setDefaultTimeout(60_000)
  onTestFinished(() => context.close())
  await context.addInitScript(() => {
    window.places = []
    let isDue = false
    function look(): void {
      isDue = false
      const [slide, other] = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')].filter(one => one.style.display !== 'none')
      // During a transition both slides are in the page, and the address is that of the second.
      const place = slide && !other && `${slide.dataset.slidevNo}.${new URLSearchParams(location.search).get('clicks') ?? 0}`
      if (place && place !== window.places.at(-1)) {
        window.places.push(place)
        window.placedAt = performance.now()
      }
    }
    // Looks in the next frame, and only after a change: looking at every frame would cost a tenth of a core per window.
    function lookSoon(): void {
      if (!isDue)
        requestAnimationFrame(look)
      isDue = true
    }
    new MutationObserver(lookSoon).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] })
    for (const change of ['pushState', 'replaceState'] as const) {
      const changed = history[change]
      history[change] = function (this: History, ...args) {
        changed.apply(this, args)
        lookSoon()
      }
    }
  })
  return context
}

/** A window that shows a slide. */
export async function openWindow(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => window.places.length > 0)
  return page
}

/** A second window beside this page, as for a projector: a tab behind another one is drawn twice a second. */
export async function openBeside(page: Page, address: string): Promise<Page> {
  const session = await page.context().newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  const opened = page.context().waitForEvent('page')
  const { browserContextId } = targetInfo
  await (await browser.newBrowserCDPSession()).send('Target.createTarget', { url: 'about:blank', newWindow: true, ...browserContextId && { browserContextId } })
  const beside = await opened
  await beside.goto(address)
  await beside.waitForFunction(() => window.places.length > 0)
  return beside
}

/** The presenter view, by the link of the terminal. */
export async function openPresenter({ workshop }: Room): Promise<Page> {
  const page = await openWindow(await newBrowser(), await workshop.newPresenterUrl())
  await page.locator('.session-controls').waitFor()
  return page
}

/** Waits until all windows show this slide and click. */
export async function standAt(pages: Page[], slide: number, clicks = 0): Promise<void> {
  await Promise.all(pages.map(page => page.waitForFunction(place => window.places.at(-1) === place, `${slide}.${clicks}`)))
}

/** Every place a window has shown, as a number that grows along the deck: slide 5 after one click is 5.01. */
export async function placesOf(page: Page): Promise<number[]> {
  const places = await page.evaluate(() => window.places)
  return places.map((place) => {
    const [slide, clicks] = place.split('.').map(Number)
    return (slide ?? 0) + (clicks ?? 0) / 100
  })
}

/** Goes to a slide as Slidev lets one: G, its number, Enter. */
export async function jump(page: Page, slide: number): Promise<void> {
  await page.keyboard.press('g')
  const number = page.locator('#slidev-goto-dialog input:focus')
  await number.fill(String(slide))
  await number.press('Enter')
}

/** Jumps to a poll's slide and waits until it takes answers and the presenter view says so. */
export async function jumpToPoll(page: Page, alias: string): Promise<void> {
  const slide = slideNo(alias)
  const poll = polls.find(one => one.id === manifest.slides[slide - 1]?.poll)
  if (!poll)
    throw new RangeError(`slide "${alias}" asks no poll`)
  await jump(page, slide)
  await standAt([page], slide)
  await page.locator('.poll-controls', { hasText: poll.question }).locator('.phase.open').waitFor()
}

/** A room, and its presenter view at a poll that takes answers. */
export async function openPresenterAt(alias: string, changes: Parameters<typeof openDeckRoom>[0] = {}): Promise<{ room: Room, presenter: Page }> {
  const room = await openDeckRoom(changes)
  const presenter = await openPresenter(room)
  await jumpToPoll(presenter, alias)
  return { room, presenter }
}

/** Waits until another press no longer counts as the second half of a double press. */
export async function takeABreath(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.now() - window.placedAt > 600)
}

/** The state that everybody is sent. */
export async function stateOf(room: Room): Promise<LiveState> {
  return (await room.phone().state('screen')).json
}

/** The state of a poll. */
export async function pollOf(room: Room, id: string): Promise<PollState> {
  const poll = (await stateOf(room)).polls?.[id]
  if (!poll)
    throw new RangeError(`no poll "${id}"`)
  return poll
}
