import type { Stored } from '../storage.ts'
import type { PileId } from './cards.ts'
import type { Placed } from './sorting.ts'
import { openStored } from '../storage.ts'
import { piles } from './cards.ts'

/** Where the cards lie in one workshop session on this device, in the order in which they were put down; it is never sent anywhere. */
export function openSorting(session: string, storage?: () => Storage): Stored<[string, PileId][]> {
  return openStored({ name: 'sort-the-work', session, version: 1, empty: [], isValid: isSorting, storage })
}

/** The same as the piles themselves. */
export function placedOf(sorting: readonly [string, PileId][]): Placed {
  return new Map(sorting)
}

function isSorting(value: unknown): value is [string, PileId][] {
  return Array.isArray(value) && value.every(entry => Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && piles.some(({ id }) => id === entry[1]))
}
