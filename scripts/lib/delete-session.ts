import type { SessionRepository, StoreLocation } from '../../live/store/repository.ts'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { dayOf } from '../../exercises/days.ts'
import { meantBy, repositoryOf } from '../../live/store/repository.ts'
import { noSuchSession } from '../export/session-results.ts'
import { PlainError } from './say.ts'

/** What would be lost, as a question. @throws StoreError when the session runs */
async function question(repository: SessionRepository, name: string): Promise<string> {
  const store = await repository.openIdle(name)
  if (store === null)
    return `The session "${name}" cannot be read. Delete it all the same, for good?`
  const { startedAt } = await store.record()
  await store.close()
  return `Delete the session "${name}" of ${dayOf(new Date(startedAt))} with all its answers, for good?`
}

/**
 * Deletes a session, or a rehearsal, after asking once. Resolves with what was done.
 * @throws PlainError for a session that does not exist; StoreError for one that runs
 */
export async function deleteSession(location: StoreLocation, asked: string, ask = askInTerminal): Promise<string> {
  const sessions = repositoryOf(location, false)
  const kept = await sessions.names()
  const own = meantBy(asked, kept)
  const repository = own === undefined ? repositoryOf(location, true) : sessions
  const name = own ?? meantBy(asked, await repository.names())
  if (name === undefined)
    throw new PlainError(noSuchSession(kept, asked))
  await repository.refuseRunning(name)
  const reply = await ask(`${await question(repository, name)} Type yes: `)
  if (reply.trim().toLowerCase() !== 'yes')
    return 'Nothing was deleted.'
  await repository.delete(name)
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
