import type { Keep } from '../keep.ts'
import type { FactId } from './check.ts'
import { openKeep } from '../keep.ts'
import { isTicked } from './check.ts'

/** What has been ticked in one workshop session on this device; `null` until somebody begins. It is never sent anywhere. */
export function openCheck(session: string, storage?: () => Storage): Keep<FactId[] | null> {
  return openKeep({
    name: 'hybrid-check',
    session,
    version: 1,
    empty: null,
    isValid: (value): value is FactId[] | null => value === null || isTicked(value),
    storage,
  })
}
