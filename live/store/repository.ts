import type { SessionRecord, Store } from './store.ts'
import { join } from 'node:path'
import { memorySession } from './memory-store.ts'
import { redisRepository } from './redis-repository.ts'
import { sqliteRepository } from './sqlite-repository.ts'
import { StoreError } from './store.ts'

/** Where sessions are kept, each under its name. */
export interface SessionRepository {
  /** The one that changed last comes first. */
  names: () => Promise<string[]>
  /** @throws StoreError when there is none of this name, or it cannot be opened */
  open: (name: string) => Promise<Store>
  /** Null where a server has it open, or where it cannot be read. */
  openIdle: (name: string) => Promise<Store | null>
  /** Makes the session, or opens it where another server made it a moment ago. */
  create: (record: SessionRecord) => Promise<Store>
  /** @throws StoreError when a server has it open */
  refuseRunning: (name: string) => Promise<void>
  /** Deletes everything that is kept of a session, whoever has it open. */
  delete: (name: string) => Promise<void>
}

/**
 * The session that somebody means by a name: the one of exactly this name, else one that differs in capitals or in how
 * its accents are put together alone. Many disks hold those for one file, and nobody keeps them apart.
 */
export function meantBy(name: string, names: readonly string[]): string | undefined {
  const plain = (one: string): string => one.normalize('NFC').toLowerCase()
  return names.includes(name) ? name : names.find(one => plain(one) === plain(name))
}

/** Where sessions are to be kept. */
export interface Keeping {
  /** A folder of session files; null keeps nothing beyond this process. */
  dataDir: string | null
  /** Address of a Redis or Valkey, which several servers share; it takes the place of the folder. */
  store?: string
}

/** The sessions of one sort: rehearsals stay out of the way of what counts. */
export function repositoryOf({ dataDir, store }: Keeping, rehearsals: boolean): SessionRepository {
  if (store !== undefined)
    return redisRepository(store, rehearsals ? 'rehearsals' : 'sessions')
  return dataDir === null ? memoryRepository() : sqliteRepository(rehearsals ? join(dataDir, 'rehearsals') : dataDir)
}

function memoryRepository(): SessionRepository {
  return {
    names: async () => [],
    async open(name) {
      throw new StoreError(`There is no session "${name}".`)
    },
    openIdle: async () => null,
    create: async record => memorySession(record)(),
    async refuseRunning() {},
    async delete() {},
  }
}
