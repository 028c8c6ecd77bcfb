import type { PileId } from './cards.ts'
import { piles } from './cards.ts'

/** Where each card lies, by card id, in the order in which they were put down. A card in the hand is absent. */
export type Placed = ReadonlyMap<string, PileId>

/** The same piles with one card put down, or moved to another pile. It becomes the last one put down. */
export function place(placed: Placed, card: string, pile: PileId): Placed {
  const next = new Map(placed)
  next.delete(card)
  return next.set(card, pile)
}

/** The same piles with one card back in the hand. */
export function takeBack(placed: Placed, card: string): Placed {
  const next = new Map(placed)
  next.delete(card)
  return next
}

/** The first of `cards` that no pile holds, or `undefined` when all are put down. */
export function nextCard<Card extends { id: string }>(cards: readonly Card[], placed: Placed): Card | undefined {
  return cards.find(card => !placed.has(card.id))
}

/** The cards of each pile, in the order in which they were put down. */
export function pilesOf<Card extends { id: string }>(cards: readonly Card[], placed: Placed): Record<PileId, Card[]> {
  const byPile: Record<PileId, Card[]> = { manager: [], lead: [], depends: [] }
  for (const [id, pile] of placed) {
    const card = cards.find(one => one.id === id)
    if (card)
      byPile[pile].push(card)
  }
  return byPile
}

/** Where a card went, as a sentence to read aloud. */
export function placedSentence(text: string, pile: PileId, left: number): string {
  const label = piles.find(one => one.id === pile)?.label ?? ''
  return `${text}: put under ${label}. ${left === 0 ? 'That was the last card.' : `${left} to go.`}`
}
