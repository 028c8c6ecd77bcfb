import type { Component } from 'vue'
import type { Length } from '../../live/domain/manifest.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import SealedForecast from '../../components/forecast/SealedForecast.vue'
import SortCards from '../../components/sort/SortCards.vue'
import TrialCard from '../../components/trial/TrialCard.vue'
import { formats } from '../../exercises/agenda.ts'
import { feelings } from '../../exercises/forecast/forecast.ts'
import { cardsFor } from '../../exercises/sort-the-work/cards.ts'
import { emptyCard } from '../../exercises/try-it/card.ts'
import { trialDates } from '../../exercises/try-it/dates.ts'
import { callQuestions, pairTalk } from '../../exercises/try-it/partner-call.ts'
import { trials } from '../../exercises/try-it/trials.ts'
import { workshopLength } from '../../live/client/workshop-length.ts'

afterEach(() => vi.unstubAllGlobals())

async function show(component: Component, props: object = {}, minutes?: Length): Promise<string> {
  return (await renderToString(createSSRApp({ render: () => h(component, props) }).provide(workshopLength, () => minutes))).replace(/<!--.*?-->/g, '')
}

/** A browser's storage that holds one entry. */
function stored(key: string, value: unknown, version = 1): Storage {
  const entries = new Map([[key, JSON.stringify({ version, value })]])
  return {
    get length() { return entries.size },
    key: i => [...entries.keys()][i] ?? null,
    getItem: name => entries.get(name) ?? null,
    setItem: (name, text) => void entries.set(name, text),
    removeItem: name => void entries.delete(name),
    clear: () => entries.clear(),
  }
}

describe.each<[string, Component]>([['sort', SortCards], ['trial', TrialCard], ['forecast', SealedForecast]])('%s', (_, component) => {
  it.each(['h1', 'h2'] as const)('has its title as %s, for the phone and for a slide', async (heading) => {
    const page = await show(component, { heading, session: 'a' })
    expect(page.match(new RegExp(`<${heading}[ >]`, 'g'))).toHaveLength(1)
    expect(page).not.toMatch(heading === 'h2' ? /<h1/ : /<h3/)
  })

  it('calls nothing outside itself', async () => {
    expect(await show(component)).not.toMatch(/src=|url\(|http/)
  })
})

describe('sort the work', () => {
  it.each(formats.filter(format => cardsFor(format).length > 0))('at %i minutes begins with the first of that length’s cards and three piles', async (format) => {
    const page = await show(SortCards, {}, format)
    expect(page).toContain(`0 of ${cardsFor(format).length} sorted`)
    expect(page).toContain(cardsFor(format)[0]?.text)
    expect(page.match(/data-pile="(manager|lead|depends)"/g)).toHaveLength(3)
  })
})

describe('try it first', () => {
  it('offers every people trial and one of your own, and marks nothing without ticks', async () => {
    const page = await show(TrialCard, { session: 'a' })
    for (const trial of trials.filter(one => one.side === 'people'))
      expect(page).toContain(trial.title)
    expect(page).toContain('One of my own')
    expect(page).not.toContain('never done')
  })

  it('begins with what was ticked as never done in this session', async () => {
    const audit = { at: 16, drafts: { P6: { rating: -1, never: true }, P1: { rating: 2 } } }
    vi.stubGlobal('localStorage', stored('the-fork:energy-audit:a', audit))
    const page = await show(TrialCard, { session: 'a' })
    expect(page.indexOf('Give three people feedback')).toBeLessThan(page.indexOf('Mentor one junior'))
    expect(page.match(/you ticked this as never done/g)).toHaveLength(2)
    vi.stubGlobal('localStorage', stored('the-fork:energy-audit:a', audit))
    expect(await show(TrialCard, { session: 'b' })).not.toContain('never done')
  })

  it('comes back where it was left, and not from a damaged entry', async () => {
    const draft = { at: 'card', side: 'systems', trial: 'rfc', written: '', id: '', card: { ...emptyCard, title: 'My RFC', sponsor: 'Grace', start: '2026-12-01', end: '2027-01-25' } }
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', draft, 2))
    const page = await show(TrialCard, { session: 'a' })
    expect(page).toContain('value="My RFC"')
    expect(page).toContain('one person likely to object. Write a name.')
    expect(page).toContain('On the menu: “Take an RFC to running code”')
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', { ...draft, trial: 'gone' }, 2))
    expect(await show(TrialCard, { session: 'a' })).toContain('Which piece of work')
  })

  const finished = { at: 'partner', side: 'people', trial: null, written: '2026-11-26', id: 'abc', card: { title: 'Plan the offsite', sponsor: 'Ada', start: '2026-11-30', end: '2027-01-08', othersSee: '', sayNo: 'I dread it', partner: 'Grace', call: '2026-12-28' } }

  it('leads from the card to a partner: two questions, a name and a day', async () => {
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', finished, 2))
    const page = await show(TrialCard, { session: 'a' })
    for (const ask of pairTalk.asks)
      expect(page).toContain(ask)
    expect(page).toContain('value="Grace"')
    expect(page).toContain('value="2026-12-28"')
    expect(page).toContain('Go on without a partner')
  })

  it.each([['five', 'Grace'], ['four', '']])('ends with %s dates in one file, and with how to ask', async (count, partner) => {
    const card = { ...finished.card, partner }
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', { ...finished, at: 'dates', card }, 2))
    const page = await show(TrialCard, { session: 'a' })
    expect(page).toContain(`Put the ${count} dates into my calendar`)
    for (const { name } of trialDates(card, finished.written))
      expect(page).toContain(name)
    expect(page).toContain('How to ask for the yes')
    expect(page.includes(callQuestions[0].what)).toBe(partner !== '')
  })
})

describe('sealed forecast', () => {
  it('shows the five steps, and no file before one is chosen', async () => {
    const page = await show(SealedForecast)
    for (const { sign, label } of feelings)
      expect(page).toContain(`<b>${sign}</b><span>${label}`)
    expect(page).not.toContain('<a')
    expect(page).toContain('Choose a number first')
  })

  it('comes back as it was left, and waits for the trial card of this device', async () => {
    const storage = stored('the-fork:forecast:a', { sealing: 'inside', feeling: 1, why: 'The puzzle', opens: null, written: '2026-11-26', id: 'abc' })
    const card = { ...emptyCard, title: 'Plan', sponsor: 'Ada', start: '2099-12-07', end: '2100-02-26', sayNo: 'No' }
    storage.setItem('the-fork:try-it:a', JSON.stringify({ version: 2, value: { at: 'dates', side: 'people', trial: null, card, written: '2026-11-26', id: 'def' } }))
    vi.stubGlobal('localStorage', storage)
    const page = await show(SealedForecast, { session: 'a' })
    expect(page).toContain('The puzzle</textarea>')
    expect(page).toContain('value="2100-02-27"')
    expect(page).toContain('Seal it in my calendar')
  })
})
