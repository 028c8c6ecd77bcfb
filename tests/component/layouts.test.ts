import { beforeEach, describe, expect, it, vi } from 'vitest'
import { claims } from '../../exercises/claims.ts'
import { polls } from '../../exercises/polls.ts'
import { sections } from '../../exercises/sections.ts'
import { spokenSlide } from '../../setup/announce.ts'
import { drawing, layoutNames, render, renderLayout } from './layouts-render.ts'

const stops = sections.filter(section => section.stop !== null)
const last = stops.length

/** Minimal valid frontmatter of each layout. */
const enough: Record<string, object> = {
  stop: { stop: 3 },
  poll: { poll: polls[0].id },
  exercise: { exercise: 'energy-audit' },
  evidence: { claim: 'F1' },
  sources: { claims: ['F1', 'F2'] },
}

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://127.0.0.1/3'))
  return () => vi.unstubAllGlobals()
})

describe('a slide whose frontmatter does not fit', () => {
  it.each([
    ['stop', {}, 'stop', 'is missing'],
    ['stop', { stop: 0 }, 'stop', 'is “0”'],
    ['stop', { stop: last + 1 }, 'stop', `is “${last + 1}”`],
    ['stop', { stop: '3' }, 'stop', 'is “3”'],
    ['poll', {}, 'poll', 'is missing'],
    ['poll', { poll: 'tolls' }, 'poll', 'is “tolls”'],
    ['exercise', {}, 'exercise', 'is missing'],
    ['evidence', {}, 'claim', 'is missing'],
    ['evidence', { claim: 'F99' }, 'claim', 'is “F99”'],
    ['sources', {}, 'claims', 'is missing'],
    ['sources', { claims: [] }, 'claims', 'is missing'],
    ['sources', { claims: ['F1', 'F99'] }, 'claims', 'has “F99”'],
  ])('%s with %o names the field', async (layout, frontmatter, field, problem) => {
    const page = await renderLayout(layout, { ...frontmatter, routeAlias: 'my-slide' })
    expect(page).toContain(`This slide needs its “${field}”`)
    expect(page).toContain(problem)
    expect(page).toContain('my-slide')
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toContain('A title')
  })
})

describe.each(layoutNames)('layout %s', (name) => {
  it('is the landmark on the wall, and not in the small previews or on paper', async () => {
    expect(await renderLayout(name, enough[name])).toMatch(/^<main class="slidev-layout/)
    expect(await renderLayout(name, enough[name], { context: 'presenter' })).toMatch(/^<main /)
    expect(await renderLayout(name, enough[name], { context: 'previewNext' })).toMatch(/^<section /)
    vi.stubGlobal('location', new URL('http://127.0.0.1/print?print=true'))
    expect(await renderLayout(name, enough[name])).toMatch(/^<section class="[^"]*on-paper/)
  })

  it('renders no attribute of fields that it does not draw', async () => {
    const page = await renderLayout(name, { ...enough[name], reader: 'for later', formats: [90] })
    expect(page).not.toContain('for later')
    expect(page).not.toContain('[object')
  })
})

describe('what a layout draws', () => {
  it.each(stops)('tells which of all stops $title is, in words and on the map', async ({ stop, title }) => {
    const page = await renderLayout('stop', { stop })
    expect(page).toContain(`Stop ${stop} of ${last}`)
    expect(page).toContain(`stop ${stop} of ${last}, ${title}`)
  })

  it('puts the limits of a finding beside it', async () => {
    const page = await renderLayout('evidence', { claim: 'F1' })
    const claim = claims.find(one => one.id === 'F1')
    for (const part of [claim?.kind.slice(1), `grade ${claim?.grade}`, claim?.limit, claim?.short, claim?.url])
      expect(page).toContain(part)
  })

  it('lists sources in a table with headers, each claim asked for and no other', async () => {
    const page = await renderLayout('sources', { claims: ['F1', 'F5'] })
    expect(page.match(/scope="col"/g)).toHaveLength(3)
    expect(page.match(/class="grade"/g)).toHaveLength(2)
  })

  it.each([...sections.map(({ id, title }): [string, string] => [id, title]), ['nowhere', '']])('names the section %s at the foot', async (section, title) => {
    const foot = await render(drawing('FootMap'), { section })
    expect(foot.match(/heard[^>]*>([^<]*)</)?.[1]).toBe(title)
  })
})

describe('the spoken name of a slide', () => {
  it.each([
    [4, 43, 'The fork', 'Slide 4 of 43: The fork'],
    [4, 43, '', 'Slide 4 of 43'],
  ])('slide %i of %i, “%s”', (no, total, title, spoken) => expect(spokenSlide(no, total, title)).toBe(spoken))
})
