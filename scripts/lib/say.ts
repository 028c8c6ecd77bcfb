import process from 'node:process'
import { inspect } from 'node:util'

/** One line to whoever started the command. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A mistake the person can mend: `main` prints the sentence, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Runs a command; a failure ends it with its sentence on stderr (a bug, with its stack) and a code other than 0. */
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
