import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'
import { root } from './paths.ts'

const withCommands = v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) })
const require = createRequire(import.meta.url)

/** The script behind a package's command, to be run by this Node and not by a shell. */
export function binOf(name: string, command = name): string {
  const file = require.resolve(`${name}/package.json`)
  const { bin } = v.parse(withCommands, require(file))
  return join(dirname(file), typeof bin === 'string' ? bin : bin[command] ?? '')
}

export interface Ran { code: number, output: string }

/** Runs a script with this Node. `show` lets it write to the terminal; otherwise what it wrote is returned. */
export function runNode(script: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv, show?: boolean } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...options.show ? {} : { NO_COLOR: '1' }, ...options.env },
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', chunk => output += chunk)
  child.stderr?.on('data', chunk => output += chunk)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }))
  })
}
