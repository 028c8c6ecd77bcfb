import type { ExerciseProgress } from '../domain/state.ts'
import type { Presence, Store } from '../store/store.ts'
import { randomUUID } from 'node:crypto'
import { PRESENCE_MS } from '../store/store.ts'

/** Told twice before it would be forgotten. */
const LOOK_MS = PRESENCE_MS / 2.5

/**
 * Who is there on all servers, how far exercises are, and whether the store is well: told and asked every two seconds,
 * and whenever somebody comes or goes here.
 */
export class Attendance {
  readonly #id = randomUUID()
  readonly #store: Store
  readonly #here: () => Presence
  readonly #changed: () => void
  readonly #timer: NodeJS.Timeout
  #presence: Presence = { phones: 0, following: 0, paused: 0 }
  #progress: Record<string, ExerciseProgress> = {}
  #trouble: string | null = null

  /** @param here who is connected to this server; `changed` is called when a look found something else */
  constructor(store: Store, here: () => Presence, changed: () => void) {
    this.#store = store
    this.#here = here
    this.#changed = changed
    this.#timer = setInterval(() => void this.#lookAgain(), LOOK_MS)
    this.#timer.unref()
  }

  get presence(): Presence {
    return this.#presence
  }

  get progress(): Record<string, ExerciseProgress> {
    return this.#progress
  }

  /** What is wrong with where answers are kept; null when nothing is. */
  get trouble(): string | null {
    return this.#trouble
  }

  /** Tells who is here and asks who is elsewhere. */
  async look(): Promise<void> {
    await this.#store.tellPresence(this.#id, this.#here())
    this.#presence = await this.#store.presence()
    this.#progress = await this.#store.marks()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#store.tellPresence(this.#id, null).catch(() => {})
  }

  async #lookAgain(): Promise<void> {
    const before = JSON.stringify([this.#presence, this.#progress, this.#trouble])
    try {
      await this.#store.check()
      await this.look()
      this.#trouble = null
    }
    catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error)
    }
    if (JSON.stringify([this.#presence, this.#progress, this.#trouble]) !== before)
      this.#changed()
  }
}
