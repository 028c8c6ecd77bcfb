import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ExercisePage } from './exercise-page.ts'
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ensureBrowser, launchOptions } from '../../scripts/browser.ts'
import { serveExercises } from './exercise-page.ts'

let server: ExercisePage
let browser: Browser
let context: BrowserContext
let requests: string[]

beforeAll(async () => {
  server = await serveExercises({
    sort: 'components/sort/SortCards.vue',
    trial: 'components/trial/TrialCard.vue',
    forecast: 'components/forecast/SealedForecast.vue',
  })
  const options = launchOptions(await ensureBrowser())
  browser = await chromium.launch({ ...options, args: [...options.args ?? [], '--host-resolver-rules=MAP phone.test 127.0.0.1'] })
})

afterEach(() => context.close())

afterAll(async () => {
  await browser.close()
  await server.close()
})

/** A page as a phone in the room opens it: over plain http, from an address that is not localhost. */
async function open(name: string, { dark = false, width = 360, blocked = false } = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width, height: 640 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce', locale: 'en-US' })
  requests = []
  await context.addInitScript(({ dark, blocked }) => {
    addEventListener('DOMContentLoaded', () => document.documentElement.classList.toggle('dark', dark))
    if (blocked)
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })
  }, { dark, blocked })
  const page = await context.newPage()
  page.on('request', request => requests.push(request.url()))
  await page.goto(`http://phone.test:${server.port}/${name}`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  return page
}

