import type { Poll } from '../domain/poll-rules.ts'
import type { Counts, OptionsResult, Result } from '../domain/state.ts'
import { kindOf, optionsOf } from '../domain/poll-rules.ts'
import { withNone } from '../domain/tally.ts'
import { plural } from './plural.ts'

/** One option of a result, ready to draw. */
export interface ChartRow {
  id: string
  label: string
  phones: number
  hands: number
  total: number
  /** 0 to 1 of the largest total. */
  share: number
  /** True for the largest total, and for those that tie with it. */
  most: boolean
  /** The second figure, in words; empty where the kind has none. */
  mean: string
}

/** The rows of a result, in the order in which the room saw the options. */
export function chartRowsOf(poll: Poll, counts: Counts, hands: Counts | null = null, means: Counts = {}): ChartRow[] {
  const rows = optionsOf(poll).map(({ id, label }) => {
    const mean = means[id]
    const row = { id, label, phones: counts[id] ?? 0, hands: hands?.[id] ?? 0, mean: mean === undefined ? '' : kindOf(poll).meanText?.(mean.toFixed(1)) ?? '' }
    return { ...row, total: row.phones + row.hands }
  })
  const largest = Math.max(1, ...rows.map(row => row.total))
  return rows.map(row => ({ ...row, share: row.total / largest, most: row.total === largest }))
}

/** The rows of a result; before there is one, the same rows without counts. */
export function resultRows(poll: Poll, result: OptionsResult | null): ChartRow[] {
  if (result === null)
    return chartRowsOf(poll, {})
  return chartRowsOf(poll, withNone(poll, result.counts ?? {}, result.none), result.hands, result.means)
}

/** The bars of a result, where it has any. */
export function countsOf(result: Result | null | undefined): Counts | null {
  return result?.kind === 'options' ? result.counts : null
}

/** How many stand behind a result, in words. Hands where one person chooses several are not people: one person may raise several. */
export function sampleOf(poll: Poll, { voters, hands }: Pick<OptionsResult, 'voters' | 'hands'>): string {
  if (hands === null)
    return `${plural(voters, 'phone')} answered`
  if (kindOf(poll).several)
    return `${plural(voters, 'phone')} + a count of hands`
  const raised = Object.values(hands).reduce((sum, count) => sum + count, 0)
  return `${plural(voters, 'phone')} + ${plural(raised, 'hand')}`
}
