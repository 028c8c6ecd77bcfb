import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { runSingleProcess } from '../../scripts/lib/single-process.ts'

/** A script that ends slowly, as a server that closes its files does. */
const slow = `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 200)); setInterval(() => {}, 1000); process.stdout.write('ready')`

/** Keeps one of a script, and remembers every process that was ever started. */
function started(script: string): { all: ChildProcess[], kept: ReturnType<typeof runSingleProcess>, last: () => ChildProcess } {
  const all: ChildProcess[] = []
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    all.push(child)
    return child
  }
  const kept = runSingleProcess(start)
  onTestFinished(() => all.forEach(child => child.kill('SIGKILL')))
  return { all, kept, last: () => all.at(-1) ?? start() }
}

const ready = (child: ChildProcess): Promise<unknown> => child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('no output'))
const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

it('two edits while a server ends start one server', async () => {
  const { all, kept, last } = started(slow)
  await ready(last())
  kept.restart()
  kept.restart()
  const [first] = all
  await once(last(), 'exit')
  await ready(last())
  expect(all.length).toBe(2)
  expect(first && isRunning(first)).toBe(false)
  kept.restart()
  await once(last(), 'exit')
  await ready(last())
  expect(all.filter(isRunning).length).toBe(1)
})

it('a server that ended by itself is started at the next edit', async () => {
  const { all, kept, last } = started('process.exit(1)')
  await once(last(), 'exit')
  kept.restart()
  await once(last(), 'exit')
  expect(all.length).toBe(2)
})

it('a server stopped while it restarts is not started again', async () => {
  const { all, kept, last } = started(slow)
  await ready(last())
  kept.restart()
  kept.stop()
  await once(last(), 'exit')
  expect(all.length).toBe(1)
})
