import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, dayText, workingDayFrom } from '../../exercises/days.ts'
import { calendarOf, entries } from './calendar-file.ts'
import { expectFocusOn, expectKept, expectSound, expectThumbSized, goTo, useExercises } from './exercise-tabs.ts'

/** Days from today, in the zone of the browser. */
const inDays = (days: number): string => addDays(dayOf(new Date()), days)
/** A Monday, a week or more from now. */
const monday = [7, 8, 9, 10, 11, 12, 13].map(inDays).find(day => dayText(day).startsWith('Monday')) ?? ''

const open = useExercises({
  sort: 'components/sort/SortCards.vue',
  trial: 'components/trial/TrialCard.vue',
  forecast: 'components/forecast/SealedForecast.vue',
})

/** The one calendar file of the page. */
function calendar(page: Page, how: 'tap' | 'Enter'): Promise<string> {
  return calendarOf(page.locator('main a[download]'), how)
}

/** Writes what a card still needs, and goes on to its dates with a partner. */
async function finishCard(page: Page): Promise<void> {
  await page.getByLabel('Who has to say yes?').fill('Ada')
  await setDay(page, 'First day', monday)
  await page.getByLabel('What would make you say no?').fill('I dread the hour')
  await page.getByText('Finish my card').tap()
  await page.getByLabel('Your partner’s name').fill('Grace')
  await page.getByText('Make my dates').tap()
  await page.locator('main a[download]').waitFor()
}

async function finishedCard(page: Page): Promise<void> {
  await page.getByText('Mentor one junior').tap()
  await page.getByText('Write my card').tap()
  await finishCard(page)
}

/** Waits until the field with this label holds that. */
async function expectIn(page: Page, label: string, value: string): Promise<void> {
  await expect.poll(() => page.getByLabel(label).inputValue()).toBe(value)
}

/** Presses Tab until something that matches has the focus, and then a key if there is one. */
async function tabTo(page: Page, selector: string, key?: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    if (await page.locator(`:is(${selector}):focus`).count() > 0)
      return key === undefined ? undefined : page.keyboard.press(key)
  }
  throw new Error(`Tab never reached ${selector}.`)
}

describe('sort the work', () => {
  const put = '.sort-put'

  it.each(['light', 'dark'] as const)('can be done by touch alone, %s', async (look) => {
    const { page, sent } = await open('sort', { look })
    await expectSound(page)
    await expectThumbSized(page)
    for (let i = 0; i < 14; i++)
      await page.locator(put).nth(i % 3).tap()
    await page.getByRole('heading', { name: 'All on the table. No pile is the right one.' }).waitFor()
    await expectSound(page)
    await expectThumbSized(page)
    expect(await page.locator('.sort-pile.lead li').count()).toBe(5)
    await page.locator('.sort-pile.lead li button').first().tap()
    await page.locator('.sort-progress', { hasText: '13 of 14' }).waitFor()
    await page.locator('[data-pile=depends] button').first().tap()
    await expect.poll(() => page.locator('.sort-pile.depends li').count()).toBe(5)
    expect(sent).toEqual([])
    await expectKept(page, 1)
  })

  it('a card dragged onto a pile stays there, and beside a pile it goes back', async () => {
    const { page } = await open('sort')
    const text = await page.locator('.sort-hand').textContent()
    async function drag(to: { x: number, y: number }): Promise<void> {
      const from = await page.locator('.sort-hand').boundingBox()
      await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 40)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 5 })
      await page.mouse.up()
    }
    await drag({ x: 180, y: 5 })
    await expect.poll(() => page.locator('.sort-hand').textContent()).toBe(text)
    const lead = await page.locator('[data-pile=lead]').boundingBox()
    await drag({ x: (lead?.x ?? 0) + 60, y: (lead?.y ?? 0) + 20 })
    await expect.poll(() => page.locator('.sort-hand').textContent()).not.toBe(text)
    expect(await page.locator('[data-pile=lead] li').textContent()).toBe(text)
  })

  it('can be done by keyboard alone: each card is announced, and the last one leads to the end', async () => {
    const { page, sent } = await open('sort')
    await tabTo(page, '[data-pile=lead] button')
    for (let i = 13; i >= 0; i--) {
      await page.keyboard.press('Enter')
      await page.locator('.sort-said', { hasText: i === 0 ? 'That was the last card.' : `${i} to go. Next: ` }).waitFor()
    }
    await expectFocusOn(page, 'All on the table')
    await tabTo(page, '.clear-work button', 'Enter')
    await page.locator('.sort-progress', { hasText: '0 of 14' }).waitFor()
    await tabTo(page, '.clear-work button', 'Enter')
    await page.getByRole('heading', { name: 'All on the table' }).waitFor()
    expect(sent).toEqual([])
  })
})

