import type { Manifest } from '../live/domain/manifest.ts'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { managerSheets } from '../exercises/facilitating-variants.ts'
import { read, readFlags, readFormat, sessionValue } from './options.ts'
import { root } from './paths.ts'

/** What `npm run export` was asked for. */
export interface ExportOptions {
  /** Minutes. */
  format: Manifest['format']
  /** When the workshop begins, in minutes from midnight. */
  start: number
  paper: keyof typeof papers
  /** Whether a manager of somebody present is in the room. */
  manager: keyof typeof managerSheets
  /** Prints the results of this session on the deck's poll slides. */
  session?: string
  /** The deck light on dark. */
  dark: boolean
  dataDir: string
}

/** Sheets of paper by name, as CSS calls them. */
export const papers = { a4: 'A4', letter: 'letter' } as const

const clock = v.pipe(
  v.string(),
  v.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59, such as 09:30'),
  v.transform((text) => {
    const [hours, minutes] = text.split(':').map(Number)
    return (hours ?? 0) * 60 + (minutes ?? 0)
  }),
)
const paper = v.pipe(v.string(), v.toLowerCase(), v.picklist(Object.keys(papers) as ExportOptions['paper'][], 'a4 or letter'))
const manager = v.picklist(Object.keys(managerSheets) as ExportOptions['manager'][], 'absent, partly or present')

/**
 * What `npm run export` was asked for; everything has a default.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function exportOptions(args: readonly string[], env: NodeJS.ProcessEnv): ExportOptions {
  const { values, positionals } = readFlags(args, {
    format: { type: 'string' },
    start: { type: 'string' },
    paper: { type: 'string' },
    manager: { type: 'string' },
    session: { type: 'string' },
    dark: { type: 'boolean' },
  })
  return {
    format: readFormat(values.format, positionals, env) ?? 90,
    start: read('--start', values.start, clock) ?? 9 * 60 + 30,
    paper: read('--paper', values.paper, paper) ?? 'a4',
    manager: read('--manager', values.manager, manager) ?? 'absent',
    session: read('--session', values.session, sessionValue),
    dark: values.dark ?? false,
    dataDir: resolve(root, env.DATA_DIR || 'data'),
  }
}
