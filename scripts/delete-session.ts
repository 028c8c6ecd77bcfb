import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { openSqlite } from '../live/store/sqlite.ts'
import { StoreError } from '../live/store/store.ts'
import { knownSessions, noSuchSession } from './export-results.ts'
import { PlainError } from './say.ts'

/** Everything that stands on the disk for a session: its file, the log beside it, copies of older versions. */
function filesOf(folder: string, name: string): string[] {
  return readdirSync(folder).filter(file => file.startsWith(`${name}.sqlite`)).map(file => join(folder, file))
}

/** What would be lost, as a question. @throws StoreError when the session runs */
async function question(folder: string, name: string): Promise<string> {
  try {
    const store = await openSqlite(join(folder, `${name}.sqlite`))
    const { startedAt } = await store.record()
    await store.close()
    return `Delete the session "${name}" of ${startedAt.slice(0, 10)} with all its answers, for good?`
  }
  catch (error) {
    if (!(error instanceof StoreError) || error.message.includes('in use'))
      throw error
    return `The file of the session "${name}" cannot be read. Delete it all the same, for good?`
  }
}

/**
 * Deletes a session, or a rehearsal, after asking once. Resolves with what was done.
 * @throws PlainError for a session that does not exist; StoreError for one that runs
 */
export async function deleteSession(dataDir: string, name: string, ask = askInTerminal): Promise<string> {
  const folder = [dataDir, join(dataDir, 'rehearsals')].find(one => knownSessions(one).includes(name))
  if (folder === undefined)
    throw new PlainError(noSuchSession(dataDir, name))
  const reply = await ask(`${await question(folder, name)} Type yes: `)
  if (reply.trim().toLowerCase() !== 'yes')
    return 'Nothing was deleted.'
  for (const file of filesOf(folder, name))
    rmSync(file)
  return `The session "${name}" is deleted. Copies that you made elsewhere, such as backups, are not.`
}

/** One line of the terminal; an empty one where nobody can answer. */
async function askInTerminal(text: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const ended = new Promise<string>(resolve => lines.once('close', () => resolve('')))
  try {
    return await Promise.race([lines.question(text), ended])
  }
  finally {
    lines.close()
  }
}
