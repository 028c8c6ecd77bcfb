import type { Poll } from '../../live/domain/poll-rules.ts'
import type { Firefox } from '../../scripts/lib/firefox.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { formOf } from '../../exercises/registry.ts'
import { DOUBLE_PRESS_MS } from '../../live/client/double-press.ts'
import { findFirefox, startFirefox } from '../../scripts/lib/firefox.ts'
import { Bidi } from './bidi.ts'
import { openDeckRoom, pollOf, slides, stateOf, useDecks } from './deck-windows.ts'

const executable = findFirefox() ?? ''
const room = { width: 1280, height: 720 }
const hand = { width: 360, height: 640 }
/** The rule of double presses requires a pause between two presses on a poll's slide. */
const BREATH = `new Promise(resolve => setTimeout(resolve, ${2 * DOUBLE_PRESS_MS}, true))`

useDecks()

/** The first slide that asks a poll of this sort, and the poll. */
function asking(is: (poll: Poll) => boolean): { no: number, poll: Poll } {
  for (const { no, poll: id } of slides()) {
    const poll = polls.find(one => one.id === id)
    if (poll && is(poll))
      return { no, poll }
  }
  throw new RangeError('no slide asks such a poll')
}

/** Where Firefox cannot be installed, `npm test` says so, and fails on CI. */
describe.runIf(executable)('in Firefox', () => {
  let firefox: Firefox
  let bidi: Bidi

  beforeAll(async () => {
    firefox = await startFirefox(executable)
    bidi = await Bidi.open(firefox.address)
  })
  afterAll(async () => {
    bidi.close()
    await firefox.close()
  })

  it('the clicker asks a question, a phone answers it, and the wall shows the result', async () => {
    const served = await openDeckRoom({ floor: 1 })
    const presenter = await bidi.newPage(served.workshop.presenterUrl, { width: 1366, height: 768 })
    await presenter.reads('.session-controls', 'phones here')
    const wall = await bidi.newPage(`${served.base}/deck/`, room)
    const phone = await bidi.newPage(`${served.base}/`, hand)
    await phone.reads('h1', 'You are in')

    const { no, poll } = asking(({ kind }) => kind !== 'words')
    for (let seq = -1; (await stateOf(served)).slide?.slide !== no;) {
      await presenter.evaluate(BREATH)
      await presenter.press('PageDown')
      await expect.poll(async () => (await stateOf(served)).slide?.seq ?? -1).toBeGreaterThan(seq)
      seq = (await stateOf(served)).slide?.seq ?? -1
    }
    await phone.reads('h1, legend', poll.question)
    await phone.click('main form label')
    await phone.click('button', 'Send my answer')
    await phone.reads('main', 'Your answer is in')
    await presenter.reads('.poll-controls', '1 answered')
    await presenter.press('t')
    await wall.until('[...document.querySelectorAll(".poll-countdown")].some(one => one.getClientRects().length > 0)')
    await presenter.evaluate(BREATH)
    await presenter.press('PageDown')
    await wall.reads('.poll-room-view .status', 'Closed · 1 of 1 phone answered')
    await phone.reads('main', 'Look up: the result is on the screen, and here.')
    expect(await pollOf(served, poll.id)).toMatchObject({ phase: 'revealed', result: { voters: 1 } })
    expect(bidi.problems).toEqual([])
  }, 60_000)

  it('a phone writes words in any script, and opens an exercise', async () => {
    const served = await openDeckRoom({ floor: 1 })
    const phone = await bidi.newPage(`${served.base}/`, hand)
    const words = asking(({ kind }) => kind === 'words')
    await served.presenter.send('POST', '/api/slide', { slide: words.no, clicks: 0 })
    await phone.click('textarea, input[type=text]')
    await phone.write('لا وقت für 时间')
    await phone.click('button', 'Send my answer')
    await phone.reads('main', 'Your answer is in')
    await served.presenter.send('POST', `/api/polls/${words.poll.id}/close`)
    const { json } = await served.presenter.send<{ words: { text: string }[] }>('GET', `/api/polls/${words.poll.id}/words`)
    expect(json.words.map(({ text }) => text)).toEqual(['لا وقت für 时间'])

    const { no, exercise } = slides().find(slide => slide.exercise !== null) ?? { no: 0, exercise: null }
    await served.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })
    await phone.reads('header', formOf(exercise ?? '')?.title ?? '')
    await phone.until('document.querySelector("main h1") && !document.querySelector("main h1").textContent.startsWith("Opening")')
    await phone.until('document.documentElement.scrollWidth <= innerWidth')
    expect(bidi.problems).toEqual([])
  }, 60_000)
})
