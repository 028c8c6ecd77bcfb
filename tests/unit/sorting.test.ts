import type { PileId } from '../../exercises/sort-the-work/cards.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { cards, cardsFor, piles } from '../../exercises/sort-the-work/cards.ts'
import { nextCard, pilesOf, place, placedSentence, takeBack } from '../../exercises/sort-the-work/sorting.ts'

const rows = [...new Set(cards.map(card => card.row))]
const moves = fc.array(fc.record({
  card: fc.constantFrom(...cards.map(card => card.id)),
  pile: fc.constantFrom<PileId | undefined>(...piles.map(pile => pile.id), undefined),
}))

describe('the cards', () => {
  it('are fourteen, two from each of the seven rows the poll asks about', () => {
    const poll = polls.find(one => one.id === 'different-here')
    expect(cards).toHaveLength(14)
    expect(poll?.kind === 'single' ? poll.options.map(option => option.id).toSorted() : []).toEqual(rows.toSorted())
    for (const row of rows)
      expect(cards.filter(card => card.row === row)).toHaveLength(2)
  })

  it('are eight at 60 minutes, from every row, and none at 45', () => {
    expect(cardsFor(90)).toHaveLength(14)
    expect(cardsFor(60)).toHaveLength(8)
    expect(new Set(cardsFor(60).map(card => card.row)).size).toBe(7)
    expect(cardsFor(45)).toEqual([])
  })

  it('carry no answer', () => {
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

  it('shows what was put down last as last', () => {
    const placed = place(place(place(new Map(), 'woken', 'lead'), 'junior', 'lead'), 'woken', 'lead')
    expect(pilesOf(cards, placed).lead.map(card => card.id)).toEqual(['junior', 'woken'])
  })

  it('ignores cards that are not on the table', () => {
    expect(pilesOf(cards.slice(0, 2), place(new Map(), 'junior', 'lead')).lead).toEqual([])
  })

  it.each<[PileId, number, string]>([
    ['depends', 3, 'A night call: put under Depends here. 3 to go.'],
    ['manager', 0, 'A night call: put under Manager. That was the last card.'],
  ])('says where a card went: %s, %i left', (pile, left, sentence) => {
    expect(placedSentence('A night call', pile, left)).toBe(sentence)
  })
})
