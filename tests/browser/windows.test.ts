import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { choosing, moderated, question, talking } from '../deck-polls.ts'
import { jump, jumpToPoll, newBrowser, openBeside, openDeckRoom, openPresenter, openWindow, placesOf, pollOf, slideNo, slides, standAt, stateOf, takeABreath, useDecks } from './deck-windows.ts'

/** The windows of a session beside each other: the presenter's, the projector's, and those of other browsers. */

useDecks()

/** The visible controls of a window, Slidev's and ours. */
function toolsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('nav, #slidev-goto-dialog, .z-modal, .z-context-menu, .presenter-panel, .key-list, .pacing-strip')]
    .filter(one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map(one => one.outerHTML.slice(0, 80)))
}

describe('the "go to" field', () => {
  it('has the focus at once, so that typed letters are no shortcuts, and closes with Escape', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await presenter.emulateMedia({ reducedMotion: 'no-preference' })
    await jumpToPoll(presenter, question.alias)
    const field = presenter.locator('#slidev-goto-input')
    // No wait between the keys: the first letters come before the field is drawn.
    await presenter.keyboard.type('groles xc?')
    expect(await field.inputValue()).toBe('roles xc?')
    expect(await field.evaluate(one => one === document.activeElement)).toBe(true)
    expect(await presenter.locator('.z-modal.select-none, .key-list').count()).toBe(0)
    expect(await pollOf(room, question.poll.id)).toMatchObject({ phase: 'open', round: 1 })
    await presenter.keyboard.press('Escape')
    await presenter.locator('#slidev-goto-dialog:not(.pointer-events-none)').waitFor({ state: 'detached' })
    await presenter.keyboard.press('j')
    await expect.poll(async () => (await stateOf(room)).join?.shown).toBe(true)
  })

  it('is closed by a step of the clicker', async () => {
    const presenter = await openPresenter(await openDeckRoom())
    await presenter.keyboard.type('gro')
    await presenter.keyboard.press('PageDown')
    await standAt([presenter], 2)
    await presenter.locator('#slidev-goto-dialog:not(.pointer-events-none)').waitFor({ state: 'detached' })
  })
})

describe('the window on the projector', () => {
  it('drives like the presenter view after a click into it, at any size, and shows no controls', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/deck/`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await wall.setViewportSize({ width: 1024, height: 768 })
    await wall.waitForFunction(() => document.documentElement.dataset.window === 'projector')
    for (const [x, y] of [[900, 20], [20, 760], [512, 384]] as const)
      await wall.mouse.click(x, y)
    await wall.locator('#slide-container').dispatchEvent('contextmenu')
    await wall.keyboard.press('f')
    await wall.keyboard.press('PageDown')
    await standAt([presenter, wall, screen], 2)
    expect(await toolsIn(wall)).toEqual([])
    expect(await toolsIn(screen)).toEqual([])
    await wall.keyboard.press('PageUp')
    await standAt([presenter, wall, screen], 1)
    for (const page of [presenter, wall, screen])
      expect(await placesOf(page)).toEqual([1, 2, 1])
    expect(await wall.getByRole('button', { name: 'Follow the presenter' }).count()).toBe(0)
  })

  it('is one click away in the presenter view', async () => {
    const presenter = await openPresenter(await openDeckRoom())
    const opened = presenter.context().waitForEvent('page')
    await presenter.getByRole('link', { name: 'Window for the projector' }).click()
    const wall = await opened
    await wall.locator('html[data-window=projector]').waitFor({ state: 'attached' })
  })
})

it('the presenter view reports a screen that no longer follows, until it follows again', async () => {
  const room = await openDeckRoom()
  const presenter = await openPresenter(room)
  const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await standAt([presenter, screen], 1)
  await screen.keyboard.press('PageDown')
  await presenter.getByText('1 screen no longer follows you').waitFor()
  await screen.getByRole('button', { name: 'Follow the presenter' }).click()
  await presenter.getByText('1 screen no longer follows you').waitFor({ state: 'detached' })
  await standAt([screen], 1)
})

describe('a black screen', () => {
  it.each(['b', '.'])('key %s covers every window of the room, the presenter view says so, and a step only brings the slide back', async (key) => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/deck/`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await jump(presenter, slideNo(talking))
    await standAt([presenter, wall, screen], slideNo(talking))
    await wall.keyboard.press(key)
    for (const page of [wall, screen]) {
      await page.locator('.black-screen').waitFor()
      expect(await page.locator('.black-screen').evaluate(one => [getComputedStyle(one).backgroundColor, one.clientWidth === innerWidth, one.clientHeight === innerHeight])).toEqual(['rgb(0, 0, 0)', true, true])
    }
    await presenter.getByText('The projector is black.').waitFor()
    expect(await presenter.locator('.black-screen').count()).toBe(0)
    await presenter.keyboard.press('PageDown')
    for (const page of [wall, screen])
      await page.locator('.black-screen').waitFor({ state: 'detached' })
    await presenter.getByText('The projector is black.').waitFor({ state: 'detached' })
    expect((await stateOf(room)).slide).toMatchObject({ slide: slideNo(talking), clicks: 0 })
  })
})

