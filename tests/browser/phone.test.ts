import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { answer, expectAccessible, expectNoSidewaysScroll, newPhone, openPhoneRoom, openTab, says, send, useBrowser } from './phone-room.ts'

useBrowser()

it('the first load is two files and the event stream, 13 kB at most, on an address without https', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  await context.addInitScript(() => window.requestIdleCallback = () => 0)
  const page = await context.newPage()
  const asked: string[] = []
  const bytes: number[] = []
  page.on('request', request => request.url().startsWith('http') && asked.push(new URL(request.url()).pathname))
  page.on('response', async (response) => {
    if (!response.url().includes('/api/'))
      bytes.push(gzipSync(Buffer.from(await response.body())).length)
  })
  await page.goto(`http://phone.test:${room.workshop.port}/`)
  await says(page, 'You are in')
  expect(asked).toHaveLength(3)
  expect(asked).toContain('/api/events')
  expect(bytes).toHaveLength(2)
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(13 * 1024)
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
})

/** Takes a phone through every phase of every kind, and calls `look` at each stop. */
async function walk(page: Page, room: Awaited<ReturnType<typeof openPhoneRoom>>, look: (page: Page) => Promise<void>): Promise<void> {
  const at = async (text: string): Promise<void> => {
    await says(page, text)
    await look(page)
  }
  await room.go('hello')
  await at('You are in')
  await room.go('ask-clear')
  await at('How clear is it?')
  await send(page)
  await at('Choose an answer first.')
  await answer(page, '4')
  await at('Your answer is in')
  await page.getByRole('button', { name: 'Change it' }).click()
  await at('Keep my answer as it was')
  await answer(page, '2')
  await at('Your answer is changed')
  await room.presenter.send('POST', '/api/polls/clear/close')
  await at('Closed. 1 answer came in')
  await room.go('ask-clear', 1)
  await at('a result is shown from 5')
  await room.go('bye')
  await at('Nothing to answer right now')
  await room.go('ask-days')
  await at('Choose one or more.')
  await answer(page, 'Monday', 'Wednesday')
  await at('Monday · Wednesday')
  await room.answers('days', 6, () => ['mon'])
  await room.go('ask-days', 1)
  await at('7 phones answered')
  await room.go('ask-fear')
  await at('What could go wrong?')
  await page.getByLabel('Your words').fill('<script>alert(1)</script> & nobody has time')
  await send(page)
  await at('<script>alert(1)</script> & nobody has time')
  await room.answers('fear', 6, n => `Number ${n % 5}`)
  await page.evaluate(() => location.hash = 'question')
  await room.go('ask-fear', 1)
  await at('The answers are being read')
  await room.go('ask-fear', 2)
  await at('Number 0 × 2')
  await room.go('ask-clear-again')
  await answer(page, '4')
  await room.go('ask-keep')
  await at('Only the facilitator reads this')
  await room.presenter.send('POST', '/api/session/end')
  await at('The workshop is over')
}

it.each(['light', 'dark'] as const)('shows every phase of every kind accessibly, in %s', async (colorScheme) => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone({ colorScheme, reducedMotion: 'reduce' }), room)
  await walk(page, room, expectAccessible)
})

it('needs no sideways scrolling at 320 pixels with text at twice its size', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone({ viewport: { width: 320, height: 568 } }), room)
  await page.evaluate(() => document.documentElement.style.fontSize = '200%')
  await walk(page, room, expectNoSidewaysScroll)
})

it('has targets for thumbs: 48 pixels at least', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  for (const slide of ['ask-clear', 'ask-lunch', 'ask-days', 'ask-keep']) {
    await room.go(slide)
    await page.locator('form').waitFor()
    const sizes = await page.locator('.options label, button, textarea').evaluateAll(all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]).flat())
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(48)
  }
})

it('works with the keyboard alone, and the focus is never lost', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone({ hasTouch: false, isMobile: false }), room)
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName)
  await room.go('ask-lunch')
  await says(page, 'Soup or salad?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await says(page, 'Your answer is in')
  expect(await focused()).toBe('H1')
  expect(await page.locator('h1').textContent()).toBe('Salad, "green"')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await says(page, 'Keep my answer as it was')
  expect(await focused()).toBe('H1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await says(page, 'Your answer is changed')
  expect(await focused()).toBe('H1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await room.presenter.send('POST', '/api/polls/lunch/close')
  await says(page, 'Closed')
  expect(await focused()).toBe('H1')
})

it('tells a screen reader what the room does', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  const heard = async (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor()
  await room.go('ask-lunch')
  await heard('Soup or salad?')
  await answer(page, 'Soup')
  await heard('Soup. Your answer is in.')
  await room.answers('lunch', 5, () => 'soup')
  await room.go('ask-lunch', 1)
  await heard('Look up: the result is on the screen, and here.')
})

it('marks a rehearsal', async () => {
  const room = await openPhoneRoom({ rehearsal: true })
  const page = await openTab(await newPhone(), room)
  await page.getByText('Rehearsal').waitFor()
  await expectAccessible(page)
})
