import type { Keep } from '../keep.ts'
import type { Audit } from './progress.ts'
import { openKeep } from '../keep.ts'
import { isAudit, notStarted } from './progress.ts'

/** The audit of one workshop session on this device; it is never sent anywhere. */
export function openAudit(session: string, storage?: () => Storage): Keep<Audit> {
  return openKeep({ name: 'energy-audit', session, version: 1, empty: notStarted, isValid: isAudit, storage })
}
