import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sections } from '../../exercises/sections.ts'
import { drawing, render } from './layouts-render.ts'

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://127.0.0.1/3'))
  return () => vi.unstubAllGlobals()
})

interface Part { id: string, title: string, stop: number | null }

/** The workshop with stops taken from its middle, or put before its last. */
function partsWith(count: number): Part[] {
  const stops: Part[] = sections.filter(section => section.stop !== null)
  const more = Array.from({ length: Math.max(0, count - stops.length) }, (_, i) => ({ id: `more${i}`, title: `Another long stop ${i}`, stop: 0 }))
  const first = stops.slice(0, Math.min(stops.length, count) - 1)
  return [...first, ...more, ...stops.slice(-1)].map((part, i) => ({ ...part, stop: i + 1 }))
}

/** Without one stop, whichever it is. */
const without = sections.filter(section => section.stop !== null).map(left => ({ name: `without ${left.id}`, parts: sections.filter(section => section.stop !== null && section.id !== left.id).map((part, i) => ({ ...part, stop: i + 1 })) }))
const workshops: { name: string, parts: Part[] }[] = [...[3, 6, 7, 8, 9].map(count => ({ name: `of ${count} stops`, parts: partsWith(count) })), ...without]

describe.each(workshops)('the map $name', ({ parts }) => {
  it('has every stop on it, in order, and no line that turns back', async () => {
    const drawings: [string, object][] = [['LineMap', {}], ['FootMap', { section: parts[1]?.id }], ...parts.map(({ stop }): [string, object] => ['StopMap', { stop }])]
    for (const [name, props] of drawings) {
      const page = await render(drawing(name), { ...props, parts })
      expect(page).not.toMatch(/NaN|undefined|Infinity/)
      for (const [, path = ''] of page.matchAll(/class="line-drawn"[^>]* d="([^"]+)"/g)) {
        const xs = [...path.matchAll(/[ML]([\d.e-]+) /g)].map(([, x]) => Number(x))
        expect(xs).toEqual(xs.toSorted((a, b) => a - b))
      }
    }
  })

  it('names its stops where no name touches another or leaves the slide', async () => {
    const page = await render(drawing('LineMap'), { parts })
    const names = [...page.matchAll(/class="(?:outside )?name"[^>]* y="([\d.]+)"[^>]*>(.*?)<\/text>/g)].flatMap(([, y, text = '']) =>
      [...text.matchAll(/<tspan x="([\d.]+)" dy="(\d+)"[^>]*>([^<]+)</g)].map(([, x, dy, words = '']) => ({ x: Number(x), row: Number(y) + Number(dy), half: words.length * 22 * 0.54 / 2, words })))
    expect(names.map(({ words }) => words).join(' ')).toBe(parts.map(part => part.title).join(' '))
    for (const { row } of names) {
      const inRow = names.filter(other => other.row === row)
      expect(inRow.filter(({ x, half }) => x - half < 0 || x + half > 1280)).toEqual([])
      expect(inRow.filter(one => inRow.some(other => other.x > one.x && other.x - other.half < one.x + one.half))).toEqual([])
    }
  })

  it('has a sign ahead and one here at every stop, each with its number', async () => {
    for (const { stop, title } of parts) {
      const page = await render(drawing('StopMap'), { stop, parts })
      expect(page).toContain(`at stop ${stop} of ${parts.length}, ${title}`)
      expect(page.match(/<g class="(?=[^"]*\bsign\b)[^"]*\bhere\b/g)).toHaveLength(1)
      expect(page.includes('class="next"')).toBe(stop !== parts.length)
    }
  })

  it('runs along the foot with every other stop by its number, and the one that is on by its name', async () => {
    for (const { id, stop, title } of parts) {
      const page = await render(drawing('FootMap'), { section: id, page: 12, parts })
      expect([...page.matchAll(/text-anchor="middle"[^>]*>(\d+)</g)].map(([, number]) => Number(number))).toEqual(parts.map(part => part.stop).filter(number => number !== stop))
      expect(page).toMatch(new RegExp(`foot-here.*<b[^>]*>${stop}</b> ${title}`))
      expect(page).toContain('>12</text>')
    }
  })
})
