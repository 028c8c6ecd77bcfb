/** "Did you mean “toll”? " where one of the names is only a slip away; then all the names there are. */
export function namesLike(word: string, names: readonly string[]): string {
  const near = closest(word, names)
  return `${near === undefined ? '' : `Did you mean "${near}"? `}There are: ${names.join(', ')}.`
}

/** The name that differs least from a word: by at most two letters, and by at most a third of them. */
export function closest(word: string, names: readonly string[]): string | undefined {
  const most = Math.min(2, Math.ceil(word.length / 3))
  const ranked = names.map(name => ({ name, slips: slipsBetween(word.toLowerCase(), name.toLowerCase()) })).filter(({ slips }) => slips <= most)
  return ranked.toSorted((a, b) => a.slips - b.slips)[0]?.name
}

/** The edit distance of two words: letters to add, drop, change or swap with a neighbour. */
function slipsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, isSwap ? (before[j - 2] ?? 0) + 1 : Infinity))
    }
    [before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
