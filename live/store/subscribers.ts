/** Functions to be called when something changed. */
export class Subscribers {
  readonly #all = new Set<() => void>()

  /**
   * Calls `changed` from now on.
   * @returns a function that ends this
   */
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
