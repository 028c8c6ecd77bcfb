import type { Page } from 'playwright-core'
import type { Audit } from '../../exercises/energy-audit/audit.ts'
import type { ItemId } from '../../exercises/energy-audit/items.ts'
import type { TabOptions } from './exercise-tabs.ts'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { formA, itemText, scale, scoredItems } from '../../exercises/energy-audit/items.ts'
import { expectFocusOn, expectKept, expectSound, goTo, looks, useExercises } from './exercise-tabs.ts'

const open = useExercises({ audit: 'components/audit/EnergyAudit.vue', hybrid: 'components/hybrid/HybridCheck.vue' })

function place(page: Page, number: number): Promise<void> {
  return page.getByText(`${number} of 16`, { exact: true }).waitFor()
}

/** People work gives a little, systems work drains a little, with enough variety to be read. */
function labelFor(id: ItemId): string {
  if (id === 'P6')
    return 'Drains me a lot'
  if (id === 'P1')
    return 'Gives me a lot'
  return id.startsWith('P') ? 'Gives me a little' : id.startsWith('S') ? 'Drains me a little' : 'Neither, or cannot tell'
}

const allDrafts = Object.fromEntries(formA.map(id => [id, { rating: scale.find(step => step.label === labelFor(id))?.rating, never: id === 'P3' }]))

/** Stored audits, by the screen that each resumes at. */
const screens = {
  start: { at: -1, drafts: {} },
  item: { at: 3, drafts: { S2: { rating: 1 }, S4: { rating: 2, never: true } } },
  reading: { at: 16, drafts: allDrafts },
  incomplete: { at: 16, drafts: { S2: { rating: 1, never: true } } },
  flat: { at: 16, drafts: Object.fromEntries(scoredItems.map(id => [id, { rating: 0 }])) },
} satisfies Record<string, Audit>

/** Comes back to a screen, as after a reload. */
async function resume(page: Page, screen: keyof typeof screens): Promise<void> {
  await page.evaluate(value => localStorage.setItem('the-fork:energy-audit:test', JSON.stringify({ version: 1, value })), screens[screen])
  await page.reload()
  await page.locator('main > *').first().waitFor()
}

async function answerByTouch(page: Page, from = 0, never: readonly ItemId[] = []): Promise<void> {
  for (const [i, id] of formA.entries()) {
    if (i < from)
      continue
    await place(page, i + 1)
    if (never.includes(id))
      await page.getByText('I have never done this').tap()
    await page.getByText(labelFor(id), { exact: true }).tap()
  }
}

/** An audit whose first item is on. */
async function begun(options?: TabOptions): Promise<Page> {
  const { page } = await open('audit', options)
  await page.getByText('Start').tap()
  await place(page, 1)
  return page
}

describe('the energy audit', () => {
  it('can be done by touch alone, one tap per item, and sends nothing', async () => {
    const { page, sent } = await open('audit')
    await page.getByText('Start').tap()
    await answerByTouch(page, 0, ['P3', 'S3'])
    await page.getByRole('heading', { name: 'People work clearly gives you more' }).waitFor()
    // P: six answers, +2 +1 +1 +1 +1 −2 +1 = +5; S: −7; two guesses widen 4 to 6.
    expect(await page.getByRole('img').evaluateAll(bars => bars.map(bar => bar.getAttribute('aria-label')))).toEqual([
      'People work: +5, give or take 3, where −14 drains me, 0 is neither and +14 feeds me',
      'Systems work: −7, give or take 3, where −14 drains me, 0 is neither and +14 feeds me',
      'The difference, people minus systems: +12, give or take 6; the bar does not touch zero',
    ])
    await page.getByText('People work has a price').waitFor()
    await page.getByText('Nobody may ask you for it').waitFor()
    expect(await page.locator('.audit-trials details').count()).toBeGreaterThan(1)
    expect(sent).toEqual([])
    expect(new URL(page.url()).pathname).toBe('/audit')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['the-fork:energy-audit:test'])
  })

  it('can be done by keyboard alone', async () => {
    const { page, sent } = await open('audit', { isDesk: true })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (const [i, id] of formA.entries()) {
      await place(page, i + 1)
      await expectFocusOn(page, itemText[id])
      if (i % 2 === 0) {
        await page.keyboard.press(String(1 + i % 5))
        continue
      }
      // The tick first, then down the scale with the arrows, then Enter.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await place(page, i + 1)
      await page.keyboard.press('Enter')
    }
    await page.locator('.audit-report').waitFor()
    await page.locator('.work-title:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('summary:focus').waitFor()
    expect(sent).toEqual([])
  })

  it('ignores a second tap on the same item', async () => {
    const page = await begun()
    const box = await page.getByText('Gives me a lot', { exact: true }).boundingBox()
    const [x, y] = [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5]
    await page.touchscreen.tap(x, y)
    await page.touchscreen.tap(x, y)
    await place(page, 2)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  })
})

