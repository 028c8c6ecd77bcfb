import type { Manifest } from '../../live/domain/manifest.ts'
import { readSettings } from '../lib/options.ts'

/** What `npm run build` was asked for. */
export interface BuildOptions {
  format: Manifest['format']
  /** Where the site will stand, such as `https://example.org`; an empty string when nobody said. */
  origin: string
  /** The path below it; begins and ends with a slash. */
  base: string
}

/**
 * What `npm run build` was asked for; everything has a default.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function buildOptions(args: readonly string[], env: NodeJS.ProcessEnv): BuildOptions {
  const { format = 90, base = { origin: '', base: '/' } } = readSettings('build', args, env)
  return { format, ...base }
}
