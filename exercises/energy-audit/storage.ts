import type { Stored } from '../storage.ts'
import type { Audit } from './audit.ts'
import { openStored } from '../storage.ts'
import { isAudit, notStarted } from './audit.ts'

/** The audit of one workshop session on this device; it is never sent anywhere. */
export function openAudit(session: string, storage?: () => Storage): Stored<Audit> {
  return openStored({ name: 'energy-audit', session, version: 1, empty: notStarted, isValid: isAudit, storage })
}
