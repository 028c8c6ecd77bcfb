import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { roleRows } from '../../exercises/roles.ts'
import { aliasOf, choosing, stepping, talking } from '../deck-polls.ts'
import { newBrowser, openDeckRoom, openWindow, slideNo, slides, useDecks } from './deck-windows.ts'

useDecks()

/** A window at a slide, of somebody who asked for reduced motion. */
async function openSlide(alias: string): Promise<Page> {
  const room = await openDeckRoom()
  const page = await openWindow(await newBrowser(), `${room.base}/deck/${slideNo(alias)}`)
  await shown(page, alias).waitFor()
  return page
}

function shown(page: Page, alias: string): Locator {
  return page.locator(`[data-slidev-no="${slideNo(alias)}"] .slidev-layout`).filter({ visible: true })
}

/** Elements in which a style would move something, given what moves. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element)
    return animationName !== 'none' || transitionDuration.split(',').some(duration => Number.parseFloat(duration) > 0)
  }).map(element => element.outerHTML.slice(0, 120)))
}

/** Presses Tab until a button has the focus; gives back whether one can see that it has. */
async function tabTo(page: Page, button: Locator): Promise<boolean> {
  for (let press = 0; press < 40; press++) {
    const outline = await button.evaluate(one => document.activeElement === one ? getComputedStyle(one).outline : '')
    if (outline)
      return / solid [3-9]px$/.test(outline)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${button}`)
}

describe('the deck in a screen reader', () => {
  it('is marked as English, and announces each slide', async () => {
    const page = await openSlide(aliasOf('cover', slide => slide.layout === 'cover'))
    const region = page.locator('[aria-live=polite].heard')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => region.textContent()).toBe(`Slide 1 of ${slides().length}: ${slides()[0]?.title}`)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.textContent()).toBe(`Slide 2 of ${slides().length}: ${slides()[1]?.title}`)
  })

  it('reads a table\'s row once its click revealed it, and not before', async () => {
    const alias = aliasOf('table of roles', slide => slide.body.includes('<RoleTable'))
    const page = await openSlide(alias)
    const table = shown(page, alias).getByRole('table')
    expect(await table.getByRole('row').count()).toBe(1)
    expect(await table.ariaSnapshot()).not.toContain(roleRows[0]?.label ?? '')
    await page.keyboard.press('ArrowRight')
    await table.getByRole('rowheader', { name: roleRows[0]?.label ?? '' }).waitFor()
    expect(await table.getByRole('row').count()).toBe(2)
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Engineering manager', 'Tech lead'])
  })
})

describe('the deck by keyboard alone', () => {
  it.each(choosing)('$name: every button is reached, seen and pressed, keeps the focus, and lets the arrows go on', async ({ alias }) => {
    const page = await openSlide(alias)
    const buttons = shown(page, alias).locator('button[aria-pressed]').filter({ visible: true })
    await buttons.first().waitFor()
    for (const button of await buttons.all()) {
      expect(await tabTo(page, button)).toBe(true)
      await page.keyboard.press('Space')
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
      expect(await button.evaluate(one => document.activeElement === one)).toBe(true)
    }
    const before = page.url()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(url => url.href !== before)
  })

  it('lets the words of a slide be selected', async () => {
    const page = await openSlide(talking)
    const line = shown(page, talking).locator('li').first()
    await line.selectText()
    const words = (await line.textContent() ?? '').trim()
    expect(words).not.toBe('')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(words)
  })
})

describe('the deck with reduced motion', () => {
  it('animates nothing that it animates without it', async () => {
    const page = await openSlide(stepping)
    await page.keyboard.press('ArrowRight')
    await shown(page, stepping).locator('.slidev-vclick-hidden').waitFor({ state: 'detached' })
    expect(await moving(page)).toEqual([])
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moving(page)).not.toEqual([])
  })
})
