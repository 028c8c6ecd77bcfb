import type { Length } from '../../live/domain/manifest.ts'
import type { SessionRepository } from '../../live/store/repository.ts'
import type { StartOptions } from './options.ts'
import { formats } from '../../exercises/sections.ts'
import { meantBy, repositoryOf } from '../../live/store/repository.ts'

/** The length in minutes where neither a flag nor a session says one. */
export const DEFAULT_LENGTH: Length = 90

/** The session to look for; without `session` the last unended one. */
type Wanted = Pick<StartOptions, 'session' | 'fresh' | 'rehearsal' | 'dataDir' | 'store'>

/**
 * The length in minutes of the session that a start without a length goes on with; undefined where a new one begins. A
 * session that cannot be opened is skipped: the start itself says why.
 */
export async function lengthToGoOnWith({ session, fresh, rehearsal, ...location }: Wanted): Promise<Length | undefined> {
  if (fresh || rehearsal)
    return undefined
  const repository = repositoryOf(location, false)
  const names = await repository.names()
  for (const name of session === undefined ? names : [meantBy(session, names)].flatMap(name => name ?? [])) {
    const found = await lengthKept(repository, name)
    if (found && !found.ended)
      return found.length
  }
  return undefined
}

/** The length in minutes at which a session ran; undefined for one that is not there or does not tell. */
export async function lengthOf(location: Pick<StartOptions, 'dataDir' | 'store'>, session: string): Promise<Length | undefined> {
  const repository = repositoryOf(location, false)
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
