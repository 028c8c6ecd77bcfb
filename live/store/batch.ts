import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { diskFailed, whySqlite } from './error-sentences.ts'
import { StoreError } from './store.ts'

/** A transaction gathers writes for at least this long after the one before, however fast the disk is. */
const GATHER_MS = 3

/** What a batch does around its transactions. */
export interface BatchOptions {
  /** Called before each transaction; throws when its file is gone, and nothing is acknowledged then. */
  guard?: () => void
  /** Brings what was committed to the disk while the event loop goes on. Left out where a commit does so itself. */
  sync?: () => Promise<void>
}

interface Waiting { resolve: () => void, reject: (reason: unknown) => void }

/**
 * Gathers writes into transactions, so that a storm of answers waits for the disk together: while one transaction is
 * brought to the disk, the next one gathers. A write is acknowledged after its transaction is on disk; if that fails,
 * every write of the batch rejects.
 */
export class Batch {
  readonly #db: DatabaseSync
  readonly #guard: () => void
  readonly #sync: () => Promise<void>
  #waiting: Waiting[] | null = null
  #committed: Promise<void> = Promise.resolve()
  #settled: Promise<void> = Promise.resolve()
  #failure: unknown
  /** Why a sync failed. Since then nobody can say what the disk holds, so no more writes are taken. */
  #broken: StoreError | undefined
  #restsUntil = 0

  constructor(db: DatabaseSync, { guard = () => {}, sync = async () => {} }: BatchOptions = {}) {
    this.#db = db
    this.#guard = guard
    this.#sync = sync
  }

  /** Runs `write` at once, in call order, and resolves with its value once it is on disk. */
  async write<T>(write: () => T): Promise<T> {
    let value: T | undefined
    try {
      if (!this.#waiting)
        this.#begin()
      // After a failure SQLite may have ended the transaction itself; a write would then be kept although it is
      // refused.
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

  /**
   * Resolves at a moment when no transaction is under way: whatever is done before the next `await` stands alone.
   * @throws StoreError when the disk has failed
   */
  async quiet(): Promise<void> {
    while (this.#db.isTransaction)
      await this.#committed.catch(() => {})
    this.check()
  }

  /** @throws StoreError when the disk has failed */
  check(): void {
    if (this.#broken !== undefined)
      throw this.#broken
  }

  #begin(): void {
    this.#failure = undefined
    this.check()
    this.#db.exec('BEGIN IMMEDIATE')
    const waiting: Waiting[] = []
    this.#waiting = waiting
    this.#committed = this.#settled.then(() => this.#rest()).then(() => this.#commit())
    this.#settled = this.#committed.then(() => this.#bringToDisk()).then(
      () => waiting.forEach(write => write.resolve()),
      (error: unknown) => waiting.forEach(write => write.reject(notSaved(error))),
    )
  }

  async #rest(): Promise<void> {
    const ms = this.#restsUntil - performance.now()
    await (ms > 0 ? wait(ms) : turn())
  }

  #commit(): void {
    this.#waiting = null
    this.#restsUntil = performance.now() + GATHER_MS
    try {
      if (this.#failure !== undefined)
        throw this.#failure
      this.check()
      this.#guard()
      this.#db.exec('COMMIT')
    }
    catch (error) {
      // SQLite may have rolled back by itself, on a full disk for example.
      if (this.#db.isTransaction)
        this.#db.exec('ROLLBACK')
      throw error
    }
  }

  async #bringToDisk(): Promise<void> {
    try {
      await this.#sync()
    }
    catch (error) {
      throw this.#broken = diskFailed(error)
    }
  }
}

function notSaved(cause: unknown): StoreError {
  return cause instanceof StoreError ? cause : new StoreError(`The laptop could not save this: ${whySqlite(cause)}`, { cause })
}
