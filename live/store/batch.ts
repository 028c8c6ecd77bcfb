import type { DatabaseSync } from 'node:sqlite'
import { whySqlite } from './sentences.ts'
import { StoreError } from './store.ts'

/** After the disk took some time the next writes gather for so many times as long, so that a storm spends its time on answers. */
const GATHER = 4
/** But nobody waits longer than this for others. */
const LONGEST_MS = 20

/**
 * Gathers writes into transactions, so that a storm of answers waits for the disk together. A turn of the event loop
 * takes a single new connection: one transaction a turn would be one an answer. A write is acknowledged after its
 * transaction is on disk; if that fails, every write of the batch rejects.
 */
export class Batch {
  readonly #db: DatabaseSync
  readonly #guard: () => void
  #waiting: { resolve: () => void, reject: (reason: unknown) => void }[] | null = null
  #settled: Promise<void> = Promise.resolve()
  #failure: unknown
  #restsUntil = 0

  /** `guard` throws when what is written now would be kept nowhere: then nothing is acknowledged. */
  constructor(db: DatabaseSync, guard: () => void = () => {}) {
    this.#db = db
    this.#guard = guard
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

  /** Resolves at a moment when no transaction is under way: whatever is done before the next `await` stands alone. */
  async quiet(): Promise<void> {
    while (this.#db.isTransaction)
      await this.#settled
  }

  #begin(): void {
    this.#failure = undefined
    this.#db.exec('BEGIN IMMEDIATE')
    this.#waiting = []
    const rest = this.#restsUntil - performance.now()
    this.#settled = new Promise((resolve) => {
      const commit = (): void => {
        this.#commit()
        resolve()
      }
      if (rest > 0)
        setTimeout(commit, rest)
      else
        setImmediate(commit)
    })
  }

  #commit(): void {
    const waiting = this.#waiting ?? []
    const startedAt = performance.now()
    this.#waiting = null
    try {
      if (this.#failure !== undefined)
        throw this.#failure
      this.#guard()
      this.#db.exec('COMMIT')
      waiting.forEach(write => write.resolve())
    }
    catch (error) {
      // SQLite may have rolled back by itself, on a full disk for example.
      if (this.#db.isTransaction)
        this.#db.exec('ROLLBACK')
      waiting.forEach(write => write.reject(notSaved(error)))
    }
    const endedAt = performance.now()
    this.#restsUntil = endedAt + Math.min(GATHER * (endedAt - startedAt), LONGEST_MS)
  }
}

function notSaved(cause: unknown): StoreError {
  return cause instanceof StoreError ? cause : new StoreError(`The laptop could not save this: ${whySqlite(cause)}`, { cause })
}
