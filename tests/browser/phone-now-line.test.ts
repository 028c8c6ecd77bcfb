import type { Page } from 'playwright-core'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formOf, idsWithForm } from '../../exercises/registry.ts'
import { workshopFormats } from '../../exercises/sections.ts'
import { cardsFor } from '../../exercises/sort-the-work/cards.ts'
import { root } from '../../scripts/lib/paths.ts'
import { polls } from '../server/sample-workshop.ts'
import { expectNoSidewaysScroll } from './accessibility.ts'
import { answer, begin, expectAccessible, newPhone, nowLine, openExerciseRoom, openPhoneRoom, openTab, says, useBrowser } from './phone-room.ts'

useBrowser()

const ids: string[] = idsWithForm

/** The name by which the line on top links to something else. */
function nameOf(what: string): string {
  return polls.find(({ id }) => id === what)?.question ?? formOf(what)?.title ?? 'Switching costs'
}

/** Waits until the main part shows it. */
async function shows(page: Page, what: string): Promise<void> {
  const text = what === 'talk' ? 'Nothing to answer right now' : formOf(what) ? `${nameOf(what)} · ` : nameOf(what)
  await page.locator('main').getByText(text).first().waitFor()
  await page.locator('header p').waitFor()
}

async function inSight(page: Page): Promise<boolean> {
  const box = await nowLine(page).boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)
}

function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => !/undelivered|last-session|drafts/.test(key))))
}

it.each(workshopFormats.filter(format => cardsFor(format).length > 0))('at %i minutes a phone sorts as many cards as the workbook has', async (minutes) => {
  const room = await openExerciseRoom({ minutes })
  const page = await openTab(await newPhone(), room)
  await room.goTo('sort-the-work')
  await page.getByText(`0 of ${cardsFor(minutes).length} sorted`).waitFor()
})

describe('a phone with an exercise begun', () => {
  it.each(ids)('%s: shows whatever else is on, even at the bottom of the page, one tap away, and keeps the work', async (own) => {
    const room = await openExerciseRoom()
    const page = await openTab(await newPhone(), room)
    for (const id of ids)
      await room.goTo(id)
    await room.goTo(own)
    await shows(page, own)
    await begin(page)
    const work = await stored(page)
    expect(work).not.toEqual({})
    for (const what of room.whats.filter(other => other !== own)) {
      await room.goTo(what)
      const way = page.getByRole('link', { name: nameOf(what) }).and(page.locator('header a'))
      await way.waitFor()
      await page.locator('main').getByText(`${nameOf(own)} · `).first().waitFor()
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      expect(await inSight(page)).toBe(true)
      await way.tap()
      await shows(page, what)
      expect(await page.evaluate(() => scrollY)).toBe(0)
      expect(await stored(page)).toEqual(work)
      await page.getByRole('navigation').getByRole('link', { name: nameOf(own) }).tap()
      await page.locator('main').getByText(`${nameOf(own)} · `).first().waitFor()
      expect(await stored(page)).toEqual(work)
    }
  })

  it('shows the trial card\'s name while the whole result of the audit is on the page', async () => {
    const room = await openExerciseRoom()
    const page = await openTab(await newPhone(), room)
    await room.goTo('energy-audit')
    await page.getByRole('button', { name: 'Start' }).tap()
    for (let i = 0; i < 16; i++) {
      await page.getByText(`${i + 1} of 16`).waitFor()
      await page.getByText(i % 2 ? 'Gives me a little' : 'Drains me a little').tap()
    }
    await says(page, 'What you could try')
    await room.goTo('try-it')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_000)
    await page.locator('header a').waitFor()
    await nowLine(page).getByText('On now: Your trial').waitFor()
    expect(await inSight(page)).toBe(true)
    await expectAccessible(page)
    await page.locator('header a').tap()
    await shows(page, 'try-it')
    await page.getByRole('link', { name: 'Energy audit' }).tap()
    await says(page, 'What you could try')
  })
})

