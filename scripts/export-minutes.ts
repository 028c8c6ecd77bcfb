import type { ActualMinutes } from '../live/domain/timing.ts'
import { join } from 'node:path'
import { actualMinutes } from '../live/domain/timing.ts'
import { openSqlite } from '../live/store/sqlite.ts'

/**
 * What each section of a session took. A session that was not ended tells nothing after the last line of its log.
 * @throws StoreError for a file that is missing, cannot be read or is in use
 */
export async function sessionMinutes(dataDir: string, session: string): Promise<ActualMinutes[]> {
  const store = await openSqlite(join(dataDir, `${session}.sqlite`))
  try {
    const log = await store.log()
    return actualMinutes(log, Date.parse(log.at(-1)?.at ?? '1970-01-01'))
  }
  finally {
    await store.close()
  }
}
