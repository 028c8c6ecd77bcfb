import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Length } from '../../live/domain/manifest.ts'
import type { ServeOptions } from '../../live/server/serve.ts'
import type { Room } from '../server/harness.ts'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { idsWithForm } from '../../exercises/registry.ts'
import { ensureBrowser } from '../../scripts/lib/browser.ts'
import { root } from '../../scripts/lib/paths.ts'
import { openRoom, serveOptions } from '../server/harness.ts'
import { manifest } from '../server/sample-workshop.ts'
import { expectNoSidewaysScroll, violationsOf } from './accessibility.ts'

let browser: Browser

/** Launches one browser for a test file; `phone.test` is this machine, without https, as a phone has it. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await ensureBrowser(),
      args: ['--no-sandbox', '--host-resolver-rules=MAP phone.test 127.0.0.1', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    })
  })
  afterAll(() => browser?.close())
}

/** A server of a workshop of `minutes` whose slides offer every exercise of the registry, ask a question of each kind, and only talk. */
export async function openExerciseRoom({ minutes = 90, ...changes }: Partial<ServeOptions> & { minutes?: Length } = {}): Promise<Room & { goTo: (what: string) => Promise<void>, whats: string[] }> {
  const talk = { title: 'Talk', alias: 'only-talk', section: 'switching', poll: null, exercise: null, clicks: 0 }
  const asking = manifest.slides.filter(({ poll }) => poll !== null)
  const slides = [
    talk,
    ...idsWithForm.map(id => ({ ...talk, title: id, alias: `do-${id}`, section: 'try', exercise: id })),
    ...asking.map(slide => ({ ...slide, exercise: null })),
  ].map((slide, i) => ({ ...slide, no: i + 1 }))
  const room = await openPhoneRoom({ manifest: { format: minutes, slides }, ...changes })
  const whats = ['talk', ...idsWithForm, ...asking.flatMap(({ poll }) => poll ?? [])]
  const goTo = async (what: string): Promise<void> => {
    const { no } = slides.find(slide => what === 'talk' ? slide === slides[0] : slide.exercise === what || slide.poll === what) ?? { no: 0 }
    expect((await room.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })).status).toBe(200)
  }
  return { ...room, goTo, whats }
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }
const real: Record<string, string> = { draw: 'energy-audit', sing: 'hybrid-check' }

/** The server of the other tests, with the phone page that people get and exercises that exist. */
export function openPhoneRoom(changes: Partial<ServeOptions> = {}): Promise<Room> {
  const { dirs } = serveOptions()
  const slides = manifest.slides.map(slide => ({ ...slide, exercise: real[slide.exercise ?? ''] ?? null }))
  return openRoom({ hosts: ['phone.test'], manifest: { ...manifest, slides }, dirs: { ...dirs, phone: join(root, '.cache', 'phone') }, ...changes })
}

/** A new phone: its context holds cookies and storage of its own. */
export async function newPhone(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...phone, ...options })
  context.setDefaultTimeout(20_000)
  onTestFinished(() => context.close())
  return context
}

/** Opens the page in a tab and waits until it shows what is on. */
export async function openTab(context: BrowserContext, { workshop }: Room): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`http://phone.test:${workshop.port}/`)
  await page.locator('h1:not(:text("Connecting"))').waitFor()
  return page
}

/** A room in which a question is open, and a phone that shows its form. `prepare` runs in the page before it loads. */
export async function openQuestion(slide: string, changes: Partial<ServeOptions> = {}, prepare: () => void = () => {}): Promise<{ room: Room, context: BrowserContext, page: Page }> {
  const room = await openPhoneRoom(changes)
  const context = await newPhone()
  await context.addInitScript(prepare)
  const page = await openTab(context, room)
  await room.go(slide)
  await page.locator('form').waitFor()
  return { room, context, page }
}

/** What the server has counted for a poll. */
export async function answeredOf(room: Room, poll: string): Promise<number | undefined> {
  return (await room.presenter.state('screen')).json.polls?.[poll]?.answered
}

/** Waits until the main part of the page says so. */
export async function says(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send my answer' }).click()
}

/** Sends while there is no connection, and leaves it so. */
export async function sendOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await send(page)
  await says(page, 'Not sent yet: there is no connection.')
}

/** The line on top of the page that names what is on. */
export function nowLine(page: Page): Locator {
  return page.locator('header')
}

/** Chooses something in the exercise on the page: the second option where there are two, since the first may be chosen already. */
export async function begin(page: Page): Promise<void> {
  const things = page.locator('main').locator('button, input:not([type=date])')
  await things.first().waitFor()
  await things.nth(Math.min(1, await things.count() - 1)).click()
}

/** Chooses by label and sends. */
export async function answer(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels)
    await page.getByLabel(label, { exact: true }).check()
  await send(page)
}

/** Fails on what axe finds, on more than one `h1`, and on a page wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
  expect(await page.locator('h1').count()).toBe(1)
  await expectNoSidewaysScroll(page)
}
