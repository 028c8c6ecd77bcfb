import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Poll } from '../../live/domain/polls.ts'
import type { LiveState, PollState } from '../../live/domain/state.ts'
import type { ServeOptions, Workshop } from '../../live/server/serve.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { ensureBrowser, launchOptions } from '../../scripts/browser.ts'
import { buildDecks } from '../../scripts/decks.ts'

/** A whole workshop of ninety minutes: the presenter with two windows, a screen elsewhere, three phones, and a clicker. */

const PHONES = 3
let browser: Browser
let workshop: Workshop
let options: ServeOptions

beforeAll(async () => {
  const { dirs, manifest } = await buildDecks(90)
  options = { polls, manifest, plan: planOf(90), dirs, floor: PHONES, host: '127.0.0.1', port: 0, wifi: null, dataDir: mkdtempSync(join(tmpdir(), 'fork-')), fresh: false, rehearsal: false }
  workshop = await serveWorkshop(options)
  const { args = [], ...rest } = launchOptions(await ensureBrowser())
  browser = await chromium.launch({ ...rest, args: [...args, '--host-resolver-rules=MAP phone.test 127.0.0.1'] })
})

afterAll(async () => {
  await browser.close()
  await workshop.close()
  rmSync(options.dataDir, { recursive: true, force: true })
})

interface Place { slide: number, clicks: number }

async function state(): Promise<LiveState> {
  return (await fetch(`http://127.0.0.1:${workshop.port}/api/state?as=screen`)).json() as Promise<LiveState>
}

async function pollNow(): Promise<PollState | null> {
  const { slide, poll, polls: all } = await state()
  const id = slide && options.manifest.slides[slide.slide - 1]?.poll
  return id ? all?.[id] ?? null : poll && null
}

async function until<T>(read: () => Promise<T>, isRight: (value: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + 15_000
  let value = await read()
  while (!isRight(value)) {
    if (Date.now() > end)
      throw new Error(`${what}: still ${JSON.stringify(value)}`)
    await new Promise(resolve => setTimeout(resolve, 20))
    value = await read()
  }
  return value
}

async function window(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

function placeOf(page: Page): Place {
  const url = new URL(page.url())
  return { slide: Number(url.pathname.split('/').at(-1)), clicks: Number(url.searchParams.get('clicks') ?? 0) }
}

async function openPhone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  const phone = await window(context, `http://phone.test:${workshop.port}/`)
  expect(await phone.evaluate(() => isSecureContext)).toBe(false)
  await phone.getByRole('heading', { level: 1, name: 'You are in' }).waitFor()
  return phone
}

async function answer(phone: Page, poll: Poll, n: number): Promise<void> {
  await phone.getByRole('heading', { level: 1, name: poll.question }).waitFor()
  if (poll.kind === 'words')
    await phone.getByRole('textbox').fill(`An answer of phone ${n}`)
  else if (poll.id === 'clarity-last')
    await phone.getByRole('radio').nth(3).check({ force: true })
  else
    await phone.locator('input[name=answer]').nth(n).check({ force: true })
  await phone.getByRole('button', { name: 'Send my answer' }).tap()
  await phone.getByText('Your answer is in').waitFor()
}

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`)).toEqual([])
}

it('runs from the cover to the goodbye by the clicker alone', async () => {
  const laptop = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const elsewhere = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  const presenter = await window(laptop, workshop.presenterUrl)
  const wall = await window(laptop, `http://127.0.0.1:${workshop.port}/deck/`)
  const screen = await window(elsewhere, `http://127.0.0.1:${workshop.port}/deck/`)
  const problems: string[] = []
  for (const page of [presenter, wall, screen]) {
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', error => problems.push(String(error)))
    page.on('request', request => new URL(request.url()).hostname !== '127.0.0.1' && !request.url().startsWith('data:') && problems.push(request.url()))
  }
  await until(state, ({ slide }) => slide?.slide === 1, 'the presenter arrives')
  const phones = await Promise.all(Array.from({ length: PHONES }, openPhone))
  await until(state, now => now.phones === PHONES, 'phones join')
  await expectNoViolations(phones[0] as Page, 'phone, joined')
  await presenter.bringToFront()

  const places: Place[] = []
  let lastSlide = 0
  for (let press = 0; lastSlide < options.manifest.slides.length; press++) {
    const at = await until(async () => (await state()).slide, slide => slide !== null, 'a position')
    const now = { slide: at?.slide ?? 0, clicks: at?.clicks ?? 0 }
    for (const page of [presenter, wall, screen])
      await until(async () => placeOf(page), place => place.slide === now.slide && place.clicks === now.clicks, 'a window follows')
    places.push(now)
    if (now.slide !== lastSlide) {
      const { alias } = options.manifest.slides[now.slide - 1] ?? { alias: '' }
      await expectNoViolations(screen, `slide ${now.slide} ${alias}`)
    }
    lastSlide = now.slide

    const poll = await pollNow()
    if (poll?.phase === 'open') {
      await Promise.all(phones.map((phone, n) => answer(phone, poll.poll, n)))
      await until(pollNow, current => current?.answered === PHONES, `${poll.poll.id}: answers counted`)
      await expectNoViolations(phones[1] as Page, `phone, ${poll.poll.id} answered`)
    }
    if (poll?.phase === 'revealed') {
      expect(poll.result?.voters).toBe(PHONES)
      await phones[2]?.getByText('Look up: the result is on the screen, and here.').waitFor()
      await expectNoViolations(phones[2] as Page, `phone, ${poll.poll.id} revealed`)
      await expectNoViolations(screen, `${poll.poll.id} revealed`)
    }
    if (lastSlide === options.manifest.slides.length)
      break
    // The clicker takes presses that follow each other too fast on a poll for one.
    const before = JSON.stringify((await state()).slide)
    await until(async () => {
      await presenter.keyboard.press(press % 2 ? 'PageDown' : 'ArrowRight')
      return until(state, current => JSON.stringify(current.slide) !== before, 'a press moves').then(() => true, () => false)
    }, Boolean, 'the clicker works')
  }

  expect(places).toEqual(places.toSorted((a, b) => a.slide - b.slide || a.clicks - b.clicks))
  const { polls: all } = await state()
  expect(all?.['clarity-last']?.result).toMatchObject({ movement: { pairs: PHONES, up: PHONES, same: 0, down: 0 } })
  expect(problems).toEqual([])

  await presenter.getByRole('button', { name: 'End the session' }).click()
  await presenter.getByRole('button', { name: 'Yes' }).click()
  await Promise.all(phones.map(phone => phone.getByRole('heading', { name: 'The workshop is over' }).waitFor()))
  await expectNoViolations(phones[0] as Page, 'phone, over')
  expect(await phones[0]?.evaluate(() => localStorage.length)).toBe(0)
}, 480_000)
