import type { ReadWork } from '../exercise.ts'
import { noWork } from '../exercise.ts'
import { formats } from '../sections.ts'
import { cards, cardsFor, piles } from './cards.ts'
import { openSorting } from './storage.ts'

/** The cards of each pile. Finished when all that a length sorts lie there, and no others. */
export const readWork: ReadWork = (session) => {
  const sorting = openSorting(session).read()
  if (sorting.length === 0)
    return noWork
  const lines = piles.flatMap(({ id, label }) => [`${label}:`, ...sorting.filter(([, pile]) => pile === id).map(([card]) => `– ${cards.find(one => one.id === card)?.text ?? card}`)])
  const isDone = formats.map(cardsFor).some(set => set.length === sorting.length && set.every(({ id }) => sorting.some(([placed]) => placed === id)))
  return { stage: isDone ? 'finished' : 'began', takeaway: { title: 'Sort the work', lines } }
}
