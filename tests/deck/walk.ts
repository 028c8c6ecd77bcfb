import type { Browser, Page } from 'playwright-core'
import type { ManifestSlide } from '../../live/domain/manifest.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { Caller } from '../server/caller.ts'
import type { Room } from '../server/harness.ts'
import { AxeBuilder } from '@axe-core/playwright'
import { clicksOf } from '../../live/domain/poll-rules.ts'
import { installRules } from './install-rules.ts'

declare global {
  interface Window {
    axe: { run: (context: Document, options: { resultTypes: 'violations'[], rules: Record<string, { enabled: boolean }> }) => Promise<Awaited<ReturnType<AxeBuilder['analyze']>>> }
  }
}

/** Something that is wrong on a slide, after how many clicks or presses. */
export interface Finding { rule: string, slide: string, state: string, scheme: Scheme, sentence: string }
export type Scheme = 'light' | 'dark'

/** A window that follows the presenter, with its findings and the final text of each slide. */
export interface Watcher { scheme: Scheme, page: Page, findings: Finding[], words: Map<string, string> }

export const QUIET = 'no request leaves the origin, and the console stays quiet'
export const AXE = 'axe finds no violation'

/** Opens a window that records its own errors and foreign requests. */
export async function openWatcher(browser: Browser, room: Room, scheme: Scheme, viewport = { width: 1280, height: 720 }): Promise<Watcher> {
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' })
  await installRules(context)
  const page = await context.newPage()
  const findings: Finding[] = []
  const complain = (sentence: string): unknown => findings.push({ rule: QUIET, slide: new URL(page.url()).pathname, state: 'at some time', scheme, sentence })
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complain(message.text()))
  page.on('pageerror', error => complain(error.message))
  page.on('request', request => !request.url().startsWith(`${room.base}/`) && !request.url().startsWith('data:') && complain(`asks for ${request.url()}`))
  await page.goto(`${room.base}/deck/`)
  await new AxeBuilder({ page }).setLegacyMode().analyze() // leaves axe in the window for every slide to come
  return { scheme, page, findings, words: new Map() }
}

/** Takes all windows through one slide: every click, a poll that is answered, every button pressed. */
export async function walkSlide(room: Room, watchers: Watcher[], slide: ManifestSlide, poll: Poll | undefined, phones: Caller[]): Promise<void> {
  const look = async (state: string): Promise<void> => {
    await Promise.all(watchers.map(watcher => measure(watcher, slide, state)))
    if (poll)
      await askAxe(watchers, slide, state)
  }
  const total = poll ? clicksOf(poll) : Infinity
  for (let click = 0; click <= total; click++) {
    await room.presenter.send('POST', '/api/slide', { slide: slide.no, clicks: click })
    await Promise.all(watchers.map(({ page }) => arrive(page, slide.no, click)))
    if (poll)
      await Promise.all(watchers.map(({ page }) => click === 0 ? showsCount(page, 0) : page.getByText(/^Closed/).filter({ visible: true }).waitFor()))
    await look(`click ${click}`)
    if (poll && click === 0) {
      await answer(poll, phones, room)
      await Promise.all(watchers.map(({ page }) => showsCount(page, phones.length)))
      await look('answered')
    }
    if (!poll && !await hasMore(watchers))
      break
  }
  for (const { page, words } of watchers)
    words.set(slide.alias, await page.evaluate(() => window.slideWords()))
  await pressButtons(watchers, look)
  if (!poll)
    await askAxe(watchers, slide, 'at the end')
}

/** Until the window shows this place, with its fonts. */
export async function arrive(page: Page, no: number, click: number): Promise<void> {
  await page.waitForURL(url => url.pathname.endsWith(`/${no}`) && Number(url.searchParams.get('clicks') ?? 0) === click)
  await page.locator(`[data-slidev-no="${no}"] h1`).filter({ visible: true }).first().waitFor()
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** Until an open poll says how many have answered. */
function showsCount(page: Page, answered: number): Promise<void> {
  return page.locator('.answered b').filter({ hasText: new RegExp(`^${answered}$`), visible: true }).waitFor()
}

/** True when a window still hides something that a click reveals. */
async function hasMore(watchers: Watcher[]): Promise<boolean> {
  const hidden = await Promise.all(watchers.map(({ page }) => page.locator('.slidev-page:visible .slidev-vclick-hidden').count()))
  return hidden.some(count => count > 0)
}

async function pressButtons(watchers: Watcher[], look: (state: string) => Promise<unknown>): Promise<void> {
  const buttons = watchers.map(({ page }) => page.locator('.slidev-layout button').filter({ visible: true }))
  const labels = await buttons[0]?.allInnerTexts() ?? []
  for (const [i, label] of labels.entries()) {
    await Promise.all(buttons.map(button => button.nth(i).click()))
    await look(`after “${label}”`)
  }
}

async function measure({ page, scheme, findings }: Watcher, slide: ManifestSlide, state: string): Promise<void> {
  const found = await page.evaluate(() => window.measureSlide())
  findings.push(...found.map(([rule, sentence]) => ({ rule, slide: slide.alias, state, scheme, sentence })))
}

/** What a screen reader meets is the same in light and in dark; contrast is measured by a rule of our own, at every click in both. */
async function askAxe([watcher]: Watcher[], slide: ManifestSlide, state: string): Promise<void> {
  if (!watcher)
    return
  const { page, scheme, findings } = watcher
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } }))
  findings.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    ({ rule: AXE, slide: slide.alias, state, scheme, sentence: `${id}: ${html} (${failureSummary?.split('\n')[1]?.trim()})` }))))
}

/** Answers that fill a chart: every phone, the longest words, and hands where they count. One poll stays below its floor. */
async function answer(poll: Poll, phones: Caller[], room: Room): Promise<void> {
  await Promise.all(phones.map((phone, n) => phone.answer(poll.id, answerOf(poll, n))))
  if (poll.kind === 'single' || poll.kind === 'multi')
    await room.presenter.send('PUT', `/api/polls/${poll.id}/hand-count`, { counts: { [poll.options[1]?.id ?? '']: 6 } })
}

function answerOf(poll: Poll, n: number): unknown {
  switch (poll.kind) {
    case 'scale': return poll.min + n % (poll.max - poll.min + 1)
    case 'single': return poll.options[n % poll.options.length]?.id
    case 'multi': return poll.options.filter((_, i) => i % (n + 1) === 0).map(option => option.id)
    case 'words': return `${n} ${'a long answer of somebody who has seen this before '.repeat(3)}`.slice(0, Math.max(24, poll.maxLength - n * 6)).trim()
  }
}
