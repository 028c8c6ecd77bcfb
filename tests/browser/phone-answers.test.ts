import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { answer, answeredOf, expectAccessible, openQuestion, openTab, says, send, sendOffline, useBrowser } from './phone-room.ts'

/** What somebody wrote on a phone is not lost: neither words that are not sent, nor an answer that was refused. */

useBrowser()

/** The storage entries of this origin on the phone. */
function storedBy(context: BrowserContext): Promise<string[]> {
  return context.pages()[0]?.evaluate(() => Object.keys(localStorage)) ?? Promise.resolve([])
}

/** Holds the next request to an address until it is let go. */
async function holdNext(page: Page, address: string): Promise<{ isHeld: Promise<void>, letGo: () => void }> {
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(address, async (route) => {
    held.resolve()
    await free.promise
    await route.continue()
  }, { times: 1 })
  return { isHeld: held.promise, letGo: free.resolve }
}

it('an answer is there again after a reload, and so is a half-written one', async () => {
  const { room, page } = await openQuestion('ask-lunch')
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await page.reload()
  await says(page, 'Your answer is in')
  expect(await page.locator('h1').textContent()).toBe('Soup')
  await room.go('ask-keep')
  await page.getByLabel('Your words').fill('The trial c')
  await page.reload()
  await page.getByLabel('Your words').waitFor()
  expect(await page.getByLabel('Your words').inputValue()).toBe('The trial c')
  await send(page)
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'keep')).toBe(1)
})

it('a draft outlives a close and a second opening, and is shown in between', async () => {
  const { room, page } = await openQuestion('ask-keep')
  await page.getByLabel('Your words').fill('Half a thou')
  await room.presenter.send('POST', '/api/polls/keep/close')
  await says(page, 'You had not sent this before the close')
  await says(page, 'Half a thou')
  await expectAccessible(page)
  await room.presenter.send('POST', '/api/polls/keep/open')
  await page.getByLabel('Your words').waitFor()
  expect(await page.getByLabel('Your words').inputValue()).toBe('Half a thou')
})

it('the form starts empty in a new round', async () => {
  const { room, page } = await openQuestion('ask-lunch')
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await room.presenter.send('POST', '/api/polls/lunch/reset')
  await room.presenter.send('POST', '/api/polls/lunch/open')
  await page.locator('form').waitFor()
  expect(await page.locator(':checked').count()).toBe(0)
})

it('an answer that came too late is shown as such, and can be sent when the question opens again', async () => {
  const { room, context, page } = await openQuestion('ask-keep')
  await page.getByLabel('Your words').fill('The soup')
  await sendOffline(page)
  await room.presenter.send('POST', '/api/polls/keep/close')
  await context.setOffline(false)
  await says(page, 'This came after the close and does not count')
  await says(page, 'The soup')
  await expectAccessible(page)
  await page.reload()
  await says(page, 'This came after the close and does not count')
  expect(await answeredOf(room, 'keep')).toBe(0)
  await room.presenter.send('POST', '/api/polls/keep/open')
  await says(page, 'Your answer came too late and was not counted')
  expect(await page.getByLabel('Your words').inputValue()).toBe('The soup')
  await send(page)
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'keep')).toBe(1)
})

it('an answer that is too long is refused with the server\'s sentence, and can be corrected', async () => {
  const { page } = await openQuestion('ask-keep')
  await page.getByLabel('Your words').fill('x'.repeat(10_000))
  await send(page)
  await says(page, 'That is far more than fits.')
  await page.getByLabel('Your words').fill('x'.repeat(141))
  await send(page)
  await says(page, 'at most 140 fit')
  await expectAccessible(page)
  expect(await page.getByLabel('Your words').inputValue()).toBe('x'.repeat(141))
})

