import { describe, expect, it } from 'vitest'
import { violationsOf } from './accessibility.ts'
import { jumpToPoll, newBrowser, openDeckRoom, openPresenter, openWindow, pollOf, slideNo, standAt, stateOf, takeABreath, useDecks } from './deck-windows.ts'

useDecks()

describe('the presenter view', () => {
  it('opens, closes, reveals and resets a poll by keys, and says what the next click does', async () => {
    const room = await openDeckRoom({ floor: 2 })
    const presenter = await openPresenter(room)
    const panel = presenter.locator('.presenter-panel')
    await jumpToPoll(presenter, 'clarity-first')
    await room.answers('clarity-first', 3, n => n + 1)
    await panel.getByText('3 answered').waitFor()
    await panel.getByText('The next click closes the poll and shows the result.').waitFor()
    await presenter.keyboard.press('c')
    await panel.locator('.phase', { hasText: 'closed' }).waitFor()
    await presenter.keyboard.press('s')
    await panel.locator('.phase', { hasText: 'open' }).waitFor()
    await presenter.keyboard.press('r')
    await panel.locator('.phase', { hasText: 'revealed' }).waitFor()
    await presenter.keyboard.press('x')
    await panel.getByText('Ask again, round 2?').waitFor()
    expect(await pollOf(room, 'clarity-first')).toMatchObject({ round: 1, phase: 'revealed' })
    await presenter.keyboard.press('x')
    await panel.getByText('Round 2').waitFor()
    expect(await pollOf(room, 'clarity-first')).toMatchObject({ round: 2, phase: 'open', answered: 0 })
  })

  it('leaves shortcuts of the browser alone', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await jumpToPoll(presenter, 'clarity-first')
    await presenter.keyboard.press('Control+c')
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('cx2')
    await presenter.keyboard.press('Enter')
    await presenter.locator('.hand-count').getByText('2 hands saved').waitFor()
    expect((await pollOf(room, 'clarity-first')).phase).toBe('open')
  })

  it('keeps counted hands through a reload and shows them beside the phones', async () => {
    const room = await openDeckRoom({ floor: 2 })
    const presenter = await openPresenter(room)
    await jumpToPoll(presenter, 'clarity-first')
    await room.answers('clarity-first', 2, () => 4)
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('3')
    await presenter.keyboard.press('Tab')
    await presenter.locator('.hand-count').getByText('3 hands saved').waitFor()
    await presenter.reload()
    const first = presenter.locator('.hand-count input').first()
    await first.waitFor()
    expect(await first.inputValue()).toBe('3')
    await presenter.keyboard.press('r')
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, 'clarity-first')).result).toMatchObject({ voters: 2, hands: { 1: 3, 2: 0 } })
  })

  it('hides a word by keyboard before the room sees it', async () => {
    const room = await openDeckRoom({ floor: 1 })
    const presenter = await openPresenter(room)
    await jumpToPoll(presenter, 'break-hybrid')
    await room.answers('break-hybrid', 3, n => ['alpha', 'beta', 'gamma'][n])
    await presenter.keyboard.press('c')
    await presenter.locator('.words-moderation').getByText('gamma').waitFor()
    await presenter.keyboard.press('h')
    await presenter.keyboard.press('ArrowDown')
    await presenter.keyboard.press('h')
    await presenter.locator('.words-moderation').getByText('hidden').waitFor()
    // The box still has the focus: the clicker works from there too.
    for (const clicks of [1, 2]) {
      await takeABreath(presenter)
      await presenter.keyboard.press('ArrowRight')
      await standAt([presenter], slideNo('break-hybrid'), clicks)
    }
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, 'break-hybrid')).result).toMatchObject({ words: [{ text: 'alpha' }, { text: 'gamma' }] })
  })

  it('lays the join code over the slide in every window, with one for the Wi-Fi, and takes it away', async () => {
    const room = await openDeckRoom({ wifi: { ssid: 'Guests', password: 'open sesame' } })
    const presenter = await openPresenter(room)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await presenter.keyboard.press('j')
    for (const page of [presenter, screen]) {
      await page.locator('.join-overlay').getByText('open sesame').waitFor()
      expect(await page.locator('.join-overlay').getByRole('img').count()).toBe(2)
    }
    await presenter.keyboard.press('j')
    for (const page of [presenter, screen])
      await page.locator('.join-overlay').waitFor({ state: 'detached' })
  })

  it('helps when nobody has joined for a minute', async () => {
    const room = await openDeckRoom()
    const context = await newBrowser()
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(room.workshop.presenterUrl)
    await page.locator('.session-controls').waitFor()
    expect(await page.getByText('No phone has joined yet').count()).toBe(0)
    await page.clock.runFor(61_000)
    await page.getByText('No phone has joined yet').waitFor()
    const phone = await (await room.voter()).listen()
    await page.getByText('No phone has joined yet').waitFor({ state: 'detached' })
    await phone.close()
  })

  it('asks once more before it ends the session, and then says that it is over', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await presenter.getByRole('button', { name: 'End the session' }).click()
    expect((await stateOf(room)).session.ended).toBe(false)
    await presenter.getByRole('button', { name: 'Yes' }).click()
    await presenter.getByText('The session is over.').first().waitFor()
    expect((await stateOf(room)).session.ended).toBe(true)
    await presenter.keyboard.press('PageDown')
    await presenter.locator('.ahead .lost').waitFor()
  })

  it('shows the server’s sentence to a window whose key has gone', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await presenter.context().clearCookies()
    await presenter.keyboard.press('PageDown')
    await presenter.locator('.ahead').getByText('Only the presenter can do this.').waitFor()
    expect((await stateOf(room)).slide).toMatchObject({ slide: 1 })
  })

  it('has no accessibility violations in its panel', async () => {
    const room = await openDeckRoom({ floor: 1 })
    const presenter = await openPresenter(room)
    for (const alias of ['clarity-first', 'already-do', 'break-hybrid']) {
      await jumpToPoll(presenter, alias)
      await presenter.keyboard.press('c')
      await presenter.locator('.phase', { hasText: 'closed' }).waitFor()
      expect(await violationsOf(presenter, '.presenter-panel')).toEqual([])
    }
  })
})
