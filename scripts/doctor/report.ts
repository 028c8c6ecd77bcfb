import type { Finding } from './finding.ts'
import { isReady } from './findings.ts'

const heads = { stop: 'STOP ', look: 'look ', fine: 'fine ' }

/** One line a finding, with what to do. */
export function lineOf({ level, says, remedy }: Finding): string {
  return `  ${heads[level]} ${[says, remedy].filter(Boolean).join(' ')}`
}

/** What the terminal shows: the findings, and what they come to. */
export function report(findings: readonly Finding[], minutes: number): string {
  const [stops, looks] = (['stop', 'look'] as const).map(level => findings.filter(finding => finding.level === level).length)
  const sum = !isReady(findings)
    ? `${stops === 1 ? 'One thing' : `${stops} things`} will stop the workshop.`
    : looks ? `Nothing will stop the workshop. ${looks === 1 ? 'One thing' : `${looks} things`} to look at.` : 'This laptop is ready.'
  return ['', `Is this laptop ready for ${minutes} minutes?`, '', ...findings.map(lineOf), '', sum, ''].join('\n')
}
