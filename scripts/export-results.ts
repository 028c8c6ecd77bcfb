import type { PrintedResult } from '../live/client/printed.ts'
import type { RoundRecord, Store } from '../live/store/store.ts'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf } from '../live/domain/results.ts'
import { openSqlite } from '../live/store/sqlite.ts'
import { PlainError } from './say.ts'

const ENDING = '.sqlite'

/**
 * What the room of a session was shown, by poll id: the last round of each poll that was revealed with enough answers.
 * @throws PlainError for a session that does not exist, is a rehearsal, or has no such result; StoreError for a file that cannot be read or is in use
 */
export async function sessionResults(dataDir: string, session: string): Promise<Record<string, PrintedResult>> {
  const file = join(dataDir, `${session}${ENDING}`)
  if (!existsSync(file))
    throw new PlainError(noSuchSession(dataDir, session))
  const store = openSqlite(file)
  try {
    const { rehearsal } = await store.session()
    if (rehearsal)
      throw new PlainError(`The session "${session}" is a rehearsal: its answers are in no export.`)
    const shown: Record<string, PrintedResult> = {}
    for (const record of await store.rounds()) {
      const result = await shownResult(store, record)
      if (result)
        shown[record.poll.id] = result
    }
    if (Object.keys(shown).length === 0)
      throw new PlainError(`The session "${session}" has no result that may be printed: no poll was revealed with enough answers. Leave out --session to print questions and options.`)
    return shown
  }
  finally {
    await store.close()
  }
}

async function shownResult(store: Store, record: RoundRecord): Promise<PrintedResult | null> {
  const { poll, round, phase, openedAt, floor, hands, hidden, movement } = record
  if (phase !== 'revealed' || openedAt === null)
    return null
  const answers = await store.answers(poll.id, round)
  const result = resultOf(poll, floor, { answers, hands, hidden: new Set(hidden), movement })
  return result && { poll, result, askedAt: openedAt }
}

/** The names of all sessions that are kept in a folder. */
export function knownSessions(dataDir: string): string[] {
  return existsSync(dataDir) ? readdirSync(dataDir).filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length)) : []
}

/** A sentence for whoever named a session that does not exist. */
export function noSuchSession(dataDir: string, session: string): string {
  const names = knownSessions(dataDir).map(name => `"${name}"`)
  return `There is no session "${session}". ${names.length > 0 ? `There are: ${names.join(', ')}.` : 'No session was kept here yet.'}`
}
