import type { Page } from 'playwright-core'
import type { Trial } from '../../exercises/try-it/trials.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, laterDay, workingDayFrom } from '../../exercises/days.ts'
import { openAfterDays } from '../../exercises/forecast/forecast.ts'
import { polls } from '../../exercises/polls.ts'
import { cardQuestions } from '../../exercises/try-it/card.ts'
import { menuFor } from '../../exercises/try-it/menu.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { cardPoll } from '../../scripts/lib/earlier-session.ts'
import { aliasOf, asked, question } from '../deck-polls.ts'
import { Caller } from '../server/caller.ts'
import { startCommand } from '../server/command.ts'
import { newFolder } from '../server/harness.ts'
import { readDeck } from '../written-deck.ts'
import { calendarOf, entries } from './calendar-file.ts'
import { jump, jumpToPoll, newBrowser, openBeside, openDeckRoom, openPresenter, openWindow, pollOf, slideNo, standAt, takeABreath, useDecks } from './deck-windows.ts'
import { answer, newPhone, nowLine, openTab, says, useBrowser } from './phone-room.ts'

/** From a card with a partner to the count on the wall, and what the reunion shows of it. */

useDecks()
useBrowser()
const people = ['Ada', 'Grace', 'Mary', 'Jean', 'Katherine', 'Dorothy'] as const
/** An adapted workshop may leave this question out, and its reunion then has nothing to show. */
const isAsked = asked.some(({ poll }) => poll.id === cardPoll)
const cards = asked.find(({ poll }) => poll.id === cardPoll) ?? question

/** The label of what the person with this number answers: four say the first option, two the second. */
function labelFor(poll: Poll, person: number): string {
  return optionsOf(poll)[person < 4 ? 0 : 1]?.label ?? ''
}

/** Writes a whole card for a trial of the menu, with a partner. Resolves with its last day and the day of the call. */
async function writeCard(page: Page, { title, side }: Trial, { start, partner }: { start: string, partner: string }): Promise<{ end: string, call: string }> {
  const field = (name: keyof typeof cardQuestions): ReturnType<Page['getByLabel']> => page.getByLabel(cardQuestions[name].label)
  await page.getByRole('radio', { name: side === 'people' ? 'People' : 'Systems', exact: true }).check()
  await page.getByText(title).tap()
  await page.getByText('Write my card').tap()
  await field('sponsor').fill('My manager')
  await field('start').fill(start)
  await field('sayNo').fill('I look for meetings to escape to')
  const end = await field('end').inputValue()
  await page.getByText('Finish my card').tap()
  await field('partner').fill(partner)
  const call = await field('call').inputValue()
  await page.getByText('Make my dates').tap()
  return { end, call }
}

/** Label and count of each row that a screen shows on this slide. */
async function rowsOn(screen: Page, slide: number): Promise<[label: string, count: string][]> {
  const rows = screen.locator(`#slideshow > [data-slidev-no="${slide}"] .poll-chart li`)
  await rows.locator('.count').first().waitFor()
  return rows.evaluateAll(all => all.map(row => [row.querySelector('.label')?.textContent ?? '', row.querySelector('.count')?.textContent?.trim() ?? '']))
}

/** Creates the ended session "Platform" with answers about its cards; without answers the poll was never asked. */
async function leaveCards(dataDir: string, { answers = 6, rehearsal = false } = {}): Promise<void> {
  const room = await openDeckRoom({ dataDir, session: 'Platform', rehearsal })
  const slide = answers > 0 ? slideNo(cards.alias) : 1
  await room.presenter.send('POST', '/api/slide', { slide, clicks: 0 })
  if (answers > 0)
    await room.answers(cardPoll, answers, n => optionsOf(cards.poll)[n < 4 ? 0 : 1]?.id)
  await room.presenter.send('POST', '/api/slide', { slide, clicks: 1 })
  await room.presenter.send('POST', '/api/session/end')
  await room.close()
}

