import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'
import { readSlides } from './build/read-slides.ts'
import { cache, lint, runTogether, types } from './check/checks.ts'
import { ensureBrowser } from './lib/browser.ts'
import { ensureFirefox } from './lib/firefox.ts'
import { readSettings } from './lib/options.ts'
import { ensureRedisServer } from './lib/redis-server.ts'
import { binOf, runNode } from './lib/run.ts'
import { main, PlainError, say } from './lib/say.ts'

const results = join(cache, 'tests.json')
const testResults = v.pipe(v.string(), v.parseJson(), v.object({ numPassedTests: v.number(), numFailedTests: v.number() }))

/** Everything, in the order of cost: what fails fast comes first. */
await main(async () => {
  readSettings('test', process.argv.slice(2), process.env)
  await ensureBrowser()
  ensureRedisServer()
  ensureFirefox()
  await readSlides()
  await runTogether([types, lint])
  mkdirSync(cache, { recursive: true })
  rmSync(results, { force: true })
  say('\n── Tests')
  const { code } = await runNode(binOf('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`], { show: true })
  sumUp()
  if (code !== 0)
    throw new PlainError('Tests failed.', code)
})

/** The last line, the same whatever the terminal: how many passed and how many failed. */
function sumUp(): void {
  const { numPassedTests, numFailedTests } = v.parse(testResults, readFileSync(results, 'utf8'))
  say(`${numPassedTests} passed, ${numFailedTests} failed`)
}
