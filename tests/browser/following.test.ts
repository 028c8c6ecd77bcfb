import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { question } from '../deck-polls.ts'
import { jump, jumpToPoll, newBrowser, openBeside, openDeckRoom, openPresenter, openWindow, placesOf, pollOf, slideNo, standAt, stateOf, takeABreath, useDecks } from './deck-windows.ts'

useDecks()

let pollSlide: number
beforeAll(() => {
  pollSlide = slideNo(question.alias)
})

/** One press, and what it leads to. */
async function stepBy(page: Page, key: string): Promise<void> {
  const before = await page.evaluate(() => window.places.length)
  await page.keyboard.press(key)
  await page.waitForFunction(before => window.places.length > before, before)
}

/** Presses the key twice, the second time in the frame that shows the first. */
async function pressTwice(page: Page, key: string): Promise<void> {
  await page.evaluate(async (key) => {
    const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const press = (): void => ['keydown', 'keyup'].forEach(type => window.dispatchEvent(new KeyboardEvent(type, { key, code: key })))
    const before = window.places.length
    press()
    while (window.places.length === before)
      await frame()
    press()
    for (let i = 0; i < 10; i++)
      await frame()
  }, key)
}

describe('windows that follow the presenter', () => {
  it('every window moves along and never goes back', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/present/1`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    const pages = [presenter, wall, screen]
    await standAt(pages, 1)
    for (const key of ['ArrowRight', 'PageDown', 'Space'])
      await presenter.keyboard.press(key)
    await standAt([presenter], 4)
    while (((await placesOf(presenter)).at(-1) ?? 0) < pollSlide)
      await stepBy(presenter, 'PageDown')
    await standAt(pages, pollSlide)
    expect((await pollOf(room, question.poll.id)).phase).toBe('open')
    await takeABreath(presenter)
    await presenter.keyboard.press('PageDown')
    await standAt(pages, pollSlide, 1)
    expect((await pollOf(room, question.poll.id)).phase).toBe('revealed')
    for (const page of pages) {
      const places = await placesOf(page)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  it('any window of the presenter can lead', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/present/1`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await wall.bringToFront()
    await wall.keyboard.press('ArrowDown')
    await standAt([presenter, wall, screen], 2)
    await presenter.bringToFront()
    await presenter.keyboard.press('PageUp')
    await standAt([presenter, wall, screen], 1)
    expect(await placesOf(wall)).toEqual([1, 2, 1])
    expect(await placesOf(presenter)).toEqual([1, 2, 1])
  })

  it('a poll reached from the slide after it opens at its question', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    const sent: { clicks: number }[] = []
    presenter.on('request', request => request.url().endsWith('/api/slide') && sent.push(request.postDataJSON() as { clicks: number }))
    await jump(presenter, pollSlide + 1)
    await standAt([presenter, screen], pollSlide + 1)
    await presenter.keyboard.press('PageUp')
    await standAt([presenter, screen], pollSlide)
    expect((await pollOf(room, question.poll.id)).phase).toBe('open')
    expect(Math.max(...sent.map(({ clicks }) => clicks))).toBeLessThanOrEqual(1)
  })

  it('a new presenter window goes to the session\'s position without sending anything', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await jumpToPoll(presenter, question.alias)
    const before = (await stateOf(room)).slide
    const second = await openBeside(presenter, `${room.base}/present/presenter/1`)
    await standAt([second], pollSlide)
    expect((await stateOf(room)).slide).toEqual(before)
  })

  it('a viewer\'s own keys pause following, the button resumes it, and a viewer moves nobody', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    const sent: string[] = []
    screen.on('request', request => request.method() !== 'GET' && sent.push(request.url()))
    await jump(presenter, 2)
    await standAt([presenter, screen], 2)
    await screen.keyboard.press('ArrowLeft')
    await standAt([screen], 1)
    await jump(presenter, pollSlide)
    await standAt([presenter], pollSlide)
    await screen.getByRole('button', { name: 'Follow the presenter' }).click()
    await standAt([screen], pollSlide)
    await presenter.keyboard.press('Shift+ArrowRight')
    await standAt([presenter, screen], pollSlide + 1)
    expect(await screen.getByRole('button', { name: 'Follow the presenter' }).count()).toBe(0)
    expect(await placesOf(screen)).toEqual([1, 2, 1, pollSlide, pollSlide + 1])
    expect(sent).toEqual([])
    expect((await room.phone().send('POST', '/api/slide', { slide: 1, clicks: 0 })).status).toBe(401)
    expect((await stateOf(room)).slide).toMatchObject({ slide: pollSlide + 1, clicks: 0 })
  })

  it('windows go where the presenter went while the server was away', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const wall = await openBeside(presenter, `${room.base}/present/1`)
    const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
    await standAt([presenter, wall, screen], 1)
    await room.close()
    await presenter.getByText('Connection to the server lost').waitFor()
    await presenter.keyboard.press('PageDown')
    await standAt([presenter], 2)
    const again = await openDeckRoom({ dataDir: room.dataDir, port: room.workshop.port })
    await standAt([presenter, wall, screen], 2)
    expect((await stateOf(again)).slide).toMatchObject({ slide: 2, clicks: 0 })
    expect(await placesOf(presenter)).toEqual([1, 2])
  })
})

describe('the clicker', () => {
  it('works after a click on a button, and inside a field', async () => {
    const presenter = await openPresenter(await openDeckRoom())
    await presenter.getByRole('button', { name: 'Keys' }).click()
    await presenter.keyboard.press('PageDown')
    await standAt([presenter], 2)
    await presenter.getByRole('button', { name: 'Keys' }).click()
    await presenter.keyboard.press('ArrowLeft')
    await standAt([presenter], 1)
    await jump(presenter, pollSlide)
    await presenter.locator('.hand-count input').first().fill('2')
    await takeABreath(presenter)
    await presenter.keyboard.press('PageDown')
    await standAt([presenter], pollSlide, 1)
  })

  it('a double press on a poll counts once: it neither closes a poll that just opened nor leaves a result just revealed', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await jump(presenter, pollSlide - 1)
    await standAt([presenter], pollSlide - 1)
    while (((await placesOf(presenter)).at(-1) ?? 0) < pollSlide)
      await pressTwice(presenter, 'PageDown')
    await standAt([presenter], pollSlide)
    expect((await pollOf(room, question.poll.id)).phase).toBe('open')
    await takeABreath(presenter)
    await pressTwice(presenter, 'PageDown')
    await standAt([presenter], pollSlide, 1)
    await takeABreath(presenter)
    await presenter.keyboard.press('PageDown')
    await standAt([presenter], pollSlide + 1)
  })

  it('a key that is held down steps once', async () => {
    const presenter = await openPresenter(await openDeckRoom())
    for (let i = 0; i < 20; i++)
      await presenter.keyboard.down('PageDown')
    await takeABreath(presenter)
    await presenter.keyboard.up('PageDown')
    expect(await placesOf(presenter)).toEqual([1, 2])
  })
})
