import type { Role } from '../domain/view.ts'
import type { Presence } from '../store/store.ts'

/** A caller who opens an event stream. */
export interface Guest {
  role: Role
  voter: string | null
  /** A deck window that follows the presenter; false where its own keys have paused that. */
  follows: boolean
}

/** Who is connected to this server. Two tabs of one phone are one; the presenter's own windows are not counted. */
export class Headcount {
  readonly #tabs = new Map<string, number>()
  readonly #screens = { following: 0, paused: 0 }

  get presence(): Presence {
    return { phones: this.#tabs.size, ...this.#screens }
  }

  /** How many tabs a voter has open. */
  tabs(voter: string): number {
    return this.#tabs.get(voter) ?? 0
  }

  comes(guest: Guest): void {
    this.#count(guest, 1)
  }

  goes(guest: Guest): void {
    this.#count(guest, -1)
  }

  #count({ role, voter, follows }: Guest, by: 1 | -1): void {
    if (role === 'screen')
      this.#screens[follows ? 'following' : 'paused'] += by
    if (role !== 'phone' || voter === null)
      return
    const tabs = this.tabs(voter) + by
    if (tabs === 0)
      this.#tabs.delete(voter)
    else
      this.#tabs.set(voter, tabs)
  }
}
