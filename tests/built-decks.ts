import process from 'node:process'
import { buildDecks } from '../scripts/build/decks.ts'

/** Vitest's global set-up for the browser and deck tests: the decks of 90 minutes and the phone page, if anything changed. */
export default async function builtDecks(): Promise<void> {
  await buildDecks(90, line => process.stderr.write(`${line}\n`))
}
