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