describe('an audit that was left', () => {
  it('resumes after a reload, also where an item has a tick and no rating', async () => {
    const page = await begun()
    for (const [i, id] of formA.slice(0, 5).entries()) {
      await place(page, i + 1)
      await page.getByText(labelFor(id), { exact: true }).tap()
    }
    await place(page, 6)
    await page.getByText('I have never done this').tap()
    await page.getByRole('checkbox', { checked: true }).waitFor()
    await page.reload()
    await place(page, 6)
    await page.getByRole('checkbox', { checked: true }).waitFor()
    await page.getByRole('button', { name: 'Back' }).tap()
    await place(page, 5)
    await page.getByRole('radio', { name: labelFor('S6'), checked: true }).waitFor()
    await page.getByText('Gives me a lot', { exact: true }).tap()
    await place(page, 6)
  })

  it('allows blanks, gives no reading for them, and leads back to them', async () => {
    const page = await begun()
    await page.getByRole('button', { name: 'Leave blank' }).tap()
    await answerByTouch(page, 1)
    await page.getByRole('heading', { name: 'No reading yet' }).waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Answer the one that is blank' }).tap()
    await place(page, 1)
    await page.getByText('Drains me a little', { exact: true }).tap()
    await page.getByRole('heading', { name: 'People work clearly gives you more' }).waitFor()
  })

  it('lets an answer be changed from the reading', async () => {
    const { page } = await open('audit')
    await resume(page, 'reading')
    await page.getByText('Look at my answers, or change one').tap()
    await page.getByRole('button', { name: itemText.S4 }).tap()
    await place(page, 4)
    await page.getByText('Gives me a lot', { exact: true }).tap()
    await page.getByRole('img', { name: 'Systems work: −4, give or take 3' }).waitFor()
  })

  it('is cleared with one button, in the other tab too, and comes back for ten seconds', async () => {
    const { page } = await open('audit')
    await page.clock.install()
    const other = await page.context().newPage()
    await goTo(other, page.url())
    await page.getByText('Start').tap()
    await place(page, 1)
    await page.getByText('Gives me a lot', { exact: true }).tap()
    await page.clock.runFor(300)
    await place(page, 2)
    await place(other, 2)
    await page.getByRole('button', { name: 'Clear all my answers' }).tap()
    await page.getByText('Cleared: none of your answers are left on this device.').waitFor()
    await other.getByRole('button', { name: 'Start' }).waitFor()
    await expectKept(page, 0)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await place(page, 2)
    await place(other, 2)
    await page.getByRole('button', { name: 'Clear all my answers' }).tap()
    await page.clock.fastForward(10_000)
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    await expectKept(page, 0)
    await page.reload()
    await page.getByRole('button', { name: 'Start' }).waitFor()
  })

  it('asks only two items if wanted, gives no reading for them, and can go on with the rest', async () => {
    const { page, sent } = await open('audit')
    await page.getByRole('button', { name: 'No time now? Rate two' }).tap()
    for (const number of [1, 2]) {
      await page.getByText(`${number} of 2`, { exact: true }).waitFor()
      await page.getByText('Gives me a little', { exact: true }).tap()
    }
    await page.getByRole('heading', { name: 'Two lines, and no reading' }).waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    await expectSound(page)
    await page.reload()
    await page.getByRole('button', { name: 'Go on with the other fourteen' }).tap()
    await place(page, 2)
    expect(sent.filter(url => !url.endsWith('/audit'))).toEqual([])
  })

  it('works in a browser that stores nothing, and says that nothing is stored', async () => {
    const { page } = await open('audit', { isBlocked: true })
    await page.getByText('This browser does not let the exercise keep anything').waitFor()
    await page.getByText('Start').tap()
    await answerByTouch(page)
    await page.getByRole('heading', { name: 'People work clearly gives you more' }).waitFor()
  })
})

