import type { SqliteSession } from '../../live/store/sqlite-store.ts'
import type { SessionRecord, Store } from '../../live/store/store.ts'
import { Buffer } from 'node:buffer'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { Batch } from '../../live/store/batch.ts'
import { SCHEMA_VERSION } from '../../live/store/schema.ts'
import { openSqlite } from '../../live/store/sqlite.ts'
import { StoreError } from '../../live/store/store.ts'
import { opened, record, storeContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.sqlite`)

/** What a killed process leaves behind is on the disk at that moment: a copy of it is opened instead. */
storeContract('SQLite', () => {
  let file = newFile()
  let running: SqliteSession | null = null
  return {
    async open() {
      if (running !== null && await running.check().then(() => true, () => false))
        return running.client()
      running = await openSqlite(file, record)
      return running
    },
    async kill() {
      const copy = newFile()
      for (const ending of ['', '-wal'])
        copyFileSync(file + ending, copy + ending)
      void running?.close()
      running = null
      file = copy
    },
  }
})

/** Everything on disk that belongs to a session. */
function bytesOf(file: string): Buffer {
  const name = file.slice(folder.length + 1)
  return Buffer.concat(readdirSync(folder).filter(other => other.startsWith(name)).map(other => readFileSync(join(folder, other))))
}

async function filled(session: SessionRecord, answers: number): Promise<{ file: string, store: Store, voters: string[] }> {
  const file = newFile()
  const store = await openSqlite(file, session)
  const voters = Array.from({ length: answers }, (_, i) => `voter-${String(i).padStart(5, '0')}-${Math.random().toString(36).slice(2)}`)
  for (const n of [1, 2]) {
    await opened(store, { poll: 'fear', round: n })
    await Promise.all(voters.map((voter, i) => store.answer('fear', n, voter, `answer ${i * 37} of round ${n}`)))
  }
  return { file, store, voters }
}

describe('forgetting voters', () => {
  it('takes their ids out of every byte on disk while the session is still open', async () => {
    const { file, store, voters } = await filled(record, 1_500)
    const before = bytesOf(file)
    expect(voters.every(voter => before.includes(voter))).toBe(true)
    await store.eraseVoters()
    const after = bytesOf(file)
    expect(voters.filter(voter => after.includes(voter))).toEqual([])
    expect(await store.countAnswers('fear', 2)).toBe(1_500)
    await store.close()
    const closed = bytesOf(file)
    expect(voters.filter(voter => closed.includes(voter))).toEqual([])
  })

  it('waits for answers that are under way, and takes those along', async () => {
    const { file, store } = await filled(record, 3)
    const late = store.answer('fear', 2, 'voter-who-is-late', 'late')
    await Promise.all([store.eraseVoters(), late])
    expect(bytesOf(file).includes('voter-who-is-late')).toBe(false)
    expect(await store.countAnswers('fear', 2)).toBe(4)
    await store.close()
  })
})

describe('a session file', () => {
  it('is open once: a second opening is refused and harms nothing', async () => {
    const { file, store } = await filled(record, 5)
    await expect(openSqlite(file)).rejects.toThrow(/is in use: this session runs already in another window/)
    await expect(openSqlite(file, record)).rejects.toThrow(StoreError)
    expect(await store.answer('fear', 2, 'one-more', 'still here')).toBe('counted')
    await store.close()
    const again = await openSqlite(file)
    expect(await again.countAnswers('fear', 2)).toBe(6)
    await again.close()
  })

  it('is not made by opening one that is not there', async () => {
    const file = newFile()
    await expect(openSqlite(file)).rejects.toThrow(`There is no session file ${file}.`)
    expect(existsSync(file)).toBe(false)
  })

  it('is not left half made', async () => {
    const file = newFile()
    await expect(openSqlite(file, { ...record, name: null as unknown as string })).rejects.toThrow(StoreError)
    expect(existsSync(file)).toBe(false)
  })

  it('that cannot be written says where to write instead', async () => {
    const underFile = join(folder, 'plain.txt')
    writeFileSync(underFile, 'not a folder')
    await expect(openSqlite(join(underFile, 'x.sqlite'), record)).rejects.toThrow(/cannot be written.*name another folder with --data-dir or FORK_DATA_DIR/)
  })
})

describe('a file that is not a readable session stays as it is, byte for byte', () => {
  const other = (file: string, sql: string): void => {
    const db = new DatabaseSync(file)
    db.exec(sql)
    db.close()
  }
  /** A closed session large enough that its end can be missing. */
  async function closed(): Promise<string> {
    const { file, store } = await filled(record, 400)
    await store.close()
    return file
  }

  it.each<[string, () => string | Promise<string>]>([
    ['garbage', () => {
      const file = newFile()
      writeFileSync(file, Buffer.from(Array.from({ length: 9_000 }, (_, i) => i * 7919 % 256)))
      return file
    }],
    ['an empty file', () => {
      const file = newFile()
      writeFileSync(file, '')
      return file
    }],
    ['a text', () => {
      const file = newFile()
      writeFileSync(file, 'Minutes of our meeting\n')
      return file
    }],
    ['somebody else\'s database', () => {
      const file = newFile()
      other(file, 'CREATE TABLE cats (name TEXT); INSERT INTO cats VALUES (\'Tom\'); PRAGMA application_id = 12345')
      return file
    }],
    ['a session of a later version', async () => {
      const file = await closed()
      other(file, 'PRAGMA user_version = 99')
      return file
    }],
    ['a session without its tables', () => {
      const file = newFile()
      other(file, `CREATE TABLE cats (name TEXT); PRAGMA application_id = 1181708907; PRAGMA user_version = ${SCHEMA_VERSION}`)
      return file
    }],
    ['a session whose end is missing', async () => {
      const file = await closed()
      truncateSync(file, 3 * 4096)
      return file
    }],
    ['a session cut in the middle of a page', async () => {
      const file = await closed()
      truncateSync(file, readFileSync(file).length - 1_000)
      return file
    }],
    ['a session with a hole', async () => {
      const file = await closed()
      const bytes = readFileSync(file)
      bytes.fill(0xA5, 5 * 4096, 6 * 4096)
      writeFileSync(file, bytes)
      return file
    }],
  ])('%s', async (_, make) => {
    const file = await make()
    const before = readFileSync(file)
    await expect(openSqlite(file)).rejects.toThrow(/cannot be read .*It was left as it is\. Move it elsewhere, or start a new session with --new\./)
    await expect(openSqlite(file, record)).rejects.toThrow(StoreError)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('a folder', async () => {
    const file = newFile()
    mkdirSync(file)
    await expect(openSqlite(file)).rejects.toThrow(StoreError)
  })
})

describe('a full disk', () => {
  /** A database that may not grow by a single page: SQLite itself then fails as on a full disk. */
  function small(): { db: DatabaseSync, fill: () => void, makeRoom: () => void } {
    const db = new DatabaseSync(newFile())
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x TEXT)')
    return {
      db,
      fill: () => db.exec('PRAGMA max_page_count = 1'),
      makeRoom: () => db.exec('PRAGMA max_page_count = 100000'),
    }
  }

  it('refuses every write of its turn, keeps nothing of them, and goes on once there is room', async () => {
    const { db, fill, makeRoom } = small()
    const batch = new Batch(db)
    const insert = (text: string) => (): void => void db.prepare('INSERT INTO t VALUES (?)').run(text)
    const kept = (): unknown[] => db.prepare('SELECT length(x) AS n FROM t ORDER BY n').all().map(row => row.n)
    await batch.write(insert('one'))
    fill()
    const all = await Promise.allSettled([batch.write(insert('fits')), batch.write(insert('x'.repeat(20_000))), batch.write(insert('small'))])
    expect(all.map(one => one.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(all.every(one => one.status === 'rejected' && one.reason instanceof StoreError && /Free some disk space/.test(one.reason.message))).toBe(true)
    expect(kept()).toEqual([3])
    makeRoom()
    await batch.write(insert('x'.repeat(20_000)))
    expect(kept()).toEqual([3, 20_000])
    db.close()
  })

  it('refuses nothing of the turn before', async () => {
    const { db, fill } = small()
    const batch = new Batch(db)
    await batch.write(() => db.exec('INSERT INTO t VALUES (\'kept\')'))
    fill()
    await expect(batch.write(() => db.exec(`INSERT INTO t VALUES (hex(zeroblob(90000)))`))).rejects.toThrow(StoreError)
    await batch.settled()
    expect(db.prepare('SELECT x FROM t').all()).toEqual([{ x: 'kept' }])
    db.close()
  })
})
