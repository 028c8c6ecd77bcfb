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
    for (const props of [{ labels: true }, { small: true, from: 400 }, ...parts.map(({ stop }) => ({ near: true, at: stop }))]) {
      const page = await render(drawing('LineMap'), { ...props, parts })
      expect(page).not.toMatch(/NaN|undefined|Infinity/)
      for (const [, path = ''] of page.matchAll(/class="line-drawn"[^>]* d="([^"]+)"/g)) {
        const xs = [...path.matchAll(/[ML]([\d.e-]+) /g)].map(([, x]) => Number(x))
        expect(xs).toEqual(xs.toSorted((a, b) => a - b))
      }
    }
  })

  it('names its stops where no name touches another or leaves the slide', async () => {
    const page = await render(drawing('LineMap'), { labels: true, parts })
    const lines = [...page.matchAll(/<tspan x="([\d.]+)" dy="(\d+)"[^>]*>([^<]+)</g)].map(([, x, , text = '']) => ({ x: Number(x), half: text.length * 32 * 0.53 / 2, text }))
    expect(lines.map(({ text }) => text).join(' ')).toBe(parts.map(part => part.title).join(' '))
    const places = [...new Set(lines.map(({ x }) => x))]
    for (const row of [0, 1]) {
      const inRow = lines.filter(({ x }) => places.indexOf(x) % 2 === row)
      expect(inRow.filter(({ x, half }) => x - half < 0 || x + half > 1280)).toEqual([])
      expect(inRow.filter(one => inRow.some(other => other.x > one.x && other.x - other.half < one.x + one.half))).toEqual([])
    }
  })
})
