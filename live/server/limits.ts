import { isThisMachine } from './caller-address.ts'

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

/** Limits how many things each caller holds at once, such as open streams. */
export class Holdings {
  readonly #most: (caller: string) => number
  readonly #held = new Map<string, number>()

  constructor(most: (caller: string) => number) {
    this.#most = most
  }

  /**
   * Takes one more.
   * @returns a function that gives it back; null when it would be too many
   */
  take(caller: string): (() => void) | null {
    const held = this.#held.get(caller) ?? 0
    if (held >= this.#most(caller))
      return null
    this.#held.set(caller, held + 1)
    let isGiven = false
    return () => {
      if (isGiven)
        return
      isGiven = true
      const left = (this.#held.get(caller) ?? 1) - 1
      if (left === 0)
        this.#held.delete(caller)
      else
        this.#held.set(caller, left)
    }
  }
}

/** The limits of one address. */
export interface Limits {
  /** Streams open at once. */
  streams: (address: string) => number
  /** New voters in ten minutes. */
  voters: (address: string) => number
}

/** Generous: a whole room shares one address, and so does everybody behind a proxy on this machine. */
export const defaultLimits: Limits = {
  streams: address => isThisMachine(address) ? 16_000 : 2_000,
  voters: address => isThisMachine(address) ? 30_000 : 5_000,
}
