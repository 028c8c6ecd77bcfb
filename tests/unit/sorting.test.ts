import type { PileId } from '../../exercises/sort-the-work/cards.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formats } from '../../exercises/agenda.ts'
import { polls } from '../../exercises/polls.ts'
import { roleRows } from '../../exercises/roles.ts'
import { cards, cardsFor, piles } from '../../exercises/sort-the-work/cards.ts'
import { nextCard, pilesOf, place, placedSentence, takeBack } from '../../exercises/sort-the-work/sorting.ts'
import { openSorting } from '../../exercises/sort-the-work/storage.ts'
import { readWork } from '../../exercises/sort-the-work/work.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { MemoryStorage } from './memory-storage.ts'

const rows = [...new Set(cards.map(card => card.row))]
const moves = fc.array(fc.record({
  card: fc.constantFrom(...cards.map(card => card.id)),
  pile: fc.constantFrom<PileId | undefined>(...piles.map(pile => pile.id), undefined),
}))

afterEach(() => vi.unstubAllGlobals())

describe('the cards', () => {
  it('are equally many from each row of the comparison', () => {
    expect(rows.toSorted()).toEqual(roleRows.map(row => row.id).toSorted())
    expect(new Set(rows.map(row => cards.filter(card => card.row === row).length)).size).toBe(1)
  })

  it.each(polls.map(poll => ({ id: poll.id, options: optionsOf(poll).map(option => option.id) })).filter(({ options }) => rows.some(row => options.includes(row))))('have in the poll $id an option for every row', ({ options }) => {
    expect(options).toEqual(expect.arrayContaining(rows))
  })

  it.each(formats)('at %i minutes are some of them, in their order, from every row, or none', (format) => {
    const own = cardsFor(format)
    expect(own).toEqual(cards.filter(card => own.includes(card)))
    expect([0, rows.length]).toContain(new Set(own.map(card => card.row)).size)
  })

  it('say nowhere which pile is right', () => {
    for (const card of cards)
      expect(Object.keys(card).sort()).toEqual(['id', 'row', 'short', 'text'])
  })
})

describe('sorting', () => {
  it('holds each card in one place only, after any moves', () => {
    fc.assert(fc.property(moves, (list) => {
      const placed = list.reduce((now, { card, pile }) => pile ? place(now, card, pile) : takeBack(now, card), new Map<string, PileId>() as ReadonlyMap<string, PileId>)
      const down = Object.values(pilesOf(cards, placed)).flat()
      const inHand = cards.filter(card => !placed.has(card.id))
      expect([...down, ...inHand].map(card => card.id).sort()).toEqual(cards.map(card => card.id).sort())
      expect(nextCard(cards, placed)).toBe(inHand[0])
      for (const [card, last] of new Map(list.map(({ card, pile }) => [card, pile])))
        expect(placed.get(card)).toBe(last)
    }))
  })

  it.each(formats)('at %i minutes is finished with the last of that length’s cards, and not before', (format) => {
    vi.stubGlobal('localStorage', new MemoryStorage())
    const down = cardsFor(format).map(({ id }): [string, PileId] => [id, 'depends'])
    const stages = down.map((_, i) => {
      openSorting('a').update(() => down.slice(0, i + 1))
      return readWork('a').stage
    })
    expect(stages).toEqual(down.map((_, i) => i + 1 < down.length ? 'began' : 'finished'))
  })

  it('lists the card put down last at the end', () => {
    const placed = place(place(place(new Map(), 'woken', 'lead'), 'junior', 'lead'), 'woken', 'lead')
    expect(pilesOf(cards, placed).lead.map(card => card.id)).toEqual(['junior', 'woken'])
  })

  it('ignores cards of other lengths', () => {
    expect(pilesOf(cards.slice(0, 2), place(new Map(), 'junior', 'lead')).lead).toEqual([])
  })

  it.each<[PileId, number, string]>([
    ['depends', 3, 'A night call: put under Depends here. 3 to go.'],
    ['manager', 0, 'A night call: put under Manager. That was the last card.'],
  ])('says where a card went: %s, %i left', (pile, left, sentence) => {
    expect(placedSentence('A night call', pile, left)).toBe(sentence)
  })
})
