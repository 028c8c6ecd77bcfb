import { readCommand } from './options.ts'
import { PlainError } from './say.ts'

/** What `npm run bench:live` was asked for. */
export interface BenchOptions {
  /** Numbers of phones, one run for each. */
  sizes: number[]
  servers: number
  /** Where the session is stored: in a file, in a store started for the benchmark, or in the store at this address. */
  storage: 'file' | 'own-store' | { store: string }
}

/**
 * What `npm run bench:live` was asked for; everything has a default.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function benchOptions(args: readonly string[], env: NodeJS.ProcessEnv): BenchOptions {
  const { set, words } = readCommand('bench-live', args, env)
  const wrong = words.find(word => !/^\d{1,5}$/.test(word) || Number(word) < 1 || Number(word) > 10_000)
  if (wrong !== undefined)
    throw new PlainError(`"${wrong}" is no number of phones. bench:live takes whole numbers from 1 to 10000, as in: npm run bench:live -- 300 1000 5000`, 2)
  const sizes = words.length > 0 ? words.map(Number) : [300, 1_000, 5_000]
  if (set.store !== undefined)
    return { sizes, servers: set.servers ?? 1, storage: { store: set.store } }
  return { sizes, servers: set.servers ?? 1, storage: set.servers === undefined ? 'file' : 'own-store' }
}
