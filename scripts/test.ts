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
const testResults = v.pipe(v.string(), v.parseJson(), v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ assertionResults: v.array(v.object({ fullName: v.string(), status: v.string(), failureMessages: v.array(v.string()) })) })),
}))

/** Runs every check, the quick ones first. */
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

/** The last lines, the same whatever the terminal: what passed at a second try only, how many passed and how many failed. */
function sumUp(): void {
  const { numPassedTests, numFailedTests, testResults: files } = v.parse(testResults, readFileSync(results, 'utf8'))
  for (const { fullName, status, failureMessages: [first] } of files.flatMap(file => file.assertionResults)) {
    if (status === 'passed' && first)
      say(`Passed at a second try: ${fullName} (${first.split('\n')[0]})`)
  }
  say(`${numPassedTests} passed, ${numFailedTests} failed`)
}
