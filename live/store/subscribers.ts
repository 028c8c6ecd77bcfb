/** Those who want to know that something changed. */
export class Subscribers {
  readonly #all = new Set<() => void>()

  /** Calls `changed` from now on. Returns what ends it. */
  add(changed: () => void): () => void {
    // Of its own, so that one function may be added twice.
    const listener = (): void => changed()
    this.#all.add(listener)
    return () => void this.#all.delete(listener)
  }

  tell(): void {
    for (const changed of this.#all)
      changed()
  }

  clear(): void {
    this.#all.clear()
  }
}
