import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './browser.ts'
import { readSlides } from './manifest.ts'
import { readSettings } from './options.ts'
import { root } from './paths.ts'
import { binOf, runNode } from './run.ts'
import { main, PlainError, say, since } from './say.ts'

const cache = join(root, '.cache')
const results = join(cache, 'tests.json')

/** Each check in the order of cost: what fails fast comes first. */
const steps = [
  { name: 'Types', script: binOf('vue-tsc'), args: ['--noEmit'] },
  { name: 'Lint', script: binOf('eslint'), args: ['.', '--max-warnings', '0', '--cache', '--cache-location', relative(root, join(cache, 'eslint'))] },
  { name: 'Tests', script: binOf('vitest'), args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`] },
]

await main(async () => {
  readSettings('test', process.argv.slice(2), process.env)
  await ensureBrowser()
  await readSlides()
  mkdirSync(cache, { recursive: true })
  rmSync(results, { force: true })
  for (const { name, script, args } of steps) {
    const started = performance.now()
    say(`\n── ${name}`)
    const { code } = await runNode(script, args, { show: true })
    if (name === 'Tests')
      sumUp()
    if (code !== 0)
      throw new PlainError(`${name} failed.`, code)
    if (name !== 'Tests')
      say(`${name} in order, ${since(started)}.`)
  }
})

/** The last line, the same whatever the terminal: how many passed and how many failed. */
function sumUp(): void {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number, numFailedTests: number }
  say(`${numPassedTests} passed, ${numFailedTests} failed`)
}
