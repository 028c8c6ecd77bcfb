import type { ParseArgsOptionsConfig } from 'node:util'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { Venue } from '../../live/domain/state.ts'
import type { Setting, SettingName, ValueOf } from './settings.ts'
import type { VerbName } from './verbs.ts'
import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { formats, reunionFormat } from '../../exercises/sections.ts'
import { DEFAULT_FLOOR } from '../../live/domain/floor.ts'
import { root } from './paths.ts'
import { PlainError } from './say.ts'
import { DEFAULT_LENGTH } from './session-length.ts'
import { environmentName, settings } from './settings.ts'
import { verbs } from './verbs.ts'

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Minutes; without them those of the session to go on with. */
  format?: Manifest['format']
  /** Resumed or begun by this name; without it the last unended one. */
  session?: string
  /** The session of the workshop that this reunion belongs to. */
  since?: string
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
  /** The session to delete instead of starting one. */
  delete?: string
  dataDir: string
  /** Address of a Redis or Valkey in place of `dataDir`. */
  store?: string
  /** Origin that people on the internet use. */
  publicOrigin?: string
  /** Addresses of the proxies in front. */
  proxies?: string[]
  presenterKey?: string
  /** For the cover. */
  place?: Venue
  /** Shown as a second QR code. */
  wifi: { ssid: string, password: string | null } | null
}

/** What was set for a command, by the name of the setting. */
export type Values<V extends VerbName> = { [N in (typeof verbs)[V]['settings'][number]]?: ValueOf<N> }

/** Variables that processes of the kit set for each other; nobody sets them by hand. */
const internalVariables = ['FORK_LIVE_URL', 'FORK_LIVE_PORT', 'FORK_LIVE_KEY', 'FORK_SITE_ORIGIN', 'FORK_NOTES']

/**
 * What was set for a command: a flag wins over its environment variable, and an empty variable counts as none.
 * @throws PlainError with exit code 2, naming what is wrong, where it stands and what is allowed
 */
export function readSettings<V extends VerbName>(verb: V, args: readonly string[], env: NodeJS.ProcessEnv): Values<V> {
  return readCommand(verb, args, env).set
}

/**
 * The same, with the bare words of a command that takes such.
 * @throws PlainError as `readSettings` does
 */
export function readCommand<V extends VerbName>(verb: V, args: readonly string[], env: NodeJS.ProcessEnv): { set: Values<V>, words: string[] } {
  refuseUnknown(env)
  const names: readonly SettingName[] = verbs[verb].settings
  const { flags, words } = readFlags(verb, args)
  const entries = names.map(name => [name, valueOf(name, flags[name], env)])
  return { set: Object.fromEntries(entries) as Values<V>, words } // each name's own check made its value
}

function valueOf(name: SettingName, flag: string | boolean | undefined, env: NodeJS.ProcessEnv): unknown {
  const { check, only }: Setting<unknown> = settings[name]
  if (typeof flag === 'boolean')
    return flag
  if (flag !== undefined)
    return checked(`--${name}`, flag, check, '')
  const variable = environmentName(name)
  const typed = only === 'flag' ? undefined : env[variable] || undefined
  return typed === undefined ? undefined : checked(variable, typed, check, ` Change this environment variable or unset it.`)
}

function checked(name: string, typed: string, check: Setting<unknown>['check'], advice: string): unknown {
  const result = v.safeParse(check, typed)
  if (!result.success)
    throw new PlainError(`${name} cannot be "${typed}". It takes ${result.issues[0].message}.${advice}`, 2)
  return result.output
}

