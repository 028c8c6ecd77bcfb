import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { expect, it } from 'vitest'

it('the simulation finds no contradictory pair, and the page on the audit shows what it prints', { timeout: 300_000 }, () => {
  const printed = execFileSync(process.execPath, ['scripts/check/simulate-audit.ts'], { encoding: 'utf8' }).trim()
  expect(printed).toMatch(/contradictory pairs of sentences: none$/)
  expect(readFileSync('docs/energy-audit.md', 'utf8')).toContain(printed)
})
