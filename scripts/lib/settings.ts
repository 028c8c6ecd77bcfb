import type { ManagerPresence } from '../../exercises/facilitating-variants.ts'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import * as v from 'valibot'
import { managerSheets } from '../../exercises/facilitating-variants.ts'
import { formats, reunionFormat, workshopFormats } from '../../exercises/sections.ts'
import { DEFAULT_FLOOR } from '../../live/domain/floor.ts'
import { blockedPorts, LAST_PORT } from '../../live/domain/ports.ts'

/** Checks what somebody typed. Its message says what is allowed and follows "It takes". */
export type Check<T> = v.GenericSchema<string, T>

/** Something that can be set with a flag or from the environment, by the same name: `--floor`, `FORK_FLOOR`. */
export interface Setting<T> {
  check: Check<T>
  /** For help and README. */
  help: string
  /** Stands for the value, in capitals. A switch has none. */
  value?: string
  /** A switch that is on unless it is turned off. */
  on?: true
  /** Set when it exists only as a flag, or only as a variable. */
  only?: 'flag' | 'environment'
}

/** Sheets of paper by name, as CSS calls them. */
export const papers = { a4: ['210mm', '297mm'], letter: ['8.5in', '11in'] } as const
/** Width and height of the poster that goes with each paper: A3, or Tabloid. */
export const posterPapers = { a4: ['297mm', '420mm'], letter: ['11in', '17in'] } as const satisfies Record<keyof typeof papers, readonly [string, string]>

/** `45, 60 or 90` */
function either(values: readonly (string | number)[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

function text(allowed: string, pattern: RegExp): Check<string> {
  return v.pipe(v.string(), v.regex(pattern, allowed))
}

function whole(allowed: string, from: number, to: number): Check<number> {
  return v.pipe(v.string(), v.regex(/^\d+$/, allowed), v.transform(Number), v.minValue(from, allowed), v.maxValue(to, allowed))
}

const format = v.pipe(v.string(), v.transform(Number), v.picklist(formats, `${either(formats)} minutes`))
/** One form of each letter and no space at the ends: a name that looks the same is the same. */
const session = v.pipe(
  v.string(),
  v.transform(typed => typed.normalize('NFC').trim()),
  v.regex(/^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}\p{M} _-]{0,59}$/u, 'letters, digits, spaces, hyphens and underscores, at most 60 characters, beginning with a letter or digit'),
)
const floor = whole('a whole number from 1 to 1000', 1, 1000)
const anything = text('some text', /\S/)
/** A text that fits on one line of the cover. */
const cover = v.pipe(v.string(), v.transform(typed => typed.trim().replaceAll(/\s+/g, ' ')), v.check(typed => typed.length > 0 && typed.length <= 40, 'one line of up to 40 letters'))

const port = v.pipe(
  whole(`a whole number from 0 to ${LAST_PORT}, where 0 takes any free one`, 0, LAST_PORT),
  v.check(number => !blockedPorts.has(number), 'a port that browsers open: they refuse this one, since another protocol speaks there. 4590 and 8080 work'),
)

/** An address of this machine; undefined for all of them. A name is refused: nobody sees which address it stands for. */
function hostCheck(own: readonly string[]): Check<string | undefined> {
  return v.pipe(
    v.string(),
    v.transform(host => host === 'localhost' ? '127.0.0.1' : host),
    v.picklist(['0.0.0.0', '::', ...own], `an address of this machine: ${[...own, '0.0.0.0 for all of them'].join(', ')}`),
    v.transform(host => own.includes(host) ? host : undefined),
  )
}

/** Every address of this machine at which a browser can ask for a page. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap(infos => infos ?? []).filter(({ scopeid }) => !scopeid).map(({ address }) => address)
}

const store = v.pipe(
  v.string(),
  v.check(typed => URL.canParse(typed) && /^rediss?:$/.test(new URL(typed).protocol) && new URL(typed).hostname !== '', 'the address of a Redis or Valkey, as redis://HOST:6379, or as rediss:// with TLS'),
)

const publicOrigin = v.pipe(
  v.string(),
  v.check(typed => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol) && /^\/?$/.test(new URL(typed).pathname + new URL(typed).search + new URL(typed).hash), 'an address without a path, such as https://fork.example.org'),
  v.transform(typed => new URL(typed).origin),
)

const site = v.pipe(
  v.string(),
  v.check(typed => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol) && typed.length <= 60, 'the address of the site, of up to 60 letters: https://example.org/the-fork/'),
  v.transform(typed => new URL(typed).href),
)

/** Addresses as Node tells them, several with commas between them. */
const proxies = v.pipe(
  v.string(),
  v.transform(typed => typed.split(',').map(address => address.trim())),
  v.check(addresses => addresses.every(address => isIP(address) !== 0), 'the IP address of the proxy in front, as 127.0.0.1; several with commas between them'),
)

const clock = v.pipe(
  v.string(),
  v.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59, such as 09:30'),
  v.transform((typed) => {
    const [hours, minutes] = typed.split(':').map(Number)
    return (hours ?? 0) * 60 + (minutes ?? 0)
  }),
)
const paper = v.pipe(v.string(), v.toLowerCase(), v.picklist(Object.keys(papers) as (keyof typeof papers)[], either(Object.keys(papers))))
const manager = v.picklist(Object.keys(managerSheets) as ManagerPresence[], either(Object.keys(managerSheets)))

