import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { expect, onTestFinished } from 'vitest'
import { root } from '../../scripts/lib/paths.ts'

/** A command of this project that runs as a process of its own. It ends with the test. */
export interface Command {
  /** What it has said so far, on either output. */
  lines: string[]
  /** What the first group of this finds in a line, once one has it. */
  said: (pattern: RegExp) => Promise<string>
  /** Its exit code, when it ends by itself. */
  ended: Promise<number | null>
  /** Ctrl-C. Resolves with the exit code. */
  stop: () => Promise<number | null>
}

/** Starts `scripts/NAME.ts` on this machine alone, on a free port and without opening a browser. */
export function startCommand(name: string, args: readonly string[]): Command {
  const child = spawn(process.execPath, [join(root, 'scripts', `${name}.ts`), ...args, '--port', '0', '--no-open', '--host', '127.0.0.1'], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', line => lines.push(line))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const find = (pattern: RegExp): string | undefined => lines.map(line => pattern.exec(line)?.[1]).find(Boolean)
  return {
    lines,
    async said(pattern) {
      await expect.poll(() => find(pattern), { timeout: 100_000, message: lines.join('\n') }).toBeTruthy()
      return find(pattern) ?? ''
    },
    ended,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
