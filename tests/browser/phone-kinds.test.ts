import { describe, expect, it } from 'vitest'
import { pollsOfEveryKind } from '../poll-samples.ts'
import { expectAccessible, newPhone, openPhoneRoom, openTab, says, send, useBrowser } from './phone-room.ts'

useBrowser()

const polls = pollsOfEveryKind(['Momentum', 'Verantwortungsübernahme', 'אין זמן', 'Ties', 'Book meetings across every coding block'])
const slides = polls.map(({ id }, i) => ({ no: i + 1, title: id, alias: `ask-${id}`, section: 'welcome', poll: id, exercise: null, clicks: 1 }))

describe.each(['100%', '200%'])('poll forms with text at %s', (size) => {
  it('the form of every kind fits a phone of 360 px', async () => {
    const room = await openPhoneRoom({ polls, manifest: { format: 90, slides } })
    const page = await openTab(await newPhone(), room)
    await page.evaluate(text => document.documentElement.style.fontSize = text, size)
    for (const { no, poll } of slides) {
      await room.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })
      await page.locator(`.poll-form-${poll.replace('some-', '')}`).waitFor()
      await expectAccessible(page)
    }
  })

  it('options are put in order by touch and by keyboard, each heard with its place', async () => {
    const rank = polls.filter(({ kind }) => kind === 'rank')
    const room = await openPhoneRoom({ polls: rank, manifest: { format: 90, slides: slides.filter(({ poll }) => poll === 'some-rank').map(slide => ({ ...slide, no: 1 })) } })
    const page = await openTab(await newPhone(), room)
    await page.evaluate(text => document.documentElement.style.fontSize = text, size)
    await room.presenter.send('POST', '/api/slide', { slide: 1, clicks: 0 })
    await page.getByLabel('Ties').tap()
    await page.getByLabel('Momentum').focus()
    await page.keyboard.press('Space')
    expect(await page.getByRole('checkbox', { name: /Momentum ?, place 2/ }).isChecked()).toBe(true)
    await send(page)
    await says(page, 'Put all 5 in order: 3 are left.')
    await page.getByLabel('Ties').tap()
    for (const label of ['Verantwortungsübernahme', 'אין זמן', 'Ties', 'Book meetings across every coding block'])
      await page.getByLabel(label).tap()
    await expectAccessible(page)
    await send(page)
    await says(page, '1. Momentum · 2. Verantwortungsübernahme · 3. אין זמן · 4. Ties · 5. Book meetings across every coding block')
  })
})
