import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDeck } from './written-deck.ts'

const table = readFileSync(new URL('../../docs/points.md', import.meta.url), 'utf8')
const rows = [...table.matchAll(/^\| (S\d+) +\| ([a-z0-9-]+) +\| (.+?) +\|$/gm)].map(([, point, alias, words]) => ({ point, alias, words }))

it('lists every point of the essay once, in order', () => {
  expect(rows.map(row => row.point)).toEqual(Array.from({ length: 30 }, (_, i) => `S${i + 1}`))
})

it('names slides that exist, which cite the essay', async () => {
  const deck = await readDeck()
  const lost = rows.filter(row => !deck.some(slide => slide.alias === row.alias && slide.claims.includes('E1')))
  expect(lost).toEqual([])
})
