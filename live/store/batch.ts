import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from './store.ts'

/**
 * Groups the writes of one turn of the event loop into one transaction, so that a burst of answers waits for the disk
 * once. A write is acknowledged after its transaction is on disk; if that fails, every write of the batch rejects.
 */
export class Batch {
  readonly #db: DatabaseSync
  #waiting: { resolve: () => void, reject: (reason: unknown) => void }[] | null = null
  #settled: Promise<void> = Promise.resolve()
  #failure: unknown

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Runs `write` at once, in call order, and resolves with its value once it is on disk. */
  async write<T>(write: () => T): Promise<T> {
    let value: T | undefined
    try {
      if (!this.#waiting)
        this.#begin()
      // After a failure SQLite may have left the transaction: what is written then would be kept, though it is refused.
      if (this.#failure === undefined)
        value = write()
    }
    catch (error) {
      this.#failure ??= error
    }
    await new Promise<void>((resolve, reject) => {
      if (this.#waiting)
        this.#waiting.push({ resolve, reject })
      else
        reject(notSaved(this.#failure))
    })
    return value as T
  }

  /** Resolves when everything written so far is on disk or has failed. */
  settled(): Promise<void> {
    return this.#settled
  }

  #begin(): void {
    this.#failure = undefined
    this.#db.exec('BEGIN IMMEDIATE')
    this.#waiting = []
    this.#settled = new Promise(resolve => setImmediate(() => {
      this.#commit()
      resolve()
    }))
  }

  #commit(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    try {
      if (this.#failure !== undefined)
        throw this.#failure
      this.#db.exec('COMMIT')
      waiting.forEach(write => write.resolve())
    }
    catch (error) {
      // SQLite may have rolled back by itself, on a full disk for example.
      if (this.#db.isTransaction)
        this.#db.exec('ROLLBACK')
      waiting.forEach(write => write.reject(notSaved(error)))
    }
  }
}

function notSaved(cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreError(`The laptop could not save this (${reason}). Free some disk space, then try again.`, { cause })
}