/** A day in the field of its label, as the browser's own date picker enters it. */
async function setDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day)
}

describe('try it first', () => {
  it.each(['light', 'dark'] as const)('leads by touch from the card to the partner to one calendar file, %s', async (look) => {
    const { page, sent } = await open('trial', { look, width: 320 })
    await expectSound(page)
    await page.getByText('Systems', { exact: true }).tap()
    await page.getByText('Hunt the oldest open fault').tap()
    await expectSound(page)
    await expectThumbSized(page)
    await page.getByText('Write my card').tap()
    await page.getByText('Finish my card').tap()
    await page.locator('[aria-invalid=true]:focus').waitFor()
    expect(await page.locator('[aria-invalid=true]').count()).toBe(4)
    await expectSound(page)
    await expectThumbSized(page)
    await page.getByLabel('Who has to say yes?').fill('Grace, on Monday')
    await setDay(page, 'First day', monday)
    await page.getByText('Finish my card').tap()
    await page.getByText('Without that line the trial can only tell you yes').waitFor()
    await page.getByLabel('What would make you say no?').fill('I look for meetings to escape to')
    await page.getByText('Finish my card').tap()
    await page.getByRole('heading', { name: 'Now read it to somebody' }).waitFor()
    await expectSound(page)
    await expectThumbSized(page)
    await page.getByText('Make my dates').tap()
    await page.getByText('Write the name of your partner.').waitFor()
    await page.getByLabel('Your partner’s name').fill('Ada; from Team 7')
    const call = await page.getByLabel('Day of the call').inputValue()
    await page.getByText('Make my dates').tap()
    await page.getByRole('heading', { name: 'Hunt the oldest open fault' }).waitFor()
    for (const summary of await page.locator('summary').all())
      await summary.tap()
    await expectSound(page)
    const file = await calendar(page, 'tap')
    await page.getByText('Saved as my-trial.ics').waitFor()
    expect(entries(file)).toEqual([
      ['SUMMARY:Trial starts: Hunt the oldest open fault', monday],
      ['SUMMARY:Trial\\, half-way: Hunt the oldest open fault', workingDayFrom(addDays(monday, 12))],
      ['SUMMARY:Trial ends: Hunt the oldest open fault', addDays(monday, 25)],
      ['SUMMARY:Call Ada\\; from Team 7 about both trials\\, 15 minutes', call],
      ['SUMMARY:Open your forecast from The Fork', inDays(90)],
    ].sort(([, a = ''], [, b = '']) => a.localeCompare(b)))
    expect(file.match(/TRIGGER:PT0S/g)).toHaveLength(5)
    expect(file).toContain('Says yes: Grace\\, on Monday')
    expect(sent).toEqual([])
  })

  it.each([
    ['a first day in the past', -1, 40, 'This day is over'],
    ['a last day before the first', 20, 10, 'The last day comes before the first.'],
    ['a last day after a week', 7, 14, 'That is less than four weeks'],
    ['a last day after half a year', 7, 190, 'That is more than twelve weeks'],
    ['a first day in another century', 36_500, 36_540, 'more than a year away'],
  ])('refuses %s with a sentence, and keeps what was written', async (_, start, end, sentence) => {
    const { page } = await open('trial')
    await page.getByText('Mentor one junior').tap()
    await page.getByText('Write my card').tap()
    await page.getByLabel('Who has to say yes?').fill('Ada')
    await page.getByLabel('What would make you say no?').fill('I dread the hour')
    await setDay(page, 'First day', inDays(start))
    await setDay(page, 'Last day', inDays(end))
    await page.getByText('Finish my card').tap()
    await page.getByText(sentence).waitFor()
    await expectIn(page, 'Last day', inDays(end))
    await page.locator('[aria-invalid=true]:focus').waitFor()
    await setDay(page, 'First day', monday)
    await setDay(page, 'Last day', addDays(monday, 39))
    await page.getByText('Finish my card').tap()
    await page.getByRole('heading', { name: 'Now read it to somebody' }).waitFor()
  })

  it('can be done by keyboard alone, with a trial of one\'s own and no partner', async () => {
    const { page, sent } = await open('trial')
    await tabTo(page, '.trial-entry input', 'ArrowUp')
    await tabTo(page, 'button.main', 'Enter')
    await expectFocusOn(page, /^Your trial card$/)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Plan the offsite')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada')
    await page.keyboard.press('Tab')
    const [year, month, day] = monday.split('-')
    await page.keyboard.type(`${month}${day}${year}`)
    await expectIn(page, 'Last day', addDays(monday, 39))
    await tabTo(page, '.trial-field:last-child textarea')
    await page.keyboard.type('Nobody wants to come')
    await tabTo(page, 'button.main', 'Enter')
    await expectFocusOn(page, /^Now read it to somebody$/)
    await tabTo(page, '.actions button:last-child', 'Enter')
    await expectFocusOn(page, /^Plan the offsite$/)
    await tabTo(page, 'a[download]')
    expect(entries(await calendar(page, 'Enter'))).toHaveLength(4)
    expect(sent).toEqual([])
  })

  it('outlives a reload; deleting can be undone for ten seconds', async () => {
    const { page } = await open('trial')
    await page.clock.install()
    await finishedCard(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Mentor one junior' }).waitFor()
    await page.getByText('Delete it here').tap()
    await expectFocusOn(page, 'Which piece of work')
    await expectKept(page, 0)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await page.getByRole('heading', { name: 'Mentor one junior' }).waitFor()
    await page.getByText('Delete it here').tap()
    await page.clock.fastForward(10_000)
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    await expectKept(page, 0)
  })

  it('keeps the ids of its calendar entries when the card is changed', async () => {
    const { page } = await open('trial')
    await finishedCard(page)
    const before = await calendar(page, 'tap')
    await page.getByText('Change the card').tap()
    await page.getByLabel('What will you do?').fill('Mentor Ada')
    await page.getByText('Finish my card').tap()
    await page.getByText('Make my dates').tap()
    const after = await calendar(page, 'tap')
    expect(after).toContain('Trial starts: Mentor Ada')
    expect(after.match(/UID:.*/g)).toEqual(before.match(/UID:.*/g))
  })

  it('keeps a title of one’s own when another trial is chosen, and says what the menu calls it', async () => {
    const { page } = await open('trial')
    await page.getByText('Mentor one junior').tap()
    await page.getByText('Write my card').tap()
    await page.getByLabel('What will you do?').fill('Mentor Ada')
    await page.getByText('Back to the menu').tap()
    await page.getByText('Run one planning cycle').tap()
    await page.getByText('Write my card').tap()
    await expectIn(page, 'What will you do?', 'Mentor Ada')
    await page.getByText('On the menu: “Run one planning cycle”').waitFor()
    await expectSound(page)
  })

  it('shows what another tab has changed', async () => {
    const { page } = await open('trial')
    const second = await page.context().newPage()
    await goTo(second, page.url())
    await second.getByText('Mentor one junior').tap()
    await second.getByText('Write my card').tap()
    await page.getByLabel('Who has to say yes?').fill('Ada')
    await expectIn(second, 'Who has to say yes?', 'Ada')
  })

  it('works in a browser that stores nothing, and says so', async () => {
    const { page } = await open('trial', { isBlocked: true })
    await page.getByText('One of my own').tap()
    await page.getByText('Write my card').tap()
    await page.getByText('This browser keeps nothing').waitFor()
    await page.getByLabel('What will you do?').fill('Own the on-call rota')
    await finishCard(page)
    expect(await calendar(page, 'tap')).toContain('Trial starts: Own the on-call rota')
  })
})

