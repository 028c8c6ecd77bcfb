/** Counts what each caller did lately. Times come from a clock that never goes back. */
export class RateLimit {
  readonly #most: number
  readonly #windowMs: number
  readonly #now: () => number
  #since: number
  #counts = new Map<string, number>()

  /** At most `most` calls by one caller in a window of `windowMs`. */
  constructor(most: number, windowMs: number, now: () => number = () => performance.now()) {
    this.#most = most
    this.#windowMs = windowMs
    this.#now = now
    this.#since = now()
  }

  /** Counts one more call; false when it is too many. */
  allows(caller: string): boolean {
    if (this.#now() - this.#since >= this.#windowMs) {
      this.#since = this.#now()
      this.#counts = new Map()
    }
    const count = (this.#counts.get(caller) ?? 0) + 1
    this.#counts.set(caller, count)
    return count <= this.#most
  }
}
