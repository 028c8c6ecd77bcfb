/** Gives numbers from 0 up to 1, the same ones for the same name (FNV-1a for the name, then mulberry32). */
export function randomOf(name: string): () => number {
  let state = Array.from(name).reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811C9DC5)
  return () => {
    state = state + 0x6D2B79F5 | 0
    let mixed = Math.imul(state ^ state >>> 15, state | 1)
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61)
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
}

/** A whole number of milliseconds between two, more often near the first. */
export function delayBetween(random: () => number, from: number, to: number): number {
  return Math.round(from + (to - from) * random() ** 2)
}