describe('a reading that is saved', () => {
  it('is saved as a picture on an address without https', async () => {
    const { page, sent } = await open('audit')
    await resume(page, 'reading')
    sent.length = 0
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as picture' }).tap()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('energy-audit.png')
    const picture = await readFile(await download.path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(1080)
    expect(picture.readUInt32BE(20)).toBeGreaterThan(1500)
    expect(await page.getByRole('img', { name: 'as a picture' }).evaluate(img => img instanceof HTMLImageElement && img.naturalWidth)).toBe(1080)
    expect(sent).toEqual([])
  })

  it('is printed without the rest of the page', async () => {
    const { page } = await open('audit', { look: 'dark', prepare: () => {
      window.print = () => document.documentElement.classList.add('printed')
    } })
    await resume(page, 'reading')
    await page.getByRole('button', { name: 'Print' }).tap()
    await page.locator('html.printed').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').isVisible()).toBe(false)
    expect(await page.locator('.audit-sheet').isVisible()).toBe(true)
    expect(await page.locator('.audit-sheet h1').evaluate(title => getComputedStyle(title).color)).toBe('rgb(0, 0, 0)')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.locator('.audit-sheet').waitFor({ state: 'detached' })
  })
})

describe('accessibility of the audit', () => {
  it.each([
    ['start', 'light'],
    ['item', 'light'],
    ['item', 'dark'],
    ['item', 'slide'],
    ['reading', 'light'],
    ['reading', 'dark'],
    ['reading', 'slide'],
    ['incomplete', 'dark'],
    ['flat', 'light'],
  ] as const)('the screen %s, %s, breaks no accessibility rule and does not scroll sideways', async (name, look) => {
    const { page } = await open('audit', { look })
    await resume(page, name)
    for (const summary of await page.locator('summary').all())
      await summary.click()
    await expectSound(page, look === 'slide' ? [] : [320, 180])
  })

  it('every control is large enough for a thumb', async () => {
    const page = await begun()
    const heights = await page.locator('.audit-scale label, .audit-never, .audit-walk button').evaluateAll(targets => targets.map(target => target.getBoundingClientRect().height))
    expect(heights).toHaveLength(8)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
  })
})

describe('the hybrid check', () => {
  it('can be done by touch, outlives a reload, sends nothing and can be cleared', async () => {
    const { page, sent } = await open('hybrid')
    await page.getByRole('button', { name: 'None of these is true' }).tap()
    await page.getByText('Watch', { exact: true }).waitFor()
    await page.getByLabel('I moved or dropped a one-to-one').tap()
    await page.getByLabel('No date or headcount').tap()
    await page.getByText('Strained', { exact: true }).waitFor()
    await page.getByLabel('A release hung').tap()
    await page.getByText('Plan the split now', { exact: true }).waitFor()
    expect(sent).toEqual([])
    await page.reload()
    await page.getByText('Plan the split now', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Clear all my ticks' }).tap()
    await page.getByText('Cleared: none of your ticks').waitFor()
    await expectKept(page, 0)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await page.getByText('Plan the split now', { exact: true }).waitFor()
  })

  it('can be done by keyboard alone', async () => {
    const { page } = await open('hybrid', { isDesk: true })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByText('Strained', { exact: true }).waitFor()
  })

  it.each(looks)('%s breaks no accessibility rule and does not scroll sideways', async (look) => {
    const { page } = await open('hybrid', { look })
    await expectSound(page)
    await page.getByLabel('I moved or dropped a one-to-one').check()
    await expectSound(page, look === 'slide' ? [] : [320, 180])
  })
})