/** Flags as text, with a bare word as the length where the command takes no others. */
function readFlags(verb: VerbName, args: readonly string[]): { flags: Partial<Record<string, string | boolean>>, words: string[] } {
  const own = verbs[verb].settings.map((name): [SettingName, Setting<unknown>] => [name, settings[name]]).filter(([, { only }]) => only !== 'environment')
  const options: ParseArgsOptionsConfig = Object.fromEntries(own.map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]))
  const { values, positionals } = parse(args, options)
  if ('words' in verbs[verb])
    return { flags: values, words: positionals }
  const [word, extra] = positionals
  if (word === undefined)
    return { flags: values, words: [] }
  if (!('format' in options))
    throw new PlainError(`"${word}" is one word too many for ${verbs[verb].call}.`, 2)
  if (extra !== undefined || values.format !== undefined)
    throw new PlainError(`"${extra ?? word}" is one word too many. A bare word is the length: ${formats.join(', ')}.`, 2)
  return { flags: { ...values, format: word }, words: [] }
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig): { values: Partial<Record<string, string | boolean>>, positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true })
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])
    return { values: Object.fromEntries(single), positionals }
  }
  catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    const names = Object.keys(options).map(name => `--${name}`)
    throw new PlainError(`${reason}. ${names.length > 0 ? `The flags are: ${names.join(' ')}.` : 'There are no flags.'}`, 2)
  }
}

/** Refuses unknown `FORK_` variables: a misspelt one would silently change nothing. */
function refuseUnknown(env: NodeJS.ProcessEnv): void {
  const known = [...Object.entries<Setting<unknown>>(settings)].filter(([, { only }]) => only !== 'flag').map(([name]) => environmentName(name))
  const unknown = Object.keys(env).find(name => name.startsWith('FORK_') && ![...known, ...internalVariables].includes(name))
  if (unknown !== undefined)
    throw new PlainError(`The environment sets ${unknown}, and there is no such setting. The settings are: ${known.join(' ')}.`, 2)
}

/** The folder that was asked for, or `data/`. */
export function dataDirOf(folder: string | undefined): string {
  return resolve(root, folder ?? 'data')
}

/** What `npm run rehearse` was asked for. */
export interface RehearseOptions extends Pick<StartOptions, 'since' | 'host' | 'port' | 'open' | 'dataDir' | 'presenterKey'> {
  /** Minutes. */
  format: Manifest['format']
  /** How many are simulated. */
  phones: number
  seed: number
}

/**
 * What `npm run rehearse` was asked for; everything has a default, and the seed is any.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function rehearseOptions(args: readonly string[], env: NodeJS.ProcessEnv): RehearseOptions {
  const set = readSettings('rehearse', args, env)
  checkSince(set, 'npm run rehearse')
  return {
    phones: set.phones ?? 18,
    seed: set.seed ?? randomInt(1, 1_000_000),
    format: set.format ?? DEFAULT_LENGTH,
    since: set.since,
    host: set.host,
    port: set.port ?? 4590,
    open: set.open ?? !env.CI,
    dataDir: dataDirOf(set['data-dir']),
    presenterKey: set['presenter-key'],
  }
}

function checkSince({ since, format }: Pick<StartOptions, 'since'> & { format?: number }, call: string): void {
  if (since !== undefined && format !== reunionFormat)
    throw new PlainError(`--since belongs to the reunion: ${call} ${reunionFormat} -- --since "${since}". Leave it out for a workshop.`, 2)
}

/**
 * What `npm start` was asked for; everything has a default, the length in `session-length.ts`.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const set = readSettings('start', args, env)
  checkSince(set, 'npm start')
  return {
    format: set.format,
    session: set.session,
    since: set.since,
    fresh: set.new ?? false,
    rehearsal: set.rehearsal ?? false,
    floor: set.floor ?? DEFAULT_FLOOR,
    host: set.host,
    port: set.port ?? 4590,
    open: set.open ?? !env.CI,
    delete: set.delete,
    dataDir: dataDirOf(set['data-dir']),
    store: set.store,
    publicOrigin: set.public,
    proxies: set.proxy,
    presenterKey: set['presenter-key'],
    ...(set.room ?? set.facilitator ?? set.site) !== undefined && { place: { room: set.room, facilitator: set.facilitator, site: set.site } },
    wifi: set['wifi-ssid'] === undefined ? null : { ssid: set['wifi-ssid'], password: set['wifi-password'] ?? null },
  }
}