describe('a choice in a drawing', () => {
  it.each(choosing)('$name: shows on every screen at once, on later ones too, and after a restart', async ({ alias }) => {
    const room = await openDeckRoom({ session: 'one' })
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/deck/`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await jump(presenter, slideNo(alias))
    await standAt([presenter, wall, screen], slideNo(alias))
    const before = await pressedIn(screen, alias)
    await drawingIn(presenter, alias).locator('button[aria-pressed=false]').last().click()
    const pressed = await pressedIn(presenter, alias)
    expect(pressed).not.toEqual(before)
    const late = await openWindow(await newBrowser(), `${room.base}/deck/`)
    for (const page of [wall, screen, late])
      await expect.poll(() => pressedIn(page, alias)).toEqual(pressed)

    // Somebody who looks around on a screen of their own moves nobody, and gets the presenter's next choice.
    await drawingIn(screen, alias).locator('button[aria-pressed=false]').first().click()
    await expect.poll(() => pressedIn(screen, alias)).not.toEqual(pressed)
    await drawingIn(wall, alias).locator('button[aria-pressed=false]').nth(0).click()
    await expect.poll(() => pressedIn(presenter, alias)).not.toEqual(pressed)
    const last = await pressedIn(wall, alias)
    for (const page of [presenter, screen, late])
      await expect.poll(() => pressedIn(page, alias)).toEqual(last)

    await room.close()
    const again = await openDeckRoom({ dataDir: room.dataDir, session: 'one' })
    const after = await openWindow(await newBrowser(), `${again.base}/deck/${slideNo(alias)}`)
    await expect.poll(() => pressedIn(after, alias)).toEqual(last)
  })
})

function drawingIn(page: Page, alias: string): Locator {
  return page.locator(`#slideshow [data-slidev-no="${slideNo(alias)}"]`)
}

/** Which of a drawing's buttons are pressed, in their order. */
function pressedIn(page: Page, alias: string): Promise<boolean[]> {
  return drawingIn(page, alias).locator('button[aria-pressed]').evaluateAll(buttons => buttons.map(one => one.getAttribute('aria-pressed') === 'true'))
}

it.each(moderated.slice(0, 1))('every window shows the presenter\'s page of words at $alias, and only the presenter view has buttons to turn it', async ({ poll, alias }) => {
  const room = await openDeckRoom({ floor: 1 })
  const presenter = await openPresenter(room)
  const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await jumpToPoll(presenter, alias)
  await room.answers(poll.id, 40, n => `Answer number ${n}, with words enough to take two lines of a card`)
  for (const clicks of [1, 2]) {
    await takeABreath(presenter)
    await presenter.keyboard.press('PageDown')
    await standAt([presenter, screen], slideNo(alias), clicks)
  }
  const here = presenter.locator('#slideshow .poll-words .pager').filter({ visible: true })
  const there = screen.locator('.poll-words .pager').filter({ visible: true })
  await there.getByText(/^\s*1 of [2-9]/).waitFor()
  expect(await there.getByRole('button').count()).toBe(0)
  await here.getByRole('button', { name: 'Next page' }).click()
  for (const pager of [here, there])
    await pager.getByText(/2 of [2-9]/).waitFor()
  const late = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await late.locator('.poll-words .pager').filter({ visible: true }).getByText(/2 of [2-9]/).waitFor()
})

it('the join code, with one for the Wi-Fi, covers the slide in every window and goes away again', async () => {
  const room = await openDeckRoom({ wifi: { ssid: 'Guests', password: 'open sesame' } })
  const presenter = await openPresenter(room)
  const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await presenter.keyboard.press('j')
  for (const page of [presenter, screen]) {
    await page.locator('.join-overlay').getByText('open sesame').waitFor()
    await expect.poll(() => page.locator('.join-overlay').getByRole('img').count()).toBe(2)
  }
  await presenter.keyboard.press('j')
  for (const page of [presenter, screen])
    await page.locator('.join-overlay').waitFor({ state: 'detached' })
})

it('a rehearsal is marked on every poll\'s slide and in the presenter view', async () => {
  const room = await openDeckRoom({ rehearsal: true })
  const presenter = await openPresenter(room)
  const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await presenter.locator('.notice.rehearsal').waitFor()
  for (const { no } of slides().filter(slide => slide.poll !== null)) {
    await room.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })
    await standAt([screen], no)
    await screen.locator(`[data-slidev-no="${no}"] .poll-room-view .status`, { hasText: 'Rehearsal' }).filter({ visible: true }).waitFor()
  }
})
