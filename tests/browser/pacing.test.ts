import type { Page } from 'playwright-core'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { agenda } from '../../exercises/agenda.ts'
import { buildDecks } from '../../scripts/build/decks.ts'
import { aliasOf, talking, tapped } from '../deck-polls.ts'
import { samplePlan } from '../unit/sample-plan.ts'
import { jump, newBrowser, openDeckRoom, openPresenterAt, openWindow, pollOf, slideNo, standAt, useDecks } from './deck-windows.ts'

useDecks()

const roles = aliasOf('roles', slide => slide.section === 'roles')
const TEN = new Date(2026, 10, 23, 10).getTime()

it('the presenter reads how the workshop keeps to its plan, and what to leave out; nobody else does', async () => {
  let now = TEN
  const room = await openDeckRoom({ now: () => now, plan: { ...samplePlan, arrival: aliasOf('cover', slide => slide.layout === 'cover') } })
  const context = await newBrowser()
  const opened = context.waitForEvent('page')
  const opening = openWindow(context, room.workshop.presenterUrl)
  await (await opened).clock.setFixedTime(TEN)
  const presenter = await opening
  const strip = presenter.locator('.pacing-strip')
  const says = (text: string): Promise<void> => strip.getByText(text, { exact: true }).waitFor()
  const show = async (alias: string, after: number): Promise<void> => {
    now += after * 60_000
    await presenter.clock.setFixedTime(now)
    await jump(presenter, slideNo(alias))
    await standAt([presenter], slideNo(alias))
  }

  await says('The clock starts when you leave the first slide.')
  await show(aliasOf('join', slide => slide.layout === 'join'), 5)
  await says('Welcome ends 10:10')
  await says('on time')
  await show(aliasOf('fork', slide => slide.section === 'fork'), 9)
  await says('The fork ends 10:19')
  await says('4 min behind')
  await says('next cut: Buffer, wins 3 min')
  await expectAccessible(presenter)

  await presenter.keyboard.press('p')
  await says('Paused')
  now += 20 * 60_000
  await presenter.clock.setFixedTime(now)
  await presenter.reload()
  await says('Paused')
  await says('The fork ends 10:39')
  await expectAccessible(presenter)
  await presenter.keyboard.press('p')
  await says('4 min behind')

  await show(roles, 2)
  await says('3 min ahead')
  expect(await strip.getByText('next cut').count()).toBe(0)

  const wall = await openWindow(await newBrowser(), `${room.base}/deck/`)
  await standAt([wall], slideNo(roles))
  expect(await wall.locator('.pacing-strip').count()).toBe(0)

  await show(talking, 0)
  await presenter.keyboard.press('p')
  await strip.getByRole('button', { name: 'Start again' }).click()
  await says('From 0 now?')
  await strip.getByRole('button', { name: 'Yes' }).click()
  await says('on time')
  await presenter.keyboard.press('PageDown')
  await standAt([presenter, wall], slideNo(talking) + 1)
})

it('no build holds the minutes or the cuts', async () => {
  const { dirs } = await buildDecks(90)
  const told = agenda.cuts[90].map(cut => cut.how)
  for (const dir of Object.values(dirs)) {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:js|html)$/.test(file))
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(file => told.some(text => readFileSync(join(dir, file), 'utf8').includes(text)))).toEqual([])
  }
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('.pacing-strip').analyze()
  expect(violations).toEqual([])
}

it.each(tapped.slice(0, 1))('a countdown on $alias is seen by the room, reminds phones without an answer, and closes nothing', async ({ poll, alias }) => {
  const { room, presenter } = await openPresenterAt(alias, { floor: 1 })
  const wall = await openWindow(await newBrowser(), `${room.base}/deck/`)
  const open = async (path: string): Promise<Page> => {
    const page = await (await newBrowser()).newPage()
    await page.clock.install()
    await page.goto(room.base + path)
    return page
  }
  const [late, quick] = [await open('/'), await open('/')]
  await quick.getByRole('radio').nth(0).check()
  await quick.getByRole('button', { name: 'Send my answer' }).click()
  await quick.getByText('Your answer is in').first().waitFor()
  await presenter.getByRole('button', { name: '30 s' }).click()
  await wall.locator('.poll-countdown').filter({ visible: true }).waitFor()
  await presenter.locator('.countdown-controls [role=status]', { hasText: '30 seconds left.' }).waitFor()
  await late.getByText(/\d+ seconds left/).first().waitFor()
  for (const page of [late, quick])
    await page.clock.runFor(31_000)
  await late.locator('.note', { hasText: 'Time is up, and this phone has sent no answer.' }).waitFor()
  await late.locator('[role=status]', { hasText: 'Time is up' }).waitFor()
  expect(await quick.getByText(/Time is up|seconds left/).count()).toBe(0)
  expect(await pollOf(room, poll.id)).toMatchObject({ phase: 'open', answered: 1 })
  await late.getByRole('radio').nth(1).check()
  await late.getByRole('button', { name: 'Send my answer' }).click()
  await late.getByText('Your answer is in').first().waitFor()
  await expect.poll(() => late.getByText('Time is up').count()).toBe(0)
  await presenter.keyboard.press('t')
  await wall.locator('.poll-countdown').filter({ visible: true }).waitFor({ state: 'detached' })
})
