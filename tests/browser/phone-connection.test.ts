import { expect, it } from 'vitest'
import { serveOptions } from '../server/harness.ts'
import { answer, answeredOf, expectAccessible, newPhone, openPhoneRoom, openQuestion, openTab, says, sendOffline, useBrowser } from './phone-room.ts'

/** The line between a phone and the laptop: it hangs, breaks, comes back, and loses no answer. */

useBrowser()

it('a connection that hangs while being made is given up and made again', async () => {
  const room = await openPhoneRoom()
  const page = await (await newPhone()).newPage()
  await page.clock.install()
  let asked = 0
  await page.route('**/api/events*', route => asked++ === 0 ? undefined : route.continue())
  await page.goto(`http://phone.test:${room.workshop.port}/`)
  await page.getByText('Connecting').first().waitFor()
  await expect.poll(() => asked).toBe(1)
  await page.clock.runFor(21_000)
  await page.clock.resume()
  await says(page, 'You are in')
  expect(asked).toBe(2)
})

it('a phone without cookies is known by a header and by a stream ticket, and no address holds its id', async () => {
  const room = await openPhoneRoom()
  await room.go('ask-lunch')
  const context = await newPhone()
  const page = await context.newPage()
  const id = 'one.signature'
  const state = { ...(await room.phone().state()).json, voter: id }
  const streams: string[] = []
  const sent: [path: string, voter: string | undefined][] = []
  await page.route('**/api/events*', (route) => {
    streams.push(route.request().url())
    return route.fulfill({ contentType: 'text/event-stream', body: `event: snapshot\ndata: ${JSON.stringify(state)}\n\n` })
  })
  await page.route('**/api/ticket', (route) => {
    sent.push(['ticket', route.request().headers()['x-voter']])
    return route.fulfill({ json: { ticket: 'once' } })
  })
  await page.route('**/answer', (route) => {
    sent.push(['answer', route.request().headers()['x-voter']])
    return route.fulfill({ json: { status: 'counted' } })
  })
  await page.goto(`http://phone.test:${room.workshop.port}/`)
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  await expect.poll(() => streams.length).toBeGreaterThan(1)
  expect(streams[0]).toMatch(/\?as=phone$/)
  expect(streams[1]).toMatch(/\?as=phone&ticket=once$/)
  expect(new Set(sent.map(([path]) => path))).toEqual(new Set(['answer', 'ticket']))
  expect(sent.map(([, voter]) => voter)).toEqual(sent.map(() => id))
  expect(streams.join()).not.toContain('signature')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('signature')
})

it('a phone that the server does not know gets a new voter, and its answer is sent again', async () => {
  const { page } = await openQuestion('ask-lunch')
  let streams = 0
  page.on('request', request => request.url().includes('/api/events') && streams++)
  let refused = 0
  await page.route('**/answer', route => refused++ === 0 ? route.fulfill({ status: 401, json: { error: { code: 'no-voter', message: 'This phone is not known here.' } } }) : route.continue())
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  expect(streams).toBe(1)
})

it('an answer given offline outlives a reload and is sent later', async () => {
  const { room, context, page } = await openQuestion('ask-lunch')
  await page.getByLabel('Soup').check()
  await sendOffline(page)
  await expectAccessible(page)
  expect(await answeredOf(room, 'lunch')).toBe(0)
  await context.setOffline(false)
  await page.reload()
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('an answer whose acknowledgement was lost counts as received and not as changed', async () => {
  const { room, context, page } = await openQuestion('ask-lunch')
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

it('a phone connects again after the server was away, and sends what was answered meanwhile', async () => {
  const { dataDir } = serveOptions()
  const { room, page } = await openQuestion('ask-lunch', { dataDir })
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

it.each([429, 500, 503, 507])('an answer that the server cannot take now (%i) is kept on the phone and sent again by itself', async (status) => {
  const { room, page } = await openQuestion('ask-lunch')
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
  const { room, page } = await openQuestion('ask-lunch')
  let asked = 0
  await page.route('**/answer', route => asked++ < 1 ? route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }) : route.continue())
  await answer(page, 'Soup')
  await says(page, 'Not sent yet')
  await says(page, 'Your answer is in')
  expect(await answeredOf(room, 'lunch')).toBe(1)
})

it('a phone reports once that an exercise was begun and once that it was finished, and no content', async () => {
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  const told: (string | null)[] = []
  await page.route('**/api/progress', (route) => {
    told.push(route.request().postData())
    return route.fulfill({ json: {} })
  })
  await room.go('talk')
  await page.getByRole('button', { name: 'Start' }).tap()
  for (let i = 0; i < 16; i++) {
    await page.getByText(`${i + 1} of 16`).waitFor()
    await page.getByText('Gives me a little').tap()
  }
  await expect.poll(() => told.length).toBe(2)
  expect(told.map(body => JSON.parse(body ?? ''))).toEqual([{ exercise: 'energy-audit', stage: 'began' }, { exercise: 'energy-audit', stage: 'finished' }])
})