const place = /^(?<origin>https?:\/\/[\w.-]+(?::\d+)?)?(?<base>\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*)$/
const base = v.pipe(
  v.string(),
  v.regex(place, 'a path that begins and ends with a slash, such as / or /the-fork/, or a whole address that does, such as https://example.org/the-fork/'),
  v.transform(typed => ({ origin: place.exec(typed)?.groups?.origin ?? '', base: place.exec(typed)?.groups?.base ?? '/' })),
)

const yes = ['1', 'true', 'yes']
const truth: Check<boolean> = v.pipe(v.string(), v.toLowerCase(), v.picklist(['', '0', 'false', 'no', ...yes], '1 or 0'), v.transform(value => yes.includes(value)))

function setting<T>(value: string, check: Check<T>, help: string, only?: Setting<T>['only']): Setting<T> {
  return { check, help, value, only }
}

function toggle(help: string, on?: true): Setting<boolean> {
  return { check: truth, help, on }
}

/** Every setting there is. Parsing, help, the set-up's list and the README's table follow from this. */
export const settings = {
  'format': setting('MINUTES', format, `Length: ${either(workshopFormats)}, or ${reunionFormat} for the reunion; also as a bare word. If you say nothing, that of the session which goes on or is printed, else 90.`),
  'session': setting('NAME', session, 'The session of this name: start begins it or goes on with it, export prints its results.'),
  'since': setting('NAME', session, 'For the reunion: shows what the room of this earlier session said of its cards, as counts.'),
  'new': toggle('Begin a new session. Without it, the last one that was not ended goes on.'),
  'rehearsal': toggle('Try it alone: results show from one answer on and stay out of every export.'),
  'floor': setting('N', floor, `Answers needed before a result is shown, unless the poll says its own. ${DEFAULT_FLOOR} if you say nothing.`),
  'host': setting('ADDRESS', v.lazy(() => hostCheck(ownAddresses())), 'Listen on this address of the machine only.'),
  'port': setting('N', port, 'Another port than 4590; 0 takes any free one.'),
  'store': setting('ADDRESS', store, 'Keep sessions in this Redis or Valkey, which several servers may share, instead of files: redis://HOST:6379'),
  'servers': setting('N', whole('a whole number from 1 to 16', 1, 16), 'How many servers share the session, in a Redis or Valkey that is started for it unless --store names one.'),
  'public': setting('ADDRESS', publicOrigin, 'The address under which a proxy shows this server on the internet: https://fork.example.org'),
  'proxy': setting('ADDRESS', proxies, 'The proxy in front, which is believed when it says who called: 127.0.0.1'),
  'open': toggle('Open no browser.', true),
  'delete': setting('NAME', session, 'Delete the session of this name, with all its answers, after asking once. Nothing is started.', 'flag'),
  'data-dir': setting('FOLDER', anything, 'Where the answers are kept. data/ if you say nothing.'),
  'room': setting('WORDS', cover, 'The room, for the cover: "Linden, second floor"'),
  'facilitator': setting('WORDS', cover, 'Who leads it, for the cover.'),
  'site': setting('ADDRESS', site, 'Where people read on when the laptop has left, for the cover, the phones\' last page and what is printed: https://example.org/the-fork/'),
  'wifi-ssid': setting('NAME', anything, 'The room\'s Wi-Fi: a second QR code beside the first joins it.'),
  'wifi-password': setting('WORDS', anything, 'Its password.', 'environment'),
  'presenter-key': setting('KEY', text('at least 16 letters, digits, hyphens or underscores', /^[\w-]{16,}$/), 'Your own key in the presenter\'s address, instead of a random one.', 'environment'),
  'base': setting('ADDRESS', base, 'Where the site will stand: a path such as /the-fork/, or the whole address, which link previews need. / if you say nothing.'),
  'start': setting('TIME', clock, 'When the workshop begins, for the times on the run sheet. 09:30 if you say nothing.'),
  'paper': setting('SHEET', paper, `${either(Object.keys(papers))}. a4 if you say nothing.`),
  'manager': setting('WHERE', manager, 'Whether a manager of somebody there is in the room: absent, partly or present. absent if you say nothing.'),
  'phones': setting('N', whole('a whole number from 1 to 300', 1, 300), 'How many phones are simulated. 18 if you say nothing.'),
  'seed': setting('N', whole('a whole number from 1 to 999999', 1, 999_999), 'The same number brings the same people with the same answers. Start prints one if you say nothing.'),
  'json': toggle('The findings as JSON, for programs.'),
  'dark': toggle('The deck light on dark.'),
  'clicks': toggle('A picture for each click.'),
  'docs': toggle('The pictures of a poll and the presenter view in docs/ instead, in a room of simulated phones.'),
  'browser': setting('PATH', anything, 'A Chromium, Chrome or Edge in an unusual place.', 'environment'),
} as const satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof settings
/** What the check of a setting makes of the text. */
export type ValueOf<N extends SettingName> = (typeof settings)[N] extends Setting<infer T> ? T : never

/** The name of a setting in the environment. Nothing else is read: a bare `HOST` is often set by something else. */
export function environmentName(name: string): string {
  return `FORK_${name.toUpperCase().replaceAll('-', '_')}`
}
