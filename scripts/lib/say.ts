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
    process.stderr.write(`\n${errorText(error)}\n`)
    process.exit(error instanceof PlainError ? error.exitCode : 1)
  }
}

/** An error for people: the sentence it carries, one for what the system refused, or the stack of a bug. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError)
    return inspect(error)
  const { code = '', path }: NodeJS.ErrnoException = error
  if (code === 'ENOSPC')
    return 'The disk is full. Free some disk space, then try again.'
  return path !== undefined && ['EACCES', 'EPERM', 'EROFS'].includes(code) ? `${path} cannot be written or deleted (${code}). Allow that, then try again.` : error.message
}

/** Seconds since a `performance.now()`, as people read it. */
export function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