it('a late delivery of one poll leaves the half-written words of another alone', async () => {
  const { room, page } = await openQuestion('ask-keep')
  await page.getByLabel('Your words').fill('First')
  await send(page)
  await says(page, 'Your answer is in')
  const atLunch = await holdNext(page, '**/polls/lunch/answer')
  await room.go('ask-lunch')
  await answer(page, 'Soup')
  await atLunch.isHeld
  await room.go('ask-keep')
  await room.presenter.send('POST', '/api/polls/keep/open')
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByLabel('Your words').fill('First, and half a thou')
  const delivered = page.waitForResponse('**/polls/lunch/answer')
  atLunch.letGo()
  await delivered
  await page.getByText('Keep my answer as it was').waitFor()
  expect(await page.getByLabel('Your words').inputValue()).toBe('First, and half a thou')
})

it.each([
  ['lunch', 'ask-lunch', 'Soup'],
  ['keep', 'ask-keep', 'The soup'],
])('a change of "%s" that was begun and left comes back with the next change, also after a reload, until it is sent', async (poll, slide, first) => {
  const { room, page } = await openQuestion(slide)
  const words = page.getByLabel('Your words')
  const other = page.getByRole('radio').last()
  const begun = (): Promise<unknown> => poll === 'keep' ? words.inputValue() : other.isChecked()
  if (poll === 'keep')
    await words.fill(first)
  else
    await page.getByLabel(first, { exact: true }).check()
  await send(page)
  await page.getByRole('button', { name: 'Change it' }).tap()
  const before = await begun()
  await (poll === 'keep' ? words.fill('The soup, and half a th') : other.check())
  const half = await begun()
  expect(half).not.toEqual(before)
  await page.getByRole('button', { name: 'Keep my answer as it was' }).tap()
  await page.getByRole('heading', { name: first }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Change it' }).tap()
  expect(await begun()).toEqual(half)
  await send(page)
  await says(page, 'Your answer is changed')
  await page.getByRole('button', { name: 'Change it' }).tap()
  await page.getByRole('button', { name: 'Keep my answer as it was' }).tap()
  await says(page, 'Your answer is')
  expect(await answeredOf(room, poll)).toBe(1)
  await room.presenter.send('POST', '/api/session/end')
  await says(page, 'The workshop is over')
  expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }).filter(key => key.includes('set-aside')))).toEqual([])
})

it('words typed while an answer is on its way stay in the form', async () => {
  const { room, page } = await openQuestion('ask-keep')
  const first = await holdNext(page, '**/answer')
  await page.getByLabel('Your words').fill('The soup')
  await send(page)
  await first.isHeld
  await page.getByLabel('Your words').fill('The soup and the bread')
  first.letGo()
  await page.getByText('Keep my answer as it was').waitFor()
  expect(await page.getByLabel('Your words').inputValue()).toBe('The soup and the bread')
  expect(await answeredOf(room, 'keep')).toBe(1)
})

it.each([
  ['blocked', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError') } })],
  ['full', () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  }],
])('the phone page takes answers with storage %s', async (_, breakStorage) => {
  const { room, context, page } = await openQuestion('ask-lunch', {}, breakStorage)
  await page.getByLabel('Soup').check()
  await sendOffline(page)
  await context.setOffline(false)
  await says(page, 'Your answer is in')
  await page.getByRole('button', { name: 'Change it' }).click()
  await answer(page, '=Bread')
  await says(page, 'Your answer is changed')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('words being typed outlive the session\'s end, and a closed page leaves no storage and no cookie', async () => {
  const { room, context, page } = await openQuestion('ask-keep')
  await page.getByLabel('Your words').fill('A draft')
  expect(await storedBy(context)).not.toEqual([])
  expect(await context.cookies()).toHaveLength(1)
  const cleared = page.waitForResponse(response => new URL(response.url()).pathname === '/')
  await room.presenter.send('POST', '/api/session/end')
  await says(page, 'The workshop is over')
  await says(page, 'A draft')
  await cleared
  expect(await context.cookies()).toEqual([])
  await page.reload()
  await says(page, 'A draft')
  await expect.poll(() => storedBy(context)).toEqual([])
  await page.close()
  const next = await openTab(context, room)
  await says(next, 'The workshop is over')
  expect(await next.getByText('A draft').count()).toBe(0)
  expect(await next.evaluate(() => Object.keys(sessionStorage).filter(key => !key.includes(':ended:')))).toEqual([])
})
