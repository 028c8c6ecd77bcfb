import type { Store } from '../../live/store/store.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { opened, record } from './store-contract.ts'

/** Session files in a folder of a test file's own, which goes with it. */
export interface SessionFiles {
  folder: string
  /** A name that no file has yet. */
  newFile: () => string
  /** A session with two rounds of so many answers each; the second is open. */
  filled: (answers: number, file?: string) => Promise<{ file: string, store: Store, voters: string[] }>
}

export function useSessionFiles(): SessionFiles {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let files = 0
  const newFile = (): string => join(folder, `${++files}.sqlite`)
  return {
    folder,
    newFile,
    async filled(answers, file = newFile()) {
      const store = await openSqlite(file, record)
      const voters = Array.from({ length: answers }, (_, i) => `voter-${String(i).padStart(5, '0')}-${Math.random().toString(36).slice(2)}`)
      for (const n of [1, 2]) {
        await opened(store, { poll: 'fear', round: n })
        await Promise.all(voters.map((voter, i) => store.answer('fear', n, voter, `answer ${i * 37} of round ${n}`)))
      }
      return { file, store, voters }
    },
  }
}
