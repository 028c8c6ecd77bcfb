import type { ReadWord } from '../domain/state.ts'

/** An answer with those that the presenter has put under it. */
export interface WordGroup {
  head: ReadWord
  members: ReadWord[]
  /** How many wrote any of them, as far as the room sees them. */
  count: number
}

/** Answers as the presenter has put them together, in the order given. */
export function groupsOf(words: readonly ReadWord[]): WordGroup[] {
  return words.filter(({ under }) => under === null).map((head) => {
    const members = words.filter(({ under }) => under === head.id)
    return { head, members, count: [head, ...members].reduce((sum, { count, hidden }) => sum + (hidden ? 0 : count), 0) }
  })
}

/**
 * The labels, by id, once `word` is put under `under`; null takes it out. Words under `word` move along with it, and
 * where `under` stands under another word itself, that one is taken.
 */
export function putUnder(words: readonly ReadWord[], word: string, under: string | null): Record<string, string> {
  const labels = new Map(words.flatMap(({ id, under }) => under === null ? [] : [[id, under] as const]))
  if (under === null) {
    labels.delete(word)
    return Object.fromEntries(labels)
  }
  const head = labels.get(under) ?? under
  if (head === word)
    return Object.fromEntries(labels)
  const moved = [word, ...[...labels].filter(([, over]) => over === word).map(([id]) => id)]
  return Object.fromEntries([...labels, ...moved.map(id => [id, head] as const)])
}
