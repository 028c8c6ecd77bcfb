import type { Manifest } from '../live/domain/manifest.ts'
import * as v from 'valibot'
import { read, readFlags, readFormat } from './options.ts'

/** What `npm run build` was asked for. */
export interface BuildOptions {
  format: Manifest['format']
  /** Where the site will stand, such as `https://example.org`; an empty string when nobody said. */
  origin: string
  /** The path below it; begins and ends with a slash. */
  base: string
}

const place = /^(?<origin>https?:\/\/[\w.-]+(?::\d+)?)?(?<base>\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*)$/
const placeValue = v.pipe(
  v.string(),
  v.regex(place, 'a path that begins and ends with a slash, such as / or /the-fork/, or a whole address that does, such as https://example.org/the-fork/'),
  v.transform(text => ({ origin: place.exec(text)?.groups?.origin ?? '', base: place.exec(text)?.groups?.base ?? '/' })),
)

/**
 * A flag wins over its environment variable; an empty variable counts as none.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function buildOptions(args: readonly string[], env: NodeJS.ProcessEnv): BuildOptions {
  const { values, positionals } = readFlags(args, { base: { type: 'string' }, format: { type: 'string' } })
  return {
    format: readFormat(values.format, positionals, env) ?? 90,
    ...read('--base', values.base, placeValue) ?? read('BASE', env.BASE || undefined, placeValue) ?? { origin: '', base: '/' },
  }
}
