import { expect, it } from 'vitest'
import { answer, newPhone, openPhoneRoom, openTab, says, useBrowser } from './phone-room.ts'

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
  const room = await openPhoneRoom()
  const page = await openTab(await newPhone(), room)
  await room.go('ask-lunch')
  let streams = 0
  page.on('request', request => request.url().includes('/api/events') && streams++)
  let refused = 0
  await page.route('**/answer', route => refused++ === 0 ? route.fulfill({ status: 401, json: { error: { code: 'no-voter', message: 'This phone is not known here.' } } }) : route.continue())
  await answer(page, 'Soup')
  await says(page, 'Your answer is in')
  expect(streams).toBe(1)
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
