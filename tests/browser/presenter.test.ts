import type { Locator, Page } from 'playwright-core'
import type { LeftSession } from '../../live/domain/state.ts'
import type { ExportedResults } from '../../live/server/exported-results.ts'
import type { Room } from '../server/harness.ts'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { answerOf, eachKind, moderated, question } from '../deck-polls.ts'
import { violationsOf } from './accessibility.ts'
import { jump, jumpToPoll, newBrowser, openDeckRoom, openPresenter, openPresenterAt, pollOf, slideNo, slides, standAt, stateOf, takeABreath, useDecks } from './deck-windows.ts'

useDecks()

describe('the presenter view', () => {
  it('keys open, close, reveal and reset a poll, and the panel says what the next click does', async () => {
    const { room, presenter } = await openPresenterAt(question.alias, { floor: 2 })
    const panel = presenter.locator('.presenter-panel')
    await room.answers(question.poll.id, 3, n => answerOf(question.poll, n))
    await panel.getByText('3 answered').waitFor()
    await panel.getByText('The next click closes the poll and shows the result.').waitFor()
    await presenter.keyboard.press('c')
    await panel.locator('.phase', { hasText: 'closed' }).waitFor()
    await presenter.keyboard.press('s')
    await panel.locator('.phase', { hasText: 'open' }).waitFor()
    await presenter.keyboard.press('r')
    await panel.locator('.phase', { hasText: 'revealed' }).waitFor()
    await presenter.keyboard.press('x')
    await panel.getByText('Ask again, round 2?').waitFor()
    expect(await pollOf(room, question.poll.id)).toMatchObject({ round: 1, phase: 'revealed' })
    await presenter.keyboard.press('x')
    await panel.getByText('Round 2').waitFor()
    expect(await pollOf(room, question.poll.id)).toMatchObject({ round: 2, phase: 'open', answered: 0 })
  })

  it('answers that come in disturb neither a number being typed nor a question being asked', async () => {
    const { room, presenter } = await openPresenterAt(question.alias)
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('7')
    await room.answers(question.poll.id, 2, n => answerOf(question.poll, n))
    await presenter.locator('.poll-controls .answered', { hasText: '2' }).waitFor()
    const field = presenter.locator('.hand-count input').first()
    expect(await field.inputValue()).toBe('7')
    await field.press('Enter')
    await presenter.locator('.hand-count').getByText('7 hands saved').waitFor()
    await presenter.keyboard.press('Escape')
    await presenter.keyboard.press('x')
    await room.answers(question.poll.id, 1, n => answerOf(question.poll, n))
    await presenter.locator('.poll-controls .answered', { hasText: '3' }).waitFor()
    await presenter.locator('.poll-controls').getByText('Ask again, round 2?').waitFor({ timeout: 2_000 })
  })

  it('a store that fails is reported until it works again', async () => {
    const { room, presenter } = await openPresenterAt(question.alias)
    const [file, elsewhere] = [join(room.dataDir, `${room.workshop.session}.sqlite`), join(room.dataDir, 'moved')]
    const nextClick = presenter.locator('.ahead').getByText('The next click')
    await nextClick.waitFor()
    renameSync(file, elsewhere)
    await presenter.locator('.ahead .lost', { hasText: 'was moved or deleted' }).waitFor()
    renameSync(elsewhere, file)
    await nextClick.waitFor()
  })

  it('hands are counted as number, Enter, next number', async () => {
    const { room, presenter } = await openPresenterAt(question.alias, { floor: 1 })
    await presenter.keyboard.press('h')
    for (const number of ['3', '2']) {
      await presenter.keyboard.type(number)
      await presenter.keyboard.press('Enter')
    }
    await presenter.locator('.hand-count').getByText('5 hands saved').waitFor()
    // Back at the first one, its number is replaced.
    await presenter.keyboard.press('Escape')
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('4')
    await presenter.keyboard.press('Enter')
    await presenter.locator('.hand-count').getByText('6 hands saved').waitFor()
    await presenter.keyboard.press('Escape')
    await presenter.keyboard.press('r')
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, question.poll.id)).result).toMatchObject({ hands: Object.fromEntries(optionsOf(question.poll).map(({ id }, i) => [id, [4, 2][i] ?? 0])) })
  })

  it('the browser\'s own shortcuts keep working', async () => {
    const { room, presenter } = await openPresenterAt(question.alias)
    await presenter.keyboard.press('Control+c')
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('cx2')
    await presenter.keyboard.press('Enter')
    await presenter.locator('.hand-count').getByText('2 hands saved').waitFor()
    expect((await pollOf(room, question.poll.id)).phase).toBe('open')
  })

  it('counted hands outlive a reload and show beside the phones', async () => {
    const { room, presenter } = await openPresenterAt(question.alias, { floor: 2 })
    await room.answers(question.poll.id, 2, n => answerOf(question.poll, n))
    await presenter.keyboard.press('h')
    await presenter.keyboard.type('3')
    await presenter.keyboard.press('Tab')
    await presenter.locator('.hand-count').getByText('3 hands saved').waitFor()
    await presenter.reload()
    const first = presenter.locator('.hand-count input').first()
    await first.waitFor()
    expect(await first.inputValue()).toBe('3')
    await presenter.keyboard.press('r')
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, question.poll.id)).result).toMatchObject({ voters: 2, hands: Object.fromEntries(optionsOf(question.poll).map(({ id }, i) => [id, i === 0 ? 3 : 0])) })
  })

  it.each(moderated.slice(0, 1))('a word of $alias is hidden by keyboard before the room sees it', async ({ poll, alias }) => {
    const { room, presenter } = await openPresenterAt(alias, { floor: 1 })
    await room.answers(poll.id, 3, n => ['alpha', 'beta', 'gamma'][n])
    await presenter.keyboard.press('c')
    await presenter.locator('.words-moderation').getByText('gamma').waitFor()
    await presenter.keyboard.press('h')
    await presenter.keyboard.press('ArrowDown')
    await presenter.keyboard.press('h')
    await presenter.locator('.words-moderation').getByText('hidden').waitFor()
    // The box still has the focus: the clicker works from there too.
    for (const clicks of [1, 2]) {
      await takeABreath(presenter)
      await presenter.keyboard.press('ArrowRight')
      await standAt([presenter], slideNo(alias), clicks)
    }
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, poll.id)).result).toMatchObject({ words: [{ text: 'alpha' }, { text: 'gamma' }] })
  })

  it.each(moderated.slice(0, 1))('words of $alias are grouped by keyboard and by mouse, and ungrouped again', async ({ poll: { id: poll }, alias }) => {
    const { room, presenter } = await openPresenterAt(alias, { floor: 1 })
    await room.answers(poll, 4, n => ['no time', 'not enough time', 'hours', 'money'][n])
    await presenter.keyboard.press('c')
    const list = presenter.locator('.words-moderation')
    const row = (text: string): Locator => list.locator('.read-word', { hasText: text }).first()
    await row('money').waitFor()
    await row('not enough time').locator('input').focus()
    await presenter.keyboard.press('u')
    await row('no time').locator('input').focus()
    await presenter.keyboard.press('u')
    await row('no time').getByText('× 2').waitFor()
    await row('hours').hover()
    await row('hours').getByRole('button').click()
    expect(await violationsOf(presenter, '.presenter-panel')).toEqual([])
    await row('no time').getByRole('button', { name: 'put here' }).click()
    await row('no time').getByText('× 3').waitFor()
    await presenter.keyboard.press('r')
    await presenter.locator('.phase', { hasText: 'revealed' }).waitFor()
    expect((await pollOf(room, poll)).result).toMatchObject({ voters: 4, words: [{ text: 'no time', count: 3 }, { text: 'money', count: 1 }] })
    await row('hours').hover()
    await row('hours').getByRole('button', { name: 'take out' }).click()
    await row('no time').getByText('× 2').waitFor()
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    const told = json.rounds.find(round => round.poll === poll)?.words.map(({ text, count, under }) => [text, count, under])
    expect(told?.toSorted()).toEqual([['hours', 1, null], ['money', 1, null], ['no time', 1, null], ['not enough time', 1, 'no time']])
  })

  it('help appears when nobody has joined for a minute', async () => {
    const room = await openDeckRoom()
    const context = await newBrowser()
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(room.workshop.presenterUrl)
    await page.locator('.session-controls').waitFor()
    expect(await page.getByText('No phone has joined yet').count()).toBe(0)
    await page.clock.runFor(61_000)
    await page.getByText('No phone has joined yet').waitFor()
    const phone = await (await room.voter()).listen()
    await page.getByText('No phone has joined yet').waitFor({ state: 'detached' })
    await phone.close()
  })

  it('ending the session asks once more, and then says that it is over', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await presenter.getByRole('button', { name: 'End the session' }).click()
    expect((await stateOf(room)).session.ended).toBe(false)
    await presenter.getByRole('button', { name: 'Yes' }).click()
    await presenter.getByText('The session is over.').first().waitFor()
    expect((await stateOf(room)).session.ended).toBe(true)
    await presenter.keyboard.press('PageDown')
    await presenter.locator('.ahead .lost').waitFor()
  })

  it('a window without a valid key shows the server\'s sentence', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    await presenter.context().clearCookies()
    await presenter.keyboard.press('PageDown')
    await presenter.locator('.ahead').getByText('Only the presenter can do this.').waitFor()
    expect((await stateOf(room)).slide).toMatchObject({ slide: 1 })
  })

  it('the panel has no accessibility violations', async () => {
    const room = await openDeckRoom({ floor: 1 })
    const presenter = await openPresenter(room)
    for (const { alias } of eachKind) {
      await jumpToPoll(presenter, alias)
      await presenter.keyboard.press('c')
      await presenter.locator('.phase', { hasText: 'closed' }).waitFor()
      expect(await violationsOf(presenter, '.presenter-panel')).toEqual([])
    }
  })

  it('an action that a broken or busy server did not do is repeated and happens once', async () => {
    const { room, presenter } = await openPresenterAt(question.alias)
    const failures = [500, 429, 507]
    const keys: (string | undefined)[] = []
    await presenter.route('**/reset', (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      const status = failures.shift()
      return status === undefined ? route.continue() : route.fulfill({ status, json: { error: { code: 'broken', message: 'The disk is full.' } } })
    })
    await presenter.keyboard.type('xx')
    await presenter.locator('.ahead').getByText('The disk is full. Trying again.').waitFor()
    await presenter.locator('.poll-controls').getByText('Round 2').waitFor()
    expect(await pollOf(room, question.poll.id)).toMatchObject({ round: 2 })
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
    await presenter.locator('.ahead .lost').waitFor({ state: 'detached' })
  })

  it('the panel counts begun and finished work, and ending asks about unfinished work', async () => {
    const room = await openDeckRoom()
    const presenter = await openPresenter(room)
    const { no, exercise } = slides().find(slide => slide.exercise !== null) ?? {}
    if (!no || !exercise)
      throw new RangeError('no slide offers an exercise')
    await jump(presenter, no)
    await presenter.locator('.progress').getByText('no phone has begun yet').waitFor()
    const [first, second] = [await room.voter(), await room.voter()]
    for (const [phone, stage] of [[first, 'began'], [second, 'began'], [second, 'finished']] as const)
      expect((await phone.send('POST', '/api/progress', { exercise, stage })).status).toBe(200)
    await presenter.locator('.progress').getByText('2 phones began, 1 finished.').waitFor()
    await presenter.getByRole('button', { name: 'End the session' }).click()
    await presenter.getByText(/Not finished: .* on 1 phone\. End it for all\?/).waitFor()
    await presenter.getByRole('button', { name: 'No' }).click()
    expect((await stateOf(room)).session.ended).toBe(false)
  })

  it('sessions left without an end can each be ended after a second question', async () => {
    const first = await openDeckRoom({ session: 'Équipe 2' })
    await first.close()
    const second = await openDeckRoom({ dataDir: first.dataDir, session: '2026-11-25' })
    await second.close()
    const room = await openDeckRoom({ dataDir: first.dataDir, fresh: true })
    const presenter = await openPresenter(room)
    const left = presenter.getByRole('region', { name: 'Sessions left without an end' })
    expect(await left.getByRole('listitem').count()).toBe(2)
    expect(await violationsOf(presenter, '.presenter-panel')).toEqual([])
    await left.getByRole('button', { name: 'End “2026-11-25”' }).click()
    await left.getByText('End “2026-11-25”? Its results stay.').waitFor()
    await left.getByRole('button', { name: 'No' }).click()
    expect((await leftOpen(room))?.length).toBe(2)
    await left.getByRole('button', { name: 'End “2026-11-25”' }).click()
    await left.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => left.getByRole('listitem').count()).toBe(1)
    await left.getByRole('button', { name: 'End “Équipe 2”' }).click()
    await left.getByRole('button', { name: 'Yes' }).click()
    await left.waitFor({ state: 'detached' })
    expect(await leftOpen(room)).toEqual([])
    await room.close()
    const again = await openDeckRoom({ dataDir: first.dataDir, fresh: true })
    expect((await leftOpen(again))?.map(({ name }) => name)).toEqual([room.workshop.session])
  })

  it('the sentence that there is no other address stays until the next step, and Escape closes the list of keys', async () => {
    const presenter = await openPresenter(await openDeckRoom())
    await presenter.keyboard.press('n')
    await presenter.locator('.ahead').getByText('This laptop has no other address.').waitFor()
    await presenter.keyboard.press('PageDown')
    await presenter.locator('.ahead').getByText('The next click').waitFor()
    await presenter.keyboard.press('?')
    await presenter.locator('.key-list').waitFor()
    await presenter.keyboard.press('Escape')
    await presenter.locator('.key-list').waitFor({ state: 'detached' })
  })

  it.each([1, 2, 3].flatMap(layout => moderated.slice(0, 1).map(one => ({ layout, ...one }))))('the panel covers nothing in layout $layout, and grows for words to read', async ({ layout, poll, alias }) => {
    const room = await openDeckRoom({ floor: 1 })
    const presenter = await openPresenter(room)
    await presenter.evaluate(layout => localStorage.setItem('slidev-presenter-layout', String(layout)), layout)
    await presenter.setViewportSize({ width: 1366, height: 768 })
    await presenter.reload()
    await presenter.locator('.session-controls').waitFor()
    await jumpToPoll(presenter, alias)
    await room.answers(poll.id, 22, n => `Answer ${n}`)
    await presenter.locator('.poll-controls .answered', { hasText: '22' }).waitFor()
    expect(await overlapsIn(presenter)).toEqual([])
    await presenter.keyboard.press('c')
    await presenter.locator('.words-moderation').getByText('Answer 21').waitFor()
    expect(await overlapsIn(presenter)).toEqual([])
    const seen = await presenter.locator('.words-moderation label').evaluateAll(labels => labels.filter((label) => {
      const { top, bottom } = label.getBoundingClientRect()
      const box = label.closest('.middle')?.getBoundingClientRect()
      return box && top >= box.top && bottom <= box.bottom
    }).length)
    expect(seen).toBe(22)
  })
})

/** What the presenter's windows are told of earlier sessions. */
async function leftOpen(room: Room): Promise<LeftSession[] | undefined> {
  return (await room.presenter.state('screen')).json.presenter?.leftOpen
}

/** Parts of the presenter view that lie over each other, or are too small to be of use. */
function overlapsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = ['.main', '.next', '.note', '.presenter-panel', '.bottom'].map((selector) => {
      const box = document.querySelector(`.slidev-presenter .grid-container > ${selector}`)?.getBoundingClientRect()
      return { selector, top: box?.top ?? 0, bottom: box?.bottom ?? 0, left: box?.left ?? 0, right: box?.right ?? 0 }
    })
    const small = parts.filter(one => one.bottom - one.top < 40 || one.right - one.left < 200 || one.bottom > innerHeight + 1).map(one => one.selector)
    const over = parts.flatMap((one, at) => parts.slice(at + 1)
      .filter(two => one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1)
      .map(two => `${one.selector} ${two.selector}`))
    return [...small, ...over]
  })
}
