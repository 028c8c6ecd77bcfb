import { formats } from '../exercises/agenda.ts'
import { buildDeck } from '../scripts/build/decks.ts'
import builtDecks, { tell } from './built-decks.ts'

/** Vitest's global set-up for tests over every length, which share one deck of each, if anything changed. */
export default async function builtLengths(): Promise<void> {
  await builtDecks()
  for (const format of formats)
    await buildDeck(format, tell)
}
