import type { Rating } from '../rating.ts'
import type { ItemId } from './items.ts'
import type { Answers } from './scoring.ts'
import { formA, isScored } from './items.ts'

/** A person's strongest lines one way: at most two are named, of `all` that were rated so. */
export interface Strongest { rating: Rating, title: string, items: ItemId[], all: number }

const mostNamed = 2

/**
 * The scored activities rated +2 and those rated −2, which are true whatever the sums say. Lines that were guessed
 * (ticked "never done") come last; the rest keep the order of the form.
 */
export function strongestLines(answers: Answers): Strongest[] {
  return [strongest(answers, 2, 'Gives you a lot'), strongest(answers, -2, 'Drains you a lot')]
}

function strongest(answers: Answers, rating: Rating, title: string): Strongest {
  const rated = formA.filter(id => isScored(id) && answers[id]?.rating === rating)
  const guessed = (id: ItemId): number => Number(answers[id]?.never === true)
  return { rating, title, items: rated.sort((a, b) => guessed(a) - guessed(b)).slice(0, mostNamed), all: rated.length }
}

/** The sentence for somebody who rated nothing +2 or −2. */
export const nothingStrong = 'No line stands out: you rated nothing +2 or −2.'