/** Axe has nothing to say, and nothing is wider than the screen. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

/** Buttons, links and rows that a thumb has to hit are at least 48 px high. */
async function expectThumbSized(page: Page): Promise<void> {
  const heights = await page.locator('main :is(button, a, select, input:not([type=radio]), label:has(input))').evaluateAll(all => all.map(one => one.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
}

function expectOneRequest(page: Page): void {
  expect(requests).toEqual([page.url()])
}

async function kept(page: Page): Promise<[entries: number, cookies: number]> {
  return [await page.evaluate(() => localStorage.length + sessionStorage.length), (await context.cookies()).length]
}

/** Follows the link that holds a calendar file, by tap or with Enter, and reads the file with its folded lines joined. */
async function calendar(page: Page, how: 'tap' | 'Enter'): Promise<string> {
  const link = page.locator('main a[download]')
  const [download] = await Promise.all([page.waitForEvent('download'), how === 'tap' ? link.tap() : link.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.ics$/)
  return (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '')
}

/** Presses Tab until something that matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted), selector))
      return
  }
  throw new Error(`Tab never reached ${selector}.`)
}

describe('sort the work', () => {
  const put = '.sort-put'

  it.each([false, true])('by touch, dark: %s', async (dark) => {
    const page = await open('sort', { dark })
    await expectSound(page)
    await expectThumbSized(page)
    for (let i = 0; i < 14; i++)
      await page.locator(put).nth(i % 3).tap()
    await expectSound(page)
    await expectThumbSized(page)
    expect(await page.locator('main h1').textContent()).toBe('All on the table. No pile is the right one.')
    expect(await page.locator('.sort-pile.lead li').count()).toBe(5)
    await page.locator('.sort-pile.lead li button').first().tap()
    expect(await page.locator('.sort-progress').textContent()).toContain('13 of 14')
    await page.locator('[data-pile=depends] button').first().tap()
    expect(await page.locator('.sort-pile.depends li').count()).toBe(5)
    expectOneRequest(page)
    expect(await kept(page)).toEqual([0, 0])
  })

  it('by drag: onto a pile it lies there, beside one it comes back', async () => {
    const page = await open('sort')
    const text = await page.locator('.sort-hand').textContent()
    async function drag(to: { x: number, y: number }): Promise<void> {
      const from = await page.locator('.sort-hand').boundingBox()
      await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 40)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 5 })
      await page.mouse.up()
    }
    await drag({ x: 180, y: 5 })
    expect(await page.locator('.sort-hand').textContent()).toBe(text)
    const lead = await page.locator('[data-pile=lead]').boundingBox()
    await drag({ x: (lead?.x ?? 0) + 60, y: (lead?.y ?? 0) + 20 })
    expect(await page.locator('.sort-hand').textContent()).not.toBe(text)
    expect(await page.locator('[data-pile=lead] li').textContent()).toBe(text)
  })

  it('by keyboard only: each card is said, the last one leads to the end', async () => {
    const page = await open('sort')
    await tabTo(page, '[data-pile=lead] button')
    for (let i = 13; i >= 0; i--) {
      await page.keyboard.press('Enter')
      expect(await page.locator('[role=status]').textContent()).toContain(i === 0 ? 'That was the last card.' : `${i} to go. Next: `)
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('All on the table')
    await tabTo(page, '.sort-quiet')
    await page.keyboard.press('Enter')
    expect(await page.locator('.sort-progress').textContent()).toContain('0 of 14')
    expectOneRequest(page)
  })
})

describe('try it first', () => {
  it.each([false, true])('by touch, dark: %s', async (dark) => {
    const page = await open('trial', { dark, width: 320 })
    await expectSound(page)
    await page.getByText('Systems', { exact: true }).tap()
    await page.getByText('Hunt the oldest open fault').tap()
    await expectSound(page)
    await expectThumbSized(page)
    await page.getByText('Write my card').tap()
    await page.getByText('Make my three dates').tap()
    expect(await page.locator('[aria-invalid=true]').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await expectSound(page)
    await expectThumbSized(page)
    await page.getByLabel('Who has to say yes?').fill('Grace, on Monday')
    await page.getByLabel('First day').fill('2026-11-30')
    await page.getByLabel('What would make you say no?').fill('I look for meetings to escape to')
    await page.getByText('Make my three dates').tap()
    await expectSound(page)
    const file = await calendar(page, 'tap')
    expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['DTSTART;VALUE=DATE:20261130', 'DTSTART;VALUE=DATE:20261214', 'DTSTART;VALUE=DATE:20261227'])
    expect(file).toContain('SUMMARY:Trial starts: Hunt the oldest open fault')
    expect(file).toContain('Said yes: Grace\\, on Monday')
    expectOneRequest(page)
  })

  it('by keyboard only, with a trial of one\'s own', async () => {
    const page = await open('trial')
    await tabTo(page, '.trial-entry input')
    await page.keyboard.press('ArrowUp')
    await tabTo(page, 'button.main')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your trial card')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Plan the offsite')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada')
    await page.keyboard.press('Tab')
    await page.keyboard.type('11302026')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Plan the offsite')
    await tabTo(page, 'a[download]')
    expect(await calendar(page, 'Enter')).toContain('SUMMARY:Trial ends: Plan the offsite')
    expectOneRequest(page)
  })

  it('is there again after a reload, until it is deleted', async () => {
    const page = await open('trial')
    await page.getByText('Mentor one junior').tap()
    await page.getByText('Write my card').tap()
    await page.getByLabel('Who has to say yes?').fill('Ada')
    await page.getByLabel('First day').fill('2026-11-30')
    await page.reload()
    expect(await page.getByLabel('Who has to say yes?').inputValue()).toBe('Ada')
    expect(await page.getByLabel('What will you do?').inputValue()).toBe('Mentor one junior')
    await page.getByText('Make my three dates').tap()
    await page.getByText('Delete it here').tap()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Which piece of work')
    expect(await kept(page)).toEqual([0, 0])
  })

  it('follows a second tab', async () => {
    const page = await open('trial')
    const second = await context.newPage()
    await second.goto(page.url())
    await second.getByText('Mentor one junior').tap()
    await second.getByText('Write my card').tap()
    await page.getByLabel('Who has to say yes?').fill('Ada')
    await second.locator('input').nth(1).waitFor()
    await expect.poll(() => second.getByLabel('Who has to say yes?').inputValue()).toBe('Ada')
  })

  it('works where the browser refuses to keep anything, and says so', async () => {
    const page = await open('trial', { blocked: true })
    await page.getByText('One of my own').tap()
    await page.getByText('Write my card').tap()
    expect(await page.locator('main').textContent()).toContain('This browser keeps nothing')
    await page.getByLabel('What will you do?').fill('Own the on-call rota')
    await page.getByLabel('Who has to say yes?').fill('Ada')
    await page.getByLabel('First day').fill('2026-11-30')
    await page.getByText('Make my three dates').tap()
    expect(await calendar(page, 'tap')).toContain('Trial starts: Own the on-call rota')
  })
})

describe('sealed forecast', () => {
  it.each([false, true])('by touch, with the forecast inside, dark: %s', async (dark) => {
    const page = await open('forecast', { dark, width: 320 })
    await expectSound(page)
    await expectThumbSized(page)
    expect(await page.locator('a[download]').count()).toBe(0)
    await page.getByText('More gain than drain').tap()
    await page.getByLabel('Why?').fill('I like the puzzle; I will miss the quiet')
    await expectSound(page)
    const file = await calendar(page, 'tap')
    expect(file).toContain('+1 More gain than drain\\nBecause: I like the puzzle\\; I will miss the quiet')
    const opens = await page.getByLabel('Open it on').inputValue()
    expect(file).toContain(`DTSTART;VALUE=DATE:${opens.replaceAll('-', '')}`)
    expectOneRequest(page)
    expect(await kept(page)).toEqual([0, 0])
    await page.reload()
    expect(await page.getByLabel('Why?').inputValue()).toBe('')
    expect(await page.locator('input:checked').count()).toBe(1)
  })

  it('by keyboard only, as a bare reminder that says nothing of what was typed', async () => {
    const page = await open('forecast')
    await tabTo(page, 'input[value="-2"]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'textarea')
    await page.keyboard.type('A secret')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'a[download]')
    await expectSound(page)
    const file = await calendar(page, 'Enter')
    expect(file).toContain('in the envelope')
    expect(file).not.toMatch(/A secret|−\d More/)
    expectOneRequest(page)
  })

  it.each(['', '2027-03-01'])('opens on the day one chooses: %j', async (day) => {
    const page = await open('forecast')
    await page.getByText('On paper').tap()
    await page.getByLabel('Open it on').fill(day)
    if (day === '')
      expect(await page.locator('main').textContent()).toContain('Choose the day to open it')
    else
      expect(await calendar(page, 'tap')).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`)
  })
})