it.runIf(isAsked)('a room of six partners goes from card to calendar file to the count of what the cards have', async () => {
  const room = await openDeckRoom()
  const presenter = await openPresenter(room)
  const wall = await openBeside(presenter, `${room.base}/deck/`)
  await jump(presenter, slideNo(aliasOf('slide for the trial card', ({ exercise }) => exercise === 'try-it')))
  const phones = await Promise.all(people.map(async () => openTab(await newPhone(), room)))
  const trials = [...menuFor('people', []), ...menuFor('systems', [])].map(({ trial }) => trial)
  const today = dayOf(new Date())

  await Promise.all(phones.map(async (phone, n) => {
    const trial = trials.at(n % 2 ? n : -1 - n) ?? trials[0]
    if (!trial)
      throw new RangeError('the menu is empty')
    // Some begin next week, some so late that they still run on day 90.
    const start = workingDayFrom(addDays(today, 7 + n * 10))
    const partner = people[n % 2 ? n - 1 : n + 1] ?? ''
    const { end, call } = await writeCard(phone, trial, { start, partner })
    const file = await calendarOf(phone.locator('main a[download]'))
    const opening = laterDay(addDays(today, openAfterDays), addDays(end, 1))
    const days = new Map(entries(file).map(([title, day]) => [title.replace('SUMMARY:', ''), day]))
    expect([...days]).toHaveLength(5)
    expect(days.get(`Trial starts: ${trial.title}`)).toBe(start)
    expect(days.get(`Trial ends: ${trial.title}`)).toBe(end)
    expect(days.get(`Call ${partner} about both trials\\, 15 minutes`)).toBe(call)
    expect(days.get('Open your forecast from The Fork')).toBe(opening)
    expect(opening > end).toBe(true)
  }))

  await jumpToPoll(presenter, cards.alias)
  await Promise.all(phones.map(async (phone, n) => {
    await nowLine(phone).getByRole('link').tap()
    await answer(phone, labelFor(cards.poll, n))
    await says(phone, 'Your answer is in')
  }))
  await takeABreath(presenter)
  await presenter.keyboard.press('ArrowRight')
  await standAt([presenter, wall], slideNo(cards.alias), 1)
  const [first, second, ...others] = optionsOf(cards.poll).map(({ label }) => label)
  expect(await rowsOn(wall, slideNo(cards.alias))).toEqual([[first, '4'], [second, '2'], ...others.map(label => [label, '0'])])
  expect(await pollOf(room, cardPoll)).toMatchObject({ phase: 'revealed', answered: 6, withheld: false })
  await Promise.all(phones.map(phone => says(phone, 'Look up: the result is on the screen, and here.')))
})

describe.runIf(isAsked)('npm start 30 -- --since', () => {
  it('shows what the room of the named session said of its cards, and asks its own first question', async () => {
    const dataDir = newFolder()
    await leaveCards(dataDir)
    const manifest = await readManifest(30)
    const then = (await readDeck()).find(({ body }) => body.includes('<CardsThen'))
    const slide = manifest.slides.find(({ alias }) => alias === then?.alias)
    const asking = manifest.slides.find(({ poll }) => poll !== null)
    const poll = polls.find(({ id }) => id === asking?.poll)
    if (!slide || !asking || !poll)
      throw new RangeError('the reunion shows no cards, or asks nothing')
    const reunion = startCommand('start', ['30', '--since', 'Platform', '--data-dir', dataDir])
    const link = await reunion.said(/^ {2}Presenter {3}(\S+)/)
    const presenter = await openWindow(await newBrowser(), link)
    const wall = await openBeside(presenter, new URL('/deck/', link).href)
    await jump(presenter, slide.no)
    await standAt([presenter, wall], slide.no)
    await wall.getByText(`${cards.poll.question} · 6 phones answered`).waitFor()
    const [first, second, ...others] = optionsOf(cards.poll).map(({ label }) => label)
    expect(await rowsOn(wall, slide.no)).toEqual([[first, '4'], [second, '2'], ...others.map(label => [label, '0'])])

    const phones = Array.from({ length: 5 }, () => new Caller(new URL(link).origin))
    const phone = await (await newPhone()).newPage()
    await phone.goto(new URL(link).origin)
    await says(phone, 'You are in')
    expect(await phone.locator('body').textContent()).not.toContain(cards.poll.question)
    await jump(presenter, asking.no)
    await answer(phone, labelFor(poll, 0))
    await says(phone, 'Your answer is in')
    await Promise.all(phones.map(async (one, n) => {
      await one.open()
      await one.answer(poll.id, optionsOf(poll)[n < 3 ? 0 : 1]?.id)
    }))
    await takeABreath(presenter)
    await presenter.keyboard.press('PageDown')
    await standAt([presenter, wall], asking.no, 1)
    expect((await rowsOn(wall, asking.no)).slice(0, 2)).toEqual([0, 4].map(person => [labelFor(poll, person), person === 0 ? '4' : '2']))
    await says(phone, 'Look up: the result is on the screen, and here.')
    expect(await reunion.stop()).toBe(0)
  })

  it.each<[what: string, sentence: RegExp, leave: (dataDir: string) => Promise<void>]>([
    ['is missing', /There is no session "Platform"\./, async () => {}],
    ['is a rehearsal', /The session "Platform" is a rehearsal/, dataDir => leaveCards(dataDir, { rehearsal: true })],
    ['is of another workshop', /"Platform" is of another workshop/, dataDir => leaveCards(dataDir, { answers: 0 })],
  ])('refuses a session that %s, and begins nothing', async (_, sentence, leave) => {
    const dataDir = join(newFolder(), 'data')
    await leave(dataDir)
    const before = existsSync(dataDir) && readdirSync(dataDir)
    const { ended, lines } = startCommand('start', ['30', '--since', 'Platform', '--data-dir', dataDir])
    expect(await ended).toBe(1)
    expect(lines.join('\n')).toMatch(sentence)
    expect(lines.join('\n')).not.toMatch(/\bat .*\.ts:\d|Building/)
    expect(existsSync(dataDir) && readdirSync(dataDir)).toEqual(before)
  })
})
