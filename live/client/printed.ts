import type { Poll } from '../domain/polls.ts'
import type { Result } from '../domain/state.ts'

/** What a room answered, to be printed on the poll's slide. */
export interface PrintedResult {
  /** As it was asked: words may have been edited since. */
  poll: Poll
  result: Result
  /** When it was asked: ISO 8601. */
  askedAt: string
}

/**
 * The result to print for a poll, or null. Whoever prints the deck may set `globalThis.printedResults`, by poll id,
 * before the page loads; `npm run export -- --session NAME` does, and puts there only what the room was shown.
 */
export function printedResult(id: string): PrintedResult | null {
  const { printedResults } = globalThis as { printedResults?: Record<string, PrintedResult> }
  return printedResults?.[id] ?? null
}
