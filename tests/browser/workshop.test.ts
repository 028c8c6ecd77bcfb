import type { Page } from 'playwright-core'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { PollState, SlideState } from '../../live/domain/state.ts'
import type { Room } from '../server/harness.ts'
import { expect, it } from 'vitest'
import { formOf } from '../../exercises/registry.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { compared } from '../deck-polls.ts'
import { newBrowser, openBeside, openDeckRoom, openPresenter, openWindow, placesOf, pollOf, slides, standAt, stateOf, takeABreath, useDecks } from './deck-windows.ts'
import { answer, expectAccessible, newPhone, openTab, says, send, useBrowser } from './phone-room.ts'

/** A whole workshop of ninety minutes: a laptop with two windows, a screen elsewhere, three phones, and a clicker. */

useDecks()
useBrowser()

/** Collects errors of the windows, and requests to other machines. */
function problemsOf(pages: Page[]): string[] {
  const problems: string[] = []
  for (const page of pages) {
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', error => problems.push(String(error)))
    page.on('request', request => /^(?:http|ws)s?:\/\/(?!127\.0\.0\.1|localhost)/.test(request.url()) && problems.push(request.url()))
  }
  return problems
}

/** The session's position, once all windows show it. */
async function placeOf(room: Room, windows: Page[]): Promise<SlideState> {
  const { slide } = await stateOf(room)
  if (!slide)
    throw new Error('nobody has shown a slide')
  await standAt(windows, slide.slide, slide.clicks)
  return slide
}

/** What the nth phone answers. By the end everybody's next step is clearer. */
async function answerAs(n: number, phone: Page, poll: Poll): Promise<void> {
  await phone.getByRole('heading', { level: 1, name: poll.question }).waitFor()
  if (poll.kind === 'words') {
    await phone.getByLabel('Your words').fill(`From phone ${n}`)
    await send(phone)
  }
  else {
    await answer(phone, poll.kind === 'scale' ? poll.compareWith ? `${poll.max}: ${poll.maxLabel}` : `${poll.min}: ${poll.minLabel}` : optionsOf(poll)[n % 2]?.label ?? '')
  }
  await says(phone, 'Your answer is in')
}

/** What a phone shows of a poll that takes no more answers. */
function afterwards({ phase }: PollState): string {
  return phase === 'revealed' ? 'Look up: the result is on the screen, and here.' : 'Closed. The answers are being read'
}

it('a whole workshop runs from the cover to the goodbye by the clicker alone', async () => {
  const room = await openDeckRoom({ floor: 3, place: { room: 'Linden', facilitator: 'Ada', site: 'https://example.org/fork/' } })
  const presenter = await openPresenter(room)
  const wall = await openBeside(presenter, `${room.base}/deck/`)
  const screen = await openWindow(await newBrowser(), `${room.base}/deck/`)
  for (const known of ['Linden · Ada', 'example.org/fork'])
    await wall.locator('.cover-day').getByText(known, { exact: true }).waitFor()
  const windows = [presenter, wall, screen]
  const problems = problemsOf(windows)
  const phone = await openTab(await newPhone(), room)
  const phones = [phone, await openTab(await newPhone(), room), await openTab(await newPhone(), room)]
  expect(await phone.evaluate(() => isSecureContext)).toBe(false)
  await presenter.locator('.session-controls .phones', { hasText: '3' }).waitFor()

  let seen = 0
  for (let presses = 0; ; presses++) {
    const at = await placeOf(room, windows)
    const slide = slides()[at.slide - 1]
    if (at.slide !== seen) {
      if (slide?.exercise) {
        await phone.getByText(`${formOf(slide.exercise)?.title} ·`).first().waitFor()
        await phone.locator('h1:not(:text("Opening"))').waitFor()
        await expectAccessible(phone)
      }
    }
    seen = at.slide

    const poll = slide?.poll ? await pollOf(room, slide.poll) : null
    if (poll?.phase === 'open') {
      await Promise.all(phones.map((one, n) => answerAs(n, one, poll.poll)))
      await presenter.locator('.poll-controls .answered', { hasText: '3' }).waitFor()
      await expectAccessible(phone)
    }
    else if (poll) {
      await says(phone, afterwards(poll))
      await expectAccessible(phone)
    }
    if (at.slide === slides().length)
      break
    await takeABreath(presenter)
    await presenter.keyboard.press(presses % 2 ? 'PageDown' : 'ArrowRight')
    await expect.poll(async () => (await stateOf(room)).slide?.seq, { timeout: 15_000 }).toBeGreaterThan(at.seq)
  }

  for (const page of windows) {
    const places = await placesOf(page)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  const { polls } = await stateOf(room)
  const asked = slides().flatMap(({ poll }) => poll ?? [])
  expect(asked.map(poll => polls?.[poll]?.answered)).toEqual(asked.map(() => 3))
  for (const { last } of compared)
    expect(polls?.[last.poll.id]?.result).toMatchObject({ movement: { pairs: 3, up: 3, same: 0, down: 0 } })
  expect(problems).toEqual([])

  await presenter.getByRole('button', { name: 'End the session' }).click()
  await presenter.getByRole('button', { name: 'Yes' }).click()
  await Promise.all(phones.map(one => says(one, 'The workshop is over')))
  await expectAccessible(phone)
  expect(await phone.evaluate(() => localStorage.length)).toBe(0)
}, 480_000)