describe('a phone that was away shows what is on', () => {
  it.each(ids)('%s: after a reload', async (own) => {
    const room = await openExerciseRoom()
    const page = await openTab(await newPhone(), room)
    await room.goTo(own)
    await shows(page, own)
    await begin(page)
    const work = await stored(page)
    for (const what of room.whats) {
      await room.goTo(what)
      await page.locator('header :is(a, p)').first().waitFor()
      await page.reload()
      await shows(page, what)
      expect(await stored(page)).toEqual(work)
      expect(await page.locator('header a').count()).toBe(0)
    }
  })

  it('after a lock during which something else came on; without a change it stays where it was', async () => {
    const room = await openExerciseRoom()
    const context = await newPhone()
    const page = await openTab(context, room)
    async function sleep(meanwhile: () => Promise<void>): Promise<void> {
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await context.setOffline(true)
      await meanwhile()
      await context.setOffline(false)
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
    }
    await room.goTo('try-it')
    await room.goTo('energy-audit')
    await page.getByRole('button', { name: 'Start' }).tap()
    await page.getByText('1 of 16').waitFor()
    await room.goTo('talk')
    await nowLine(page).getByText('Switching costs').waitFor()
    await sleep(async () => {})
    await page.getByText('1 of 16').waitFor()
    await sleep(() => room.goTo('try-it'))
    await shows(page, 'try-it')
    await page.getByRole('link', { name: 'Energy audit' }).tap()
    await page.getByText('1 of 16').waitFor()
  })

  it.each(ids)('%s: for a person who comes late', async (what) => {
    const room = await openExerciseRoom()
    await room.goTo(what)
    await shows(await openTab(await newPhone(), room), what)
  })
})

it('every exercise and form opens offline once the page was idle for a moment', async () => {
  const files = readdirSync(join(root, '.cache', 'phone', 'assets')).filter(file => /\.(?:js|css)$/.test(file))
  const room = await openExerciseRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  for (const id of ids)
    await room.goTo(id)
  await room.goTo('talk')
  await shows(page, 'talk')
  await page.waitForFunction(files => files.every(file => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`/${file}`))), files)
  await context.setOffline(true)
  for (const id of ids) {
    await page.getByRole('navigation').getByRole('link', { name: nameOf(id) }).tap()
    await page.locator('main').getByText(`${nameOf(id)} · `).first().waitFor()
    await page.locator('main').locator('button, input').first().waitFor()
  }
})

it.each([[320, '100%'], [360, '100%'], [320, '200%'], [360, '200%']])('the line on top fits and leaves the page readable: %i px, text at %s', async (width, size) => {
  const room = await openExerciseRoom()
  const page = await openTab(await newPhone({ viewport: { width, height: 640 } }), room)
  await page.evaluate(text => document.documentElement.style.fontSize = text, size)
  await room.goTo('energy-audit')
  await page.getByRole('button', { name: 'Start' }).tap()
  for (const what of room.whats.filter(other => other !== 'energy-audit')) {
    await room.goTo(what)
    await page.locator('header a').getByText(nameOf(what)).waitFor()
    expect((await nowLine(page).boundingBox())?.height).toBeLessThanOrEqual(160)
    await expectNoSidewaysScroll(page)
  }
})

it('a question that opens during an exercise is one tap away, and so is the way back', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  const sent: string[] = []
  page.on('request', request => request.method() !== 'GET' && !request.url().endsWith('/api/progress') && sent.push(request.url()))
  await room.go('talk')
  await page.getByText('Energy audit · stays on this phone').waitFor()
  await page.getByRole('button').first().click()
  await page.getByText('1 of 16').waitFor()
  await page.getByText('Gives me a little').click()
  await page.getByText('2 of 16').waitFor()
  await room.go('ask-lunch')
  await page.getByRole('link', { name: 'A question is open: Soup or salad?' }).waitFor()
  await expectAccessible(page)
  await page.getByText('2 of 16').waitFor()
  expect(sent).toEqual([])
  await page.getByRole('link', { name: 'A question is open' }).click()
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await page.getByRole('link', { name: 'Energy audit' }).click()
  await page.getByText('2 of 16').waitFor()
  await page.goBack()
  await says(page, 'Your answer is in')
})
