import type { BrowserContext } from 'playwright-core'
import { expect, it } from 'vitest'
import { serveOptions } from '../server/harness.ts'
import { answer, expectAccessible, newPhone, openPhoneRoom, openTab, says, send, useBrowser } from './phone-room.ts'

useBrowser()

type Room = Awaited<ReturnType<typeof openPhoneRoom>>

/** What the server has counted for a poll. */
async function answeredOf(room: Room, poll: string): Promise<number | undefined> {
  return (await room.presenter.state('screen')).json.polls?.[poll]?.answered
}

/** What this origin keeps on the phone. */
function keptBy(context: BrowserContext): Promise<string[]> {
  return context.pages()[0]?.evaluate(() => Object.keys(localStorage)) ?? Promise.resolve([])
}

it('an answer is there again after a reload, and so is a half-written one', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
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
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-keep')
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
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await room.presenter.send('POST', '/api/polls/lunch/reset')
  await room.presenter.send('POST', '/api/polls/lunch/open')
  await page.locator('form').waitFor()
  expect(await page.locator(':checked').count()).toBe(0)
})

it('an answer given offline outlives a reload and is sent later', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go('ask-lunch')
  await page.getByLabel('Soup').check()
  await context.setOffline(true)
  await send(page)
  await says(page, 'Not sent yet: there is no connection.')
  await expectAccessible(page)
  expect(await answeredOf(room, 'lunch')).toBe(0)
  await context.setOffline(false)
  await page.reload()
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('an answer whose acknowledgement was lost counts as received and not as changed', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go('ask-lunch')
  await page.route('**/answer', async (route) => {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    await fetch(`${room.base}/api/polls/lunch/answer`, { method: 'PUT', headers: { 'content-type': 'application/json', cookie }, body: route.request().postData() })
    await route.abort()
  }, { times: 1 })
  await answer(page, 'Soup')
  await says(page, 'Not sent yet')
  await expect.poll(() => answeredOf(room, 'lunch')).toBe(1)
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('an answer that came too late is shown as such, and can be sent when the question opens again', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go('ask-keep')
  await page.getByLabel('Your words').fill('The soup')
  await context.setOffline(true)
  await send(page)
  await says(page, 'Not sent yet')
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

it('a phone with two tabs is one voter', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const first = await openTab(context, room)
  const second = await openTab(context, room)
  await room.go('ask-lunch')
  await answer(first, 'Soup')
  await says(second, 'Your answer is in')
  await second.getByRole('button', { name: 'Change it' }).click()
  await answer(second, '=Bread')
  await first.getByRole('heading', { name: '=Bread' }).waitFor()
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('a phone connects again after the server was away, and sends what was answered meanwhile', async () => {
  const { dataDir } = serveOptions()
  const room = await openPhoneRoom({ dataDir })
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await room.close()
  await page.getByText('Connection lost. Trying again; what you enter is kept.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change it' }).click()
  await answer(page, 'Salad, "green"')
  await says(page, 'Not sent yet')
  const again = await openPhoneRoom({ dataDir, port: room.workshop.port })
  await says(page, 'Your answer is changed')
  await page.getByText('Connection lost').first().waitFor({ state: 'hidden' })
  expect(await answeredOf(again, 'lunch')).toBe(1)
})

it('an answer that is too long is refused with the server\'s sentence, and can be corrected', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-keep')
  await page.getByLabel('Your words').fill('x'.repeat(10_000))
  await send(page)
  await says(page, 'That is far more than fits.')
  await page.getByLabel('Your words').fill('x'.repeat(141))
  await send(page)
  await says(page, 'at most 140 fit')
  await expectAccessible(page)
  expect(await page.getByLabel('Your words').inputValue()).toBe('x'.repeat(141))
})

it.each([429, 500, 503, 507])('an answer that the server cannot take now (%i) is kept on the phone and sent again by itself', async (status) => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
  let refused = 0
  await page.route('**/answer', route => refused++ < 2 ? route.fulfill({ status, json: { error: { code: 'any', message: 'Not just now.' } } }) : route.continue())
  await answer(page, 'Soup')
  await says(page, 'the workshop’s laptop cannot take it just now')
  expect(await answeredOf(room, 'lunch')).toBe(0)
  await says(page, 'Your answer is in')
  expect(refused).toBeGreaterThan(2)
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('a portal that answers in the server’s place counts as no answer', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
  let asked = 0
  await page.route('**/answer', route => asked++ < 1 ? route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }) : route.continue())
  await answer(page, 'Soup')
  await says(page, 'Not sent yet')
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('a late delivery of one poll leaves the half-written words of another alone', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go('ask-keep')
  await page.getByLabel('Your words').fill('First')
  await send(page)
  await says(page, 'Your answer is in')
  let held: (() => void) | undefined
  await page.route('**/polls/lunch/answer', async (route) => {
    await new Promise<void>(resolve => held = resolve)
    await route.continue()
  })
  await room.go('ask-lunch')
  await answer(page, 'Soup')
  await expect.poll(() => held).toBeDefined()
  await room.go('ask-keep')
  await room.presenter.send('POST', '/api/polls/keep/open')
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByLabel('Your words').fill('First, and half a thou')
  const delivered = page.waitForResponse('**/polls/lunch/answer')
  held?.()
  await delivered
  await page.getByText('Keep my answer as it was').waitFor()
  expect(await page.getByLabel('Your words').inputValue()).toBe('First, and half a thou')
})

it.each([
  ['lunch', 'ask-lunch', 'Soup'],
  ['keep', 'ask-keep', 'The soup'],
])('a change of "%s" that was begun and left comes back with the next change, also after a reload, until it is sent', async (poll, slide, first) => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go(slide)
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
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-keep')
  let held: (() => void) | undefined
  await page.route('**/answer', async (route) => {
    await new Promise<void>(resolve => held = resolve)
    await route.continue()
  }, { times: 1 })
  await page.getByLabel('Your words').fill('The soup')
  await send(page)
  await expect.poll(() => held).toBeDefined()
  await page.getByLabel('Your words').fill('The soup and the bread')
  held?.()
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
  const room = await openPhoneRoom()
  const context = await newPhone()
  await context.addInitScript(breakStorage)
  const page = await openTab(context, room)
  await room.go('ask-lunch')
  await page.getByLabel('Soup').check()
  await context.setOffline(true)
  await send(page)
  await says(page, 'Not sent yet')
  await context.setOffline(false)
  await says(page, 'Your answer is in')
  await page.getByRole('button', { name: 'Change it' }).click()
  await answer(page, '=Bread')
  await says(page, 'Your answer is changed')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('words being typed outlive the session\'s end, and a closed page leaves no storage and no cookie', async () => {
  const room = await openPhoneRoom()
  const context = await newPhone()
  const page = await openTab(context, room)
  await room.go('ask-keep')
  await page.getByLabel('Your words').fill('A draft')
  expect(await keptBy(context)).not.toEqual([])
  expect(await context.cookies()).toHaveLength(1)
  const cleared = page.waitForResponse(response => new URL(response.url()).pathname === '/')
  await room.presenter.send('POST', '/api/session/end')
  await says(page, 'The workshop is over')
  await says(page, 'A draft')
  await cleared
  expect(await context.cookies()).toEqual([])
  await page.reload()
  await says(page, 'A draft')
  await expect.poll(() => keptBy(context)).toEqual([])
  await page.close()
  const next = await openTab(context, room)
  await says(next, 'The workshop is over')
  expect(await next.getByText('A draft').count()).toBe(0)
  expect(await next.evaluate(() => Object.keys(sessionStorage).filter(key => !key.includes(':ended:')))).toEqual([])
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
