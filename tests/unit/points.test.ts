import type { DeckSlide } from '../written-deck.ts'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { roleRows } from '../../exercises/roles.ts'
import { workshopFormats } from '../../exercises/sections.ts'
import { readDeck } from '../written-deck.ts'

const table = readFileSync(new URL('../../docs/points.md', import.meta.url), 'utf8')
/** The reunion tells none of the essay's points. */
const lengths = workshopFormats.toReversed()
const rows = table.split('\n').filter(line => /^\| S\d/.test(line)).map((line) => {
  const [point = '', ...cells] = line.split('|').slice(1, -1).map(cell => cell.trim())
  return { point, carriers: cells.slice(0, lengths.length), text: cells[lengths.length] ?? '' }
})

/** What drawings and tables write on their slides. */
const drawn: Readonly<Record<string, string>> = {
  RoleTable: roleRows.flatMap(row => [row.label, row.manager, row.lead]).join(' · '),
  OneOwner: readFileSync(new URL('../../components/map/OneOwner.vue', import.meta.url), 'utf8'),
}

let deck: DeckSlide[]
beforeAll(async () => {
  deck = await readDeck()
})

/** What a slide says in one of its three places. */
function wordsOf(slide: DeckSlide | undefined, place: string): string {
  if (place === 'slide')
    return slide?.body.replace(/<(\w+) \/>/g, (_, name: string) => drawn[name] ?? ' ') ?? ''
  return (place === 'reader' ? slide?.reader : place === 'note' ? slide?.note : '') ?? ''
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase()
}

it('the table has every point of the essay once, in order, with words for each', () => {
  expect(rows.map(row => row.point)).toEqual(Array.from({ length: 30 }, (_, i) => `S${i + 1}`))
  expect(rows.filter(row => row.text.length < 12 || row.carriers.length !== lengths.length)).toEqual([])
})

describe.each(lengths)('the essay\'s points at %i minutes', (length) => {
  it('each stand where the table says, word for word, or are named as dropped', () => {
    const wrong = rows.flatMap(({ point, carriers, text }) => {
      const carrier = carriers[lengths.indexOf(length)] ?? ''
      const [place = '', alias] = carrier.split(' ')
      const slide = deck.find(one => one.alias === alias && one.formats.includes(length) && one.claims.includes('E1'))
      return carrier === 'dropped' || flat(wordsOf(slide, place)).includes(flat(text)) ? [] : [`${point}: “${text}” is not in ${carrier}`]
    })
    expect(wrong).toEqual([])
  })

  it('are on none of their slides where they are named as dropped', () => {
    const kept = rows.filter(({ carriers, text }) => carriers[lengths.indexOf(length)] === 'dropped'
      && deck.some(slide => slide.formats.includes(length) && ['slide', 'reader'].some(place => flat(wordsOf(slide, place)).includes(flat(text)))))
    expect(kept).toEqual([])
  })
})

it('at 90 minutes and on the site no point is dropped or only spoken', () => {
  expect(rows.filter(({ carriers: [carrier] }) => !/^(?:slide|reader) /.test(carrier ?? ''))).toEqual([])
})
