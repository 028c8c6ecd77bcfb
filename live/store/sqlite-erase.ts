import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { whySqlite } from './error-sentences.ts'
import { copiesOf } from './sqlite-migrate.ts'
import { StoreError } from './store.ts'

/** Erases every voter id from a session's file, and from the copies of earlier versions beside it. It may be repeated after a failure. */
export function eraseIn(db: DatabaseSync, file: string): void {
  try {
    eraseIds(db)
    for (const copy of copiesOf(file).filter(path => existsSync(path)))
      eraseInCopy(copy)
  }
  catch (error) {
    throw new StoreError(`The voters' ids could not be erased from ${file}: ${whySqlite(error)} It is tried again at the next start.`, { cause: error })
  }
}

function eraseIds(db: DatabaseSync): void {
  db.exec('PRAGMA secure_delete = ON; UPDATE answers SET voter = lower(hex(randomblob(16)))')
  // Rows that moved from page to page leave copies behind that `secure_delete` does not see: the file is written anew.
  // Until the write-ahead log is folded into it, that holds the old ids.
  db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
}

function eraseInCopy(copy: string): void {
  const db = new DatabaseSync(copy)
  try {
    eraseIds(db)
  }
  finally {
    db.close()
  }
}
