import type { Component } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import SealedForecast from '../../components/forecast/SealedForecast.vue'
import SortCards from '../../components/sort/SortCards.vue'
import TrialCard from '../../components/trial/TrialCard.vue'
import { feelings } from '../../exercises/forecast/forecast.ts'
import { cards, cardsFor } from '../../exercises/sort-the-work/cards.ts'
import { trials } from '../../exercises/try-it/trials.ts'

afterEach(() => vi.unstubAllGlobals())

async function show(component: Component, props: object = {}): Promise<string> {
  return (await renderToString(createSSRApp({ render: () => h(component, props) }))).replace(/<!--.*?-->/g, '')
}

/** A browser's storage that holds one entry. */
function stored(key: string, value: unknown): Storage {
  const entries = new Map([[key, JSON.stringify({ version: 1, value })]])
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
  it.each([[14, cards], [8, cardsFor(60)]])('begins with the first of %i cards and three piles', async (count, some) => {
    const page = await show(SortCards, { cards: some })
    expect(page).toContain(`0 of ${count} sorted`)
    expect(page).toContain(some[0]?.text)
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
    const draft = { at: 'card', side: 'systems', trial: 'rfc', card: { title: 'My RFC', sponsor: 'Grace', start: '2026-12-01', weeks: 8, othersSee: '', sayNo: '' } }
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', draft))
    const page = await show(TrialCard, { session: 'a' })
    expect(page).toContain('value="My RFC"')
    expect(page).toContain('one person likely to object. Write a name.')
    vi.stubGlobal('localStorage', stored('the-fork:try-it:a', { ...draft, trial: 'gone' }))
    expect(await show(TrialCard, { session: 'a' })).toContain('Which piece of work')
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
})
