import type { ActualMinutes } from '../../live/domain/timing.ts'
import type { StoreLocation } from '../../live/store/repository.ts'
import { actualMinutes } from '../../live/domain/timing.ts'
import { repositoryOf } from '../../live/store/repository.ts'

/**
 * What each section of a session took. A session that was not ended tells nothing after the last line of its log.
 * @throws StoreError for a file that is missing, cannot be read or is in use
 */
export async function sessionMinutes(location: StoreLocation, session: string): Promise<ActualMinutes[]> {
  const store = await repositoryOf(location, false).open(session)
  try {
    const log = await store.log()
    return actualMinutes(log, Date.parse(log.at(-1)?.at ?? '1970-01-01'))
  }
  finally {
    await store.close()
  }
}
