import type { ManagerPresence } from '../../exercises/facilitating-variants.ts'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { papers } from '../lib/settings.ts'
import { dataDirOf, readSettings } from '../lib/options.ts'

/** What `npm run export` was asked for. */
export interface ExportOptions {
  /** Minutes. */
  format: Manifest['format']
  /** When the workshop begins, in minutes from midnight. */
  start: number
  paper: keyof typeof papers
  /** Whether a manager of somebody present is in the room. */
  manager: ManagerPresence
  /** Address of the site, for what is printed and for the mails. */
  site?: string
  /** Prints the results of this session on the deck's poll slides. */
  session?: string
  /** The deck light on dark. */
  dark: boolean
  dataDir: string
  /** Address of a Redis or Valkey in place of `dataDir`. */
  store?: string
}

/** What was asked for; without a length it is that of the session. */
export type AskedExport = Omit<ExportOptions, 'format'> & Partial<Pick<ExportOptions, 'format'>>

/**
 * What `npm run export` was asked for; all but the length has a default.
 * @throws PlainError with exit code 2, naming what is wrong and what is allowed
 */
export function exportOptions(args: readonly string[], env: NodeJS.ProcessEnv): AskedExport {
  const { format, start = 9 * 60 + 30, paper = 'a4', manager = 'absent', site, session, dark = false, 'data-dir': dataDir, store } = readSettings('export', args, env)
  return { format, start, paper, manager, site, session, dark, dataDir: dataDirOf(dataDir), store }
}
