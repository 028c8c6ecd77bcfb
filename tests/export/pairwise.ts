/** One value of each thing that is varied. */
type Values = Readonly<Record<string, string | number | boolean>>

/** For each of these the choice that brings the most pairs of values which none before it had. */
export function pairwise<Given extends Values, Choice extends Values>(given: readonly Given[], choices: readonly Choice[]): (Given & Choice)[] {
  const met = new Set<string>()
  return given.flatMap((one) => {
    const rows = choices.map(choice => ({ ...one, ...choice }))
    const fresh = new Map(rows.map(row => [row, pairsOf(row).filter(pair => !met.has(pair))]))
    const [best] = rows.toSorted((a, b) => (fresh.get(b)?.length ?? 0) - (fresh.get(a)?.length ?? 0))
    if (best === undefined)
      return []
    for (const pair of fresh.get(best) ?? [])
      met.add(pair)
    return [best]
  })
}

function pairsOf(row: Values): string[] {
  const values = Object.entries(row).map(([name, value]) => `${name} ${String(value)}`)
  return values.flatMap((one, i) => values.slice(i + 1).map(other => `${one}, ${other}`))
}
