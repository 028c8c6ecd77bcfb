import type { ParseArgsOptionsConfig } from 'node:util'
import type { Manifest } from '../live/domain/manifest.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { formats } from '../setup/slide-rules.ts'
import { root } from './paths.ts'
import { PlainError } from './say.ts'

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Minutes. */
  format: Manifest['format']
  /** Resumed or begun by this name; without it the last unended one. */
  session?: string
  /** Begin a new session even if one has not ended. */
  fresh: boolean
  /** Floor 1, marked as a rehearsal, left out of exports. */
  rehearsal: boolean
  /** Answers needed before a result is shown, 1 or more. */
  floor: number
  /** The one address to listen on; without it all of them. */
  host?: string
  /** 0 takes any free one. */
  port: number
  /** Whether to open the presenter view in a browser. */
  open: boolean
  dataDir: string
  presenterKey?: string
  /** Shown as a second QR code. */
  wifi: { ssid: string, password: string | null } | null
}

type Schema<T> = v.GenericSchema<string, T>

function text(allowed: string, pattern: RegExp): Schema<string> {
  return v.pipe(v.string(), v.regex(pattern, allowed))
}

function whole(allowed: string, from: number, to: number): Schema<number> {
  return v.pipe(v.string(), v.regex(/^\d+$/, allowed), v.transform(Number), v.minValue(from, allowed), v.maxValue(to, allowed))
}

const truth = v.pipe(v.string(), v.toLowerCase(), v.picklist(['', '0', 'false', 'no', '1', 'true', 'yes'], '1 or 0'), v.transform(value => ['1', 'true', 'yes'].includes(value)))

/** One of the lengths, from what somebody typed. */
export const formatValue: Schema<Manifest['format']> = v.pipe(
  v.string(),
  v.transform(Number),
  v.picklist(formats, `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)} minutes`),
)
/** The name of a session, from what somebody typed; it becomes a file's name. */
export const sessionValue = text('letters, digits, spaces, hyphens and underscores, at most 60 characters, beginning with a letter or digit', /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _-]{0,59}$/u)
const floor = whole('a whole number from 1 to 1000', 1, 1000)
const port = whole('a whole number from 0 to 65535, where 0 takes any free one', 0, 65535)
const host = text('an address of this machine, such as 192.168.1.20', /^[\w.:-]+$/)
const key = text('at least 16 letters, digits, hyphens or underscores', /^[\w-]{16,}$/)
const something = text('some text', /\S/)

/**
 * A value, or a sentence that names the flag, the value and what is allowed.
 * @throws PlainError with exit code 2
 */
export function read<T>(name: string, value: string | undefined, schema: Schema<T>): T | undefined {
  if (value === undefined)
    return undefined
  const result = v.safeParse(schema, value)
  if (!result.success)
    throw new PlainError(`${name} cannot be "${value}". It takes ${result.issues[0].message}.`, 2)
  return result.output
}

/**
 * Flags and bare words of a command line.
 * @throws PlainError with exit code 2 for a flag that does not exist or has no value
 */
export function readFlags<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T): ReturnType<typeof parseArgs<{ options: T, allowPositionals: true, allowNegative: true, strict: true, args: string[] }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true })
  }
  catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new PlainError(`${reason}. The flags are: ${Object.keys(options).map(name => `--${name}`).join(' ')}.`, 2)
  }
}

/** The length named by `--format 45`, by a bare `45`, or by `FORMAT`. */
export function readFormat(flag: string | undefined, words: readonly string[], env: NodeJS.ProcessEnv): Manifest['format'] | undefined {
  const [word, extra] = words
  if (extra !== undefined || (word !== undefined && flag !== undefined))
    throw new PlainError(`"${extra ?? word}" is one word too many. A bare word is the length: ${formats.join(', ')}.`, 2)
  return read('--format', flag ?? word, formatValue) ?? read('FORMAT', env.FORMAT || undefined, formatValue)
}

/**
 * What `npm start` was asked for. A flag wins over its environment variable; an empty variable counts as none.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values, positionals } = readFlags(args, {
    format: { type: 'string' },
    session: { type: 'string' },
    new: { type: 'boolean' },
    rehearsal: { type: 'boolean' },
    floor: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean' },
  })
  const either = <T>(name: 'session' | 'floor' | 'host' | 'port', schema: Schema<T>): T | undefined =>
    read(`--${name}`, values[name], schema) ?? read(name.toUpperCase(), env[name.toUpperCase()] || undefined, schema)
  const ssid = read('WIFI_SSID', env.WIFI_SSID || undefined, something)
  return {
    format: readFormat(values.format, positionals, env) ?? 90,
    session: either('session', sessionValue),
    fresh: values.new ?? false,
    rehearsal: values.rehearsal ?? read('REHEARSAL', env.REHEARSAL, truth) ?? false,
    floor: either('floor', floor) ?? 5,
    host: either('host', host),
    port: either('port', port) ?? 4590,
    open: values.open ?? read('OPEN', env.OPEN || undefined, truth) ?? !env.CI,
    dataDir: resolve(root, env.DATA_DIR || 'data'),
    presenterKey: read('PRESENTER_KEY', env.PRESENTER_KEY || undefined, key),
    wifi: ssid === undefined ? null : { ssid, password: env.WIFI_PASSWORD || null },
  }
}
