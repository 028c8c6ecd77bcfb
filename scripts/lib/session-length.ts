import type { Length } from '../../live/domain/manifest.ts'
import type { SessionRepository } from '../../live/store/repository.ts'
import type { StartOptions } from './options.ts'
import { formats } from '../../exercises/sections.ts'
import { meantBy, repositoryOf } from '../../live/store/repository.ts'

/** Minutes, where nobody says and no session does. */
export const DEFAULT_LENGTH: Length = 90

/** Where and as what a session is to be found; `session` names one, else the last unended one is meant. */
type Wanted = Pick<StartOptions, 'session' | 'fresh' | 'rehearsal' | 'dataDir' | 'store'>

/**
 * The length in minutes of the session that a start goes on with: whoever starts in a hurry, after a fault, says none.
 * Undefined where a new one begins. A session that cannot be opened is passed over; the start itself says why.
 */
export async function lengthToGoOnWith({ session, fresh, rehearsal, ...keeping }: Wanted): Promise<Length | undefined> {
  if (fresh || rehearsal)
    return undefined
  const repository = repositoryOf(keeping, false)
  const names = await repository.names()
  for (const name of session === undefined ? names : [meantBy(session, names)].flatMap(name => name ?? [])) {
    const found = await lengthKept(repository, name)
    if (found && !found.ended)
      return found.length
  }
  return undefined
}

/** The length in minutes at which a session ran; undefined for one that is not there or does not tell. */
export async function lengthOf(keeping: Pick<StartOptions, 'dataDir' | 'store'>, session: string): Promise<Length | undefined> {
  const repository = repositoryOf(keeping, false)
  const name = meantBy(session, await repository.names())
  return name === undefined ? undefined : (await lengthKept(repository, name))?.length
}

async function lengthKept(repository: SessionRepository, name: string): Promise<{ length: Length | undefined, ended: boolean } | null> {
  const store = await repository.open(name).catch(() => null)
  if (store === null)
    return null
  try {
    const { session } = await store.load()
    return { length: formats.find(format => format === session.minutes), ended: session.endedAt !== null }
  }
  finally {
    await store.close()
  }
}
