import type { Download, Page } from 'playwright-core'
import type { Room } from '../server/harness.ts'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { idsWithForm } from '../../exercises/registry.ts'
import { serveOptions } from '../server/harness.ts'
import { begin, expectAccessible, newPhone, nowLine, openExerciseRoom, openPhoneRoom, openTab, says, useBrowser } from './phone-room.ts'

useBrowser()

async function end(room: Pick<Room, 'presenter'>): Promise<void> {
  expect((await room.presenter.send('POST', '/api/session/end')).status).toBe(200)
}

async function download(page: Page, way: { tap: () => Promise<void> }): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), way.tap()])
  return file
}

/** Writes a finished card, as a person with a partner would. */
async function finishCard(page: Page): Promise<void> {
  await page.getByText('One of my own').tap()
  await page.getByText('Write my card').tap()
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('What will you do?').fill('Own the on-call rota')
  await page.getByLabel('Who has to say yes?').fill('Ada')
  await page.getByLabel('First day').fill(inAWeek)
  await page.getByLabel('What would make you say no?').fill('I stop sleeping')
}

describe('the end of a session', () => {
  it.each(idsWithForm)('keeps a person in %s with their work, and shows the way to the last page', async (id) => {
    const room = await openExerciseRoom()
    const page = await openTab(await newPhone(), room)
    await room.goTo(id)
    await begin(page)
    const before = await page.locator('main').textContent()
    await end(room)
    await page.getByRole('link', { name: 'The workshop is over' }).waitFor()
    expect(await page.locator('main').textContent()).toBe(before)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'The workshop is over' }).tap()
    await says(page, 'The workshop is over')
    await expectAccessible(page)
  })

  it('lets a begun card be finished and saved as file, picture and calendar, and names the site', async () => {
    const room = await openExerciseRoom({ place: { site: 'https://example.org/fork/' } })
    const page = await openTab(await newPhone(), room)
    await room.goTo('try-it')
    await finishCard(page)
    await end(room)
    await nowLine(page).getByText('The workshop is over').waitFor()
    await page.getByLabel('What would others see').fill('Fewer pages at night')
    await page.locator('button[type=submit]').tap()
    await page.getByLabel('Your partner’s name').fill('Grace')
    await page.locator('button[type=submit]').tap()
    await nowLine(page).getByRole('link').tap()
    await says(page, 'It stays until you close this page')
    await page.getByRole('link', { name: 'https://example.org/fork/' }).waitFor()
    const card = page.getByRole('region', { name: 'Your trial' })
    await card.getByText('Read it').tap()
    await card.getByText('Fewer pages at night', { exact: true }).waitFor()
    await expectAccessible(page)
    const text = await download(page, card.getByRole('link', { name: 'Save as file' }))
    expect(text.suggestedFilename()).toBe('your-trial.txt')
    expect(await readFile(await text.path(), 'utf8')).toContain('What would make you say no?\r\nI stop sleeping')
    const calendar = await download(page, card.getByRole('link', { name: 'Put it into my calendar' }))
    expect((await readFile(await calendar.path(), 'utf8')).replaceAll('\r\n ', '')).toContain('Own the on-call rota')
    const picture = await download(page, card.getByRole('button', { name: 'Save as picture' }))
    expect(picture.suggestedFilename()).toBe('your-trial.png')
    expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
    await card.getByRole('img').waitFor()
    await room.close()
    await page.getByText('Read it').first().waitFor()
  })

  it('leaves a last page that outlives a reload, a new session and a second tab, until it is closed', async () => {
    const { dataDir } = serveOptions()
    const room = await openExerciseRoom({ dataDir })
    const context = await newPhone()
    const page = await openTab(context, room)
    const second = await openTab(context, room)
    await room.goTo('hybrid-check')
    await page.getByRole('checkbox').first().check()
    await end(room)
    for (const tab of [page, second])
      await nowLine(tab).getByText('The workshop is over').waitFor()
    await page.reload()
    await page.getByRole('region', { name: 'Hybrid check' }).waitFor()
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await room.close()
    const next = await openPhoneRoom({ dataDir, port: room.workshop.port, fresh: true })
    await page.getByRole('link', { name: 'Another workshop has begun' }).waitFor()
    await page.getByRole('region', { name: 'Hybrid check' }).waitFor()
    await page.close()
    const later = await openTab(context, next)
    await says(later, 'You are in')
    expect(await later.evaluate(() => Object.keys(sessionStorage))).toEqual([])
    expect(await later.evaluate(() => Object.keys(localStorage).filter(key => key.includes('hybrid')))).toEqual([])
  })

  it('lets a person go from the last page to the next session', async () => {
    const { dataDir } = serveOptions()
    const room = await openExerciseRoom({ dataDir })
    const page = await openTab(await newPhone(), room)
    await room.goTo('hybrid-check')
    await page.getByRole('checkbox').first().check()
    await end(room)
    await room.close()
    await openPhoneRoom({ dataDir, port: room.workshop.port, fresh: true })
    await page.getByRole('link', { name: 'Another workshop has begun' }).tap()
    await says(page, 'You are in')
  })
})
