import type { StartOptions } from './lib/options.ts'
import process from 'node:process'
import { examine, isReady } from './doctor/findings.ts'
import { probe } from './doctor/probe.ts'
import { report } from './doctor/report.ts'
import { readSettings, startOptions } from './lib/options.ts'
import { main, PlainError, say } from './lib/say.ts'
import { DEFAULT_LENGTH } from './lib/session-length.ts'

await main(async () => {
  const { json = false, format = DEFAULT_LENGTH, ...set } = readSettings('doctor', process.argv.slice(2), {})
  const flags = Object.entries(set).flatMap(([name, value]) => value === undefined ? [] : [`--${name}`, String(value)])
  const { asked, problem } = askedOf(flags)
  const planned = { ...asked, format }
  const findings = examine(await probe(planned, problem))
  const ready = isReady(findings)
  say(json ? JSON.stringify({ ready, findings }, null, 2) : report(findings, format))
  process.exitCode = ready ? 0 : 1
})

/** The options of a start. A mistake in the environment becomes a finding, and the rest is examined without it. */
function askedOf(flags: string[]): { asked: StartOptions, problem: string | null } {
  try {
    return { asked: startOptions(flags, process.env), problem: null }
  }
  catch (error) {
    if (!(error instanceof PlainError))
      throw error
    return { asked: startOptions(flags, {}), problem: error.message }
  }
}
