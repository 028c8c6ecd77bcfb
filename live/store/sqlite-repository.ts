import type { SessionRepository } from './repository.ts'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './data-folder.ts'
import { isInUse } from './error-sentences.ts'
import { openSqlite } from './sqlite-file.ts'
import { StoreError } from './store.ts'

const ENDING = '.sqlite'

/** Sessions as files of a folder, which is made with the first of them. */
export function sqliteRepository(folder: string): SessionRepository {
  const fileOf = (name: string): string => join(folder, `${name}${ENDING}`)
  const files = (): string[] => existsSync(folder) ? readdirSync(folder) : []

  /** The time of the last change. Until a session is closed its latest writes are in the write-ahead log beside the file. */
  function changedAt(name: string): number {
    const times = [fileOf(name), `${fileOf(name)}-wal`].map(path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    return Math.max(...times)
  }

  return {
    async names() {
      const aged = files().filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length)).map(name => ({ name, changed: changedAt(name) }))
      return aged.sort((a, b) => b.changed - a.changed).map(({ name }) => name)
    },
    open: name => openSqlite(fileOf(name)),
    openIdle: name => openSqlite(fileOf(name)).catch(() => null),
    async create(record) {
      makeFolder(folder)
      return openSqlite(fileOf(record.name), record)
    },
    async refuseRunning(name) {
      try {
        await (await openSqlite(fileOf(name))).close()
      }
      catch (error) {
        if (error instanceof StoreError && isInUse(error.cause))
          throw error
      }
    },
    async delete(name) {
      // With the file go the log beside it and copies of earlier versions.
      for (const file of files().filter(file => file.startsWith(`${name}${ENDING}`)))
        rmSync(join(folder, file))
    },
  }
}