describe('sealed forecast', () => {
  it.each(['light', 'dark'] as const)('can be sealed by touch, with the forecast inside, %s', async (look) => {
    const { page, sent } = await open('forecast', { look, width: 320 })
    await expectSound(page)
    await expectThumbSized(page)
    expect(await page.locator('a[download]').count()).toBe(0)
    await page.getByText('More gain than drain').tap()
    await page.getByLabel('Why?').fill('I like the puzzle; I will miss the quiet')
    await expectSound(page)
    const file = await calendar(page, 'tap')
    expect(file).toContain('+1 More gain than drain\\nBecause: I like the puzzle\\; I will miss the quiet')
    expect(entries(file)).toEqual([['SUMMARY:Your forecast from The Fork', inDays(90)]])
    await page.getByText('Saved as open-my-forecast.ics').waitFor()
    await expectSound(page)
    expect(sent).toEqual([])
  })

  it('outlives a reload; clearing can be undone for ten seconds', async () => {
    const { page } = await open('forecast')
    await page.clock.install()
    await page.getByText('More gain than drain').tap()
    await page.getByLabel('Why?').fill('I like the puzzle')
    await page.locator('a[download]').waitFor()
    await page.reload()
    await expectIn(page, 'Why?', 'I like the puzzle')
    await page.getByText('Seal it in my calendar').waitFor()
    await page.getByText('Clear my forecast').tap()
    await expectKept(page, 0)
    await expectIn(page, 'Why?', '')
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expectIn(page, 'Why?', 'I like the puzzle')
    await page.getByText('Clear my forecast').tap()
    await page.clock.fastForward(10_000)
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    await expectKept(page, 0)
  })

  it('works in a browser that stores nothing, and says so', async () => {
    const { page } = await open('forecast', { isBlocked: true })
    await page.getByText('More gain than drain').tap()
    await page.getByText('This browser keeps nothing').waitFor()
    expect(entries(await calendar(page, 'tap'))).toHaveLength(1)
  })

  it('can be sealed by keyboard alone as a reminder that holds nothing typed', async () => {
    const { page, sent } = await open('forecast')
    await tabTo(page, 'input[value="-2"]', 'ArrowDown')
    await tabTo(page, 'textarea')
    await page.keyboard.type('A secret')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'a[download]')
    await expectSound(page)
    const file = await calendar(page, 'Enter')
    expect(file).toContain('in the envelope')
    expect(file).not.toMatch(/A secret|−\d More/)
    expect(sent).toEqual([])
  })

  it('opens on the chosen day, if that is in the future', async () => {
    const { page } = await open('forecast')
    await page.getByText('On paper').tap()
    for (const [day, sentence] of [['', 'Choose the day to open it'], [inDays(-3), 'Choose a day that is still to come'], [inDays(0), 'Choose a day that is still to come']] as const) {
      await page.getByLabel('Open it on').fill(day)
      await page.getByText(sentence).waitFor()
      expect(await page.locator('a[download]').count()).toBe(0)
    }
    await page.getByLabel('Open it on').fill(inDays(120))
    expect(entries(await calendar(page, 'tap'))).toEqual([['SUMMARY:Open your forecast from The Fork', inDays(120)]])
  })
})
