/** The sign of a side: round for people, square for systems, both in one for both. */
export type Sign = 'people' | 'systems' | 'both'

/** The signs that options wear, in their order: those whose ids are the sides, where a poll offers the two. */
export function signsOf(options: readonly { id: string }[]): (Sign | null)[] {
  const offers = (side: string): boolean => options.some(({ id }) => id === side)
  if (!offers('people') || !offers('systems'))
    return options.map(() => null)
  return options.map(({ id }) => id === 'people' || id === 'systems' || id === 'both' ? id : null)
}
