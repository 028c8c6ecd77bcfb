import type { Planned } from './doctor/probe.ts'
import process from 'node:process'
import { examine, isReady } from './doctor/findings.ts'
import { probe } from './doctor/probe.ts'
import { report } from './doctor/report.ts'
import { readSettings, startOptions } from './lib/options.ts'
import { main, PlainError, say } from './lib/say.ts'

await main(async () => {
  const { json = false, ...set } = readSettings('doctor', process.argv.slice(2), {})
  const flags = Object.entries(set).flatMap(([name, value]) => value === undefined ? [] : [`--${name}`, String(value)])
  const { planned, problem } = plannedBy(flags)
  const findings = examine(await probe(planned, problem))
  const ready = isReady(findings)
  say(json ? JSON.stringify({ ready, findings }, null, 2) : report(findings, planned.format))
  process.exitCode = ready ? 0 : 1
})

/** What start would be asked for; where the environment holds a mistake, that is a finding, and the rest is looked at without it. */
function plannedBy(flags: string[]): { planned: Planned, problem: string | null } {
  try {
    return { planned: startOptions(flags, process.env), problem: null }
  }
  catch (error) {
    if (!(error instanceof PlainError))
      throw error
    return { planned: startOptions(flags, {}), problem: error.message }
  }
}
