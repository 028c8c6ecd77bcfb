import process from 'node:process'
import { buildDecks } from '../scripts/build/decks.ts'

/** Prints to the terminal even while the test runner captures output. */
export function tell(line = ''): void {
  process.stderr.write(`${line}\n`)
}

/** Vitest's global set-up for tests in a room of ninety minutes: its decks and the phone page, if anything changed. */
export default async function builtDecks(): Promise<void> {
  await buildDecks(90, tell)
}
