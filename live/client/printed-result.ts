import type { EarlierResult } from '../domain/state.ts'

/** What a room answered, to be printed on the poll's slide. */
export type PrintedResult = EarlierResult

/**
 * The result to print for a poll, or null. Whoever prints the deck may set `globalThis.printedResults`, by poll id,
 * before the page loads; `npm run export -- --session NAME` does, and puts there only what the room was shown.
 */
export function printedResult(id: string): PrintedResult | null {
  const { printedResults } = globalThis as { printedResults?: Record<string, PrintedResult> }
  return printedResults?.[id] ?? null
}
