import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { roleRows } from '../../exercises/roles.ts'
import { collisions } from '../../exercises/two-tuesdays/collisions.ts'
import { drawing, render } from './layouts-render.ts'

const onWall = new URL('http://127.0.0.1/3')
const onPaper = new URL('http://127.0.0.1/print?print=true')

beforeEach(() => {
  vi.stubGlobal('location', onWall)
  return () => vi.unstubAllGlobals()
})

describe('a line of a drawing', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 1280 }), fc.integer({ min: 0, max: 720 })), { minLength: 2, maxLength: 8 })

  it('starts and ends at its first and last point', async () => {
    await fc.assert(fc.asyncProperty(points, async (corners) => {
      const path = (await render(drawing('LineTrack'), { line: 'ink', points: corners })).match(/ d="([^"]*)"/)?.[1] ?? ''
      expect(path).not.toMatch(/NaN|Infinity|undefined/)
      expect(path.startsWith(`M${corners[0]?.join(' ')}`)).toBe(true)
      expect(path.match(/[\d.e-]+ [\d.e-]+$/)?.[0]).toBe(corners.at(-1)?.join(' '))
    }), { numRuns: 60 })
  })

  it.each([[[[0, 0], [0, 0]]], [[[5, 5], [5, 5], [5, 5]]]])('is empty for equal points: %j', async (corners) => {
    expect(await render(drawing('LineTrack'), { line: 'people', points: corners })).toContain('d="M')
  })

  it('has an inner stripe for greyscale only if it is the systems line', async () => {
    const corners = [[0, 0], [9, 0]]
    expect(await render(drawing('LineTrack'), { line: 'systems', points: corners })).toContain('stripe')
    expect(await render(drawing('LineTrack'), { line: 'people', points: corners })).not.toContain('stripe')
  })
})

describe('drawings', () => {
  it.each(['ForkMap', 'LineMap', 'TeamGrows', 'LeverageFork', 'ChosenToManage', 'OneOwner', 'EnergyBars', 'HybridTuesday', 'TollInterchange', 'SkillFade', 'Pendulum', 'SameHeight', 'DayThatFlew', 'OneLineTold', 'PartnerCall', 'WorkFirst', 'DoubleTracks', 'WhatComesNext', 'ClueScale', 'SortPiles', 'TrialSiding', 'SealedEnvelope', 'SecondCareer'])('%s says what it shows', async (name) => {
    const page = await render(drawing(name))
    expect(page.match(/role="img" aria-label="([^"]{40,})"/)?.[1]).toBeTruthy()
    expect(page).not.toMatch(/NaN|undefined|\[object/)
  })

  it.each([1, 2, 5, 6])('the toll drawing shows the options of its poll: %i', async (count) => {
    const options = ['momentum', 'money', 'sleep', 'ties', 'trust', 'name'].slice(0, count).map(id => ({ id, label: `Price ${id}` }))
    const page = await render(drawing('TollInterchange'), { options })
    expect(page).not.toMatch(/NaN|undefined|, ;/)
    for (const { id } of options)
      expect(page.match(/aria-label="([^"]*)"/)?.[1]).toContain(`price ${id}`)
    const heights = [...page.matchAll(/ y="([\d.]+)"[^>]*><tspan class="name"/g)].map(([, y]) => Number(y)).toSorted((a, b) => a - b)
    expect(heights).toHaveLength(count)
    expect(Math.min(...heights.slice(1).map((y, i) => y - (heights[i] ?? 0)), 99)).toBeGreaterThan(35)
  })

  it.each([['ChosenToManage', 'F1'], ['ChosenToManage', 'F2'], ['SkillFade', 'F5'], ['Pendulum', 'F22']])('%s carries the limits of %s', async (name) => {
    expect(await render(drawing(name))).toMatch(/grade [ABC].*class="evidence-limit"/s)
  })

  it('builds the role table from rows with headers', async () => {
    const page = await render(drawing('RoleTable'))
    expect(page.match(/scope="row"/g)).toHaveLength(roleRows.length)
    expect(page.match(/scope="col"/g)).toHaveLength(2)
  })

  it('shows the times of both Tuesdays as lists', async () => {
    const page = await render(drawing('TwoTuesdays'))
    expect(page.match(/<ol>/g)).toHaveLength(2)
    expect(page).toContain('<time>9:00</time>')
  })
})

describe('the hybrid’s day', () => {
  it('begins with the first collision alone, with three ways out of it and no bill', async () => {
    const page = await render(drawing('HybridTuesday'))
    expect(page.match(/aria-pressed="false"/g)).toHaveLength(3)
    expect(page).toContain(`Collision 1 of ${collisions.length}`)
    expect(page).not.toContain('After a quarter')
  })

  it('is decided on paper, with its price, and has nothing to press', async () => {
    vi.stubGlobal('location', onPaper)
    const page = await render(drawing('HybridTuesday'))
    expect(page).not.toContain('<button')
    expect(page).toContain('After a quarter')
  })
})

describe.each(['TollInterchange', 'LeverageFork'])('%s on paper', (name) => {
  it('has nothing to press', async () => {
    expect(await render(drawing(name))).toContain('<button')
    vi.stubGlobal('location', onPaper)
    expect(await render(drawing(name))).not.toContain('<button')
  })
})
