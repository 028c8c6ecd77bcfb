import type { SqliteSession } from './sqlite-store.ts'
import type { SessionRecord } from './store.ts'
import { accessSync, chmodSync, closeSync, constants, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { newSession } from '../domain/session.ts'
import { isInUse, whyNotOpened } from './error-sentences.ts'
import { migrate } from './sqlite-migrate.ts'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './sqlite-schema.ts'
import { sqliteStore } from './sqlite-store.ts'
import { StoreError } from './store.ts'

/** Two servers that start on one file at once block each other; each tries again after another pause, and one wins. */
const TRIES = 8
const LONGEST_PAUSE_MS = 80

/** Other users of this computer may not read the answers. */
const OWNER_ONLY = 0o600

/**
 * Opens a session file, or makes it when `create` is given and there is none. A file of an earlier version is brought
 * up to this one; a copy of it stays beside it.
 * @throws StoreError when the file is missing, in use, damaged or not a session: it is never overwritten.
 */
export async function openSqlite(file: string, create?: SessionRecord): Promise<SqliteSession> {
  if (!existsSync(file) && !create)
    throw new StoreError(`There is no session file ${file}.`)
  try {
    if (!existsSync(file) && create)
      make(file, create)
    accessSync(file, constants.R_OK | constants.W_OK)
    chmodSync(file, OWNER_ONLY)
    return sqliteStore(file, await lock(file))
  }
  catch (error) {
    throw whyNotOpened(file, error)
  }
}

/** Makes a session under a temporary name, so that a file under its final name is always whole. */
function make(file: string, record: SessionRecord): void {
  const part = `${file}.new-${process.pid}`
  let db: DatabaseSync | undefined
  try {
    closeSync(openSync(part, 'wx', OWNER_ONLY))
    db = new DatabaseSync(part)
    db.exec('PRAGMA synchronous = FULL; BEGIN')
    db.exec(SCHEMA)
    db.prepare('INSERT INTO session VALUES (1, ?, ?, ?, ?, ?)').run(record.name, record.startedAt, Number(record.rehearsal), record.presenterKey, record.voterSecret)
    db.prepare('INSERT INTO state VALUES (1, 1, ?)').run(JSON.stringify(newSession(Date.parse(record.startedAt))))
    db.exec('COMMIT')
    db.close()
    db = undefined
    giveName(part, file)
  }
  finally {
    db?.close()
    for (const ending of ['', '-journal'])
      rmSync(part + ending, { force: true })
  }
}

/** Gives the new file its final name, without replacing one that another start made meanwhile, where the file system can tell. */
function giveName(part: string, file: string): void {
  try {
    linkSync(part, file)
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return
    renameSync(part, file)
  }
}

/** Opens the file with an exclusive lock, ready to be used. */
async function lock(file: string): Promise<DatabaseSync> {
  for (let tries = 1; ; tries++) {
    const db = new DatabaseSync(file)
    try {
      db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
      // A file that is not ours has to be recognised before the first pragma that writes.
      const version = check(db)
      db.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT')
      if (version < SCHEMA_VERSION)
        migrate(db, file, version)
      return db
    }
    catch (error) {
      db.close()
      if (!isInUse(error) || tries === TRIES)
        throw error
    }
    await wait(Math.random() * LONGEST_PAUSE_MS)
  }
}

/** @returns the version of the file's tables */
function check(db: DatabaseSync): number {
  const id = db.prepare('PRAGMA application_id').get()?.application_id
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (id !== APPLICATION_ID)
    throw new StoreError('it is not a session file of this program')
  if (version > SCHEMA_VERSION)
    throw new StoreError('it was made by a later version of this program')
  if (db.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok')
    throw new StoreError('it is damaged')
  db.prepare('SELECT 1 FROM session WHERE id = 1').get()
  return version
}
