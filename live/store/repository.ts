import type { SessionRecord, Store } from './store.ts'
import { join } from 'node:path'
import { memorySession } from './memory-store.ts'
import { redisRepository } from './redis-repository.ts'
import { sqliteRepository } from './sqlite-repository.ts'
import { StoreError } from './store.ts'

/** Where sessions are kept, each under its name. */
export interface SessionRepository {
  /** Names, the session that changed last first. */
  names: () => Promise<string[]>
  /** @throws StoreError when there is none of this name, or it cannot be opened */
  open: (name: string) => Promise<Store>
  /** Opens a session that no server runs; null for one that is in use or cannot be read. */
  openIdle: (name: string) => Promise<Store | null>
  /** Makes the session, or opens it where another server made it a moment ago. */
  create: (record: SessionRecord) => Promise<Store>
  /** @throws StoreError when a server has it open */
  refuseRunning: (name: string) => Promise<void>
  /** Deletes everything that is kept of a session, whoever has it open. */
  delete: (name: string) => Promise<void>
}

/**
 * The session that a name stands for: the one of exactly this name, else one that differs only in capitals or in the
 * Unicode form of its accents, which many file systems take for one file.
 */
export function meantBy(name: string, names: readonly string[]): string | undefined {
  const plain = (one: string): string => one.normalize('NFC').toLowerCase()
  return names.includes(name) ? name : names.find(one => plain(one) === plain(name))
}

/** Where sessions are stored. */
export interface StoreLocation {
  /** A folder of session files; null keeps nothing beyond this process. */
  dataDir: string | null
  /** Address of a Redis or Valkey, which several servers share; it takes the place of the folder. */
  store?: string
}

/** The repository for real sessions or for rehearsals, which are stored apart. */
export function repositoryOf({ dataDir, store }: StoreLocation, rehearsals: boolean): SessionRepository {
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
