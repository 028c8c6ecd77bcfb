import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './browser.ts'
import { cache, lint, run, types } from './checks.ts'
import { readSlides } from './manifest.ts'
import { readSettings } from './options.ts'
import { ensureRedisServer } from './redis-server.ts'
import { binOf, runNode } from './run.ts'
import { main, PlainError, say } from './say.ts'

const results = join(cache, 'tests.json')

/** Everything, in the order of cost: what fails fast comes first. */
await main(async () => {
  readSettings('test', process.argv.slice(2), process.env)
  await ensureBrowser()
  ensureRedisServer()
  await readSlides()
  await run(types)
  await run(lint)
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
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number, numFailedTests: number }
  say(`${numPassedTests} passed, ${numFailedTests} failed`)
}
