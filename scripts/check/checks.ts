import { join, relative } from 'node:path'
import { root } from '../lib/paths.ts'
import { binOf, runNode } from '../lib/run.ts'
import { PlainError, say, since } from '../lib/say.ts'

/** A check that runs as a process of its own. */
export interface Check { name: string, script: string, args: readonly string[] }

export const cache = join(root, '.cache')

/** Types and lint look only at what has changed since they last ran. */
export const types: Check = { name: 'Types', script: binOf('vue-tsc'), args: ['--noEmit', '--incremental', '--tsBuildInfoFile', relative(root, join(cache, 'types.json'))] }
export const lint: Check = { name: 'Lint', script: binOf('eslint'), args: ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', relative(root, join(cache, 'lint.json'))] }
/** The tests that need nothing built and no browser. */
export const quickTests: Check = { name: 'Quick tests', script: binOf('vitest'), args: ['run', '--project', 'unit', '--project', 'component', '--reporter=dot'] }

/** Runs a check with its own output. @throws PlainError with its exit code when it fails */
export async function run({ name, script, args }: Check): Promise<void> {
  const started = performance.now()
  say(`\n── ${name}`)
  const { code } = await runNode(script, args, { show: true })
  if (code !== 0)
    throw new PlainError(`${name} failed.`, code)
  say(`${name} in order, ${since(started)}.`)
}

/** Runs checks side by side, and shows the output of those that fail. @throws PlainError naming them */
export async function runTogether(checks: readonly Check[]): Promise<void> {
  const failed = await Promise.all(checks.map(async ({ name, script, args }) => {
    const started = performance.now()
    const { code, output } = await runNode(script, args)
    say(code === 0 ? `${name} in order, ${since(started)}.` : `\n── ${name}\n${output.trim()}`)
    return code === 0 ? [] : [name]
  }))
  if (failed.flat().length > 0)
    throw new PlainError(`${failed.flat().join(' and ')} failed.`)
}
