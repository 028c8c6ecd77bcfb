import type { ReadWork } from '../exercise.ts'
import { nothing } from '../exercise.ts'
import { cards, piles } from './cards.ts'
import { openSorting } from './storage.ts'

/** The cards of each pile. Finished when none is left. */
export const readWork: ReadWork = (session) => {
  const sorting = openSorting(session).read()
  if (sorting.length === 0)
    return nothing
  const lines = piles.flatMap(({ id, label }) => [`${label}:`, ...sorting.filter(([, pile]) => pile === id).map(([card]) => `– ${cards.find(one => one.id === card)?.text ?? card}`)])
  return { stage: sorting.length < cards.length ? 'began' : 'finished', takeaway: { title: 'Sort the work', lines } }
}
