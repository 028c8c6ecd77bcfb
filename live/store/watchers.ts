import type { Marks, Presence } from './store.ts'
import { PRESENCE_MS } from './store.ts'
import { Subscribers } from './subscribers.ts'

/** What clients of one process share without writing it down: that something was saved, who is connected, how far exercises are. */
export class Watchers {
  readonly #listeners = new Subscribers()
  readonly #presence = new Map<string, { presence: Presence, until: number }>()
  readonly #marks = new Map<string, { began: Set<string>, finished: Set<string> }>()

  subscribe(changed: () => void): () => void {
    return this.#listeners.add(() => queueMicrotask(changed))
  }

  changed(): void {
    this.#listeners.tell()
  }

  tellPresence(server: string, presence: Presence | null): void {
    if (presence === null)
      this.#presence.delete(server)
    else
      this.#presence.set(server, { presence, until: performance.now() + PRESENCE_MS })
  }

  presence(): Presence {
    const there = [...this.#presence.values()].filter(({ until }) => until > performance.now())
    return there.reduce((sum, { presence }) => ({
      phones: sum.phones + presence.phones,
      following: sum.following + presence.following,
      paused: sum.paused + presence.paused,
    }), { phones: 0, following: 0, paused: 0 })
  }

  mark(exercise: string, voter: string, stage: keyof Marks): void {
    const marks = this.#marks.get(exercise) ?? { began: new Set(), finished: new Set() }
    marks.began.add(voter)
    if (stage === 'finished')
      marks.finished.add(voter)
    this.#marks.set(exercise, marks)
  }

  marks(): Record<string, Marks> {
    return Object.fromEntries([...this.#marks].map(([exercise, { began, finished }]) => [exercise, { began: began.size, finished: finished.size }]))
  }

  forget(): void {
    this.#marks.clear()
  }
}
