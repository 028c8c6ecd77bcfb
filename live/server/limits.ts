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
    this.#turnWindow()
    const count = (this.#counts.get(caller) ?? 0) + 1
    this.#counts.set(caller, count)
    return count <= this.#most
  }

  /** True when one more call would be too many; counts nothing. */
  isSpent(caller: string): boolean {
    this.#turnWindow()
    return (this.#counts.get(caller) ?? 0) >= this.#most
  }

  #turnWindow(): void {
    if (this.#now() - this.#since < this.#windowMs)
      return
    this.#since = this.#now()
    this.#counts = new Map()
  }
}
