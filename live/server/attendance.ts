import type { ExerciseProgress } from '../domain/state.ts'
import type { Presence, Store } from '../store/store.ts'
import type { Headcount } from './headcount.ts'
import { randomUUID } from 'node:crypto'
import { PRESENCE_MS } from '../store/store.ts'
import { Subscribers } from '../store/subscribers.ts'

/** How often presence is told: more than twice before another server would drop it. */
const LOOK_MS = PRESENCE_MS / 2.5

const NOBODY: Presence = { phones: 0, following: 0, paused: 0 }

function combined(a: Presence, b: Presence, sign: 1 | -1): Presence {
  const sum = (of: keyof Presence): number => Math.max(0, a[of] + sign * b[of])
  return { phones: sum('phones'), following: sum('following'), paused: sum('paused') }
}

/**
 * Who is connected on all servers, how far exercises are, and whether the store works. It asks the store every two
 * seconds, and whenever somebody comes or goes here.
 */
export class Attendance {
  readonly #id = randomUUID()
  readonly #store: Store
  readonly #headcount: Headcount
  readonly #listeners = new Subscribers()
  readonly #timer: NodeJS.Timeout
  #elsewhere: Presence = NOBODY
  #progress: Record<string, ExerciseProgress> = {}
  #trouble: string | null = null
  #looking: Promise<void> | null = null

  constructor(store: Store, headcount: Headcount) {
    this.#store = store
    this.#headcount = headcount
    this.#timer = setInterval(() => void this.#lookAgain(), LOOK_MS)
    this.#timer.unref()
  }

  /** The connections of this server now, and those of the others as of the last look. */
  get presence(): Presence {
    return combined(this.#elsewhere, this.#headcount.presence, 1)
  }

  get progress(): Record<string, ExerciseProgress> {
    return this.#progress
  }

  /** What is wrong with the store, as a sentence; null when nothing is. */
  get trouble(): string | null {
    return this.#trouble
  }

  /**
   * Calls `changed` when a look finds another state.
   * @returns a function that ends this
   */
  subscribe(changed: () => void): () => void {
    return this.#listeners.add(changed)
  }

  /** Tells the store who is here and asks who is elsewhere. Concurrent callers share one look: two looks at once would count each other. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => this.#looking = null)
    return this.#looking
  }

  async #look(): Promise<void> {
    const here = this.#headcount.presence
    await this.#store.tellPresence(this.#id, here)
    this.#elsewhere = combined(await this.#store.presence(), here, -1)
    this.#progress = await this.#store.marks()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#store.tellPresence(this.#id, null).catch(() => {})
  }

  async #lookAgain(): Promise<void> {
    const before = JSON.stringify([this.#elsewhere, this.#progress, this.#trouble])
    try {
      await this.#store.check()
      await this.look()
      this.#trouble = null
    }
    catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error)
    }
    if (JSON.stringify([this.#elsewhere, this.#progress, this.#trouble]) !== before)
      this.#listeners.tell()
  }
}
