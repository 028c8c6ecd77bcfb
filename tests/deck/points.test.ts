import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDeck } from './written-deck.ts'

const table = readFileSync(new URL('../../docs/points.md', import.meta.url), 'utf8')
const rows = table.split('\n').filter(line => /^\| S\d/.test(line)).map((line) => {
  const [, point, alias, words] = line.split('|').map(cell => cell.trim())
  return { point, alias, words }
})

it('lists every point of the essay once, in order', () => {
  expect(rows.map(row => row.point)).toEqual(Array.from({ length: 30 }, (_, i) => `S${i + 1}`))
})

it('says in a few words what the slide makes of it', () => {
  expect(rows.filter(row => !row.words)).toEqual([])
})

it('names slides that exist, which cite the essay', async () => {
  const deck = await readDeck()
  const lost = rows.filter(row => !deck.some(slide => slide.alias === row.alias && slide.claims.includes('E1')))
  expect(lost).toEqual([])
})

/** Its longer words by their first five letters, which forgives an ending. */
function stems(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu)?.map(word => word.slice(0, 5)) ?? []
}

it('names slides that speak of it, on the slide or in what is said', async () => {
  const deck = await readDeck()
  const silent = rows.filter(({ alias, words = '' }) => {
    const slide = deck.find(one => one.alias === alias)
    const spoken = new Set(stems(`${slide?.body} ${slide?.reader} ${slide?.note}`))
    return stems(words).filter(stem => spoken.has(stem)).length < stems(words).length / 2
  })
  expect(silent).toEqual([])
})
