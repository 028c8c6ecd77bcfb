import process from 'node:process'
import { inspect } from 'node:util'

/** Prints one line. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A mistake that the person can correct: `main` prints its sentence without a stack. */
export class PlainError extends Error {
  override name = 'PlainError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Runs a command. An error ends it with exit code 1 or the error's own, and prints the sentence, or the stack of a bug, on stderr. */
export async function main(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  }
  catch (error) {
    const isBug = error instanceof TypeError || error instanceof ReferenceError || !(error instanceof Error)
    process.stderr.write(`\n${isBug ? inspect(error) : error.message}\n`)
    process.exit(error instanceof PlainError ? error.exitCode : 1)
  }
}

/** Seconds since a `performance.now()`, as people read it. */
export function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
