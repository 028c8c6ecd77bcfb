import { Buffer } from 'node:buffer'
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { SCHEMA_VERSION } from '../../live/store/sqlite-schema.ts'
import { StoreError } from '../../live/store/store.ts'
import { useSessionFiles } from './sqlite-files.ts'
import { record } from './store-contract.ts'

const { newFile, filled } = useSessionFiles()

describe('a file that is not a readable session stays as it is, byte for byte', () => {
  const other = (file: string, sql: string): void => {
    const db = new DatabaseSync(file)
    db.exec(sql)
    db.close()
  }
  /** A closed session large enough that a cut-off file lacks its end. */
  async function closed(file: string): Promise<void> {
    await (await filled(400, file)).store.close()
  }

  it.each<[string, (file: string) => void | Promise<void>]>([
    ['garbage', file => writeFileSync(file, Buffer.from(Array.from({ length: 9_000 }, (_, i) => i * 7919 % 256)))],
    ['an empty file', file => writeFileSync(file, '')],
    ['a text', file => writeFileSync(file, 'Minutes of our meeting\n')],
    ['somebody else\'s database', file => other(file, 'CREATE TABLE cats (name TEXT); INSERT INTO cats VALUES (\'Tom\'); PRAGMA application_id = 12345')],
    ['a session of a later version', async (file) => {
      await closed(file)
      other(file, 'PRAGMA user_version = 99')
    }],
    ['a session without its tables', file => other(file, `CREATE TABLE cats (name TEXT); PRAGMA application_id = 1181708907; PRAGMA user_version = ${SCHEMA_VERSION}`)],
    ['a session whose end is missing', async (file) => {
      await closed(file)
      truncateSync(file, 3 * 4096)
    }],
    ['a session cut in the middle of a page', async (file) => {
      await closed(file)
      truncateSync(file, readFileSync(file).length - 1_000)
    }],
    ['a session with a hole', async (file) => {
      await closed(file)
      const bytes = readFileSync(file)
      bytes.fill(0xA5, 5 * 4096, 6 * 4096)
      writeFileSync(file, bytes)
    }],
  ])('%s', async (_, make) => {
    const file = newFile()
    await make(file)
    const before = readFileSync(file)
    await expect(openSqlite(file)).rejects.toThrow(/cannot be read .*It was left as it is\. Move it elsewhere, or start a new session with --new\./)
    await expect(openSqlite(file, record)).rejects.toThrow(StoreError)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('a folder in place of the file', async () => {
    const file = newFile()
    mkdirSync(file)
    await expect(openSqlite(file)).rejects.toThrow(StoreError)
  })
})
