/** A browser's storage, with a limit on what it takes. */
export class MemoryStorage implements Storage {
  private readonly entries = new Map<string, string>()
  full = false
  get length(): number { return this.entries.size }
  key(index: number): string | null { return [...this.entries.keys()][index] ?? null }
  getItem(key: string): string | null { return this.entries.get(key) ?? null }
  removeItem(key: string): void { this.entries.delete(key) }
  clear(): void { this.entries.clear() }
  setItem(key: string, value: string): void {
    if (this.full)
      throw new Error('QuotaExceededError')
    this.entries.set(key, value)
  }
}
