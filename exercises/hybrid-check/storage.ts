import type { Stored } from '../storage.ts'
import type { FactId } from './facts.ts'
import { openStored } from '../storage.ts'
import { isTicked } from './facts.ts'

/** What has been ticked in one workshop session on this device; `null` until somebody begins. It is never sent anywhere. */
export function openCheck(session: string, storage?: () => Storage): Stored<FactId[] | null> {
  return openStored({
    name: 'hybrid-check',
    session,
    version: 1,
    empty: null,
    isValid: (value): value is FactId[] | null => value === null || isTicked(value),
    storage,
  })
}
