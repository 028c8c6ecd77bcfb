import type { SqliteSession } from '../../live/store/sqlite-store.ts'
import type { SessionRecord, Store } from '../../live/store/store.ts'
import { Buffer } from 'node:buffer'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { Batch } from '../../live/store/batch.ts'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { SCHEMA_VERSION } from '../../live/store/sqlite-schema.ts'
import { StoreError } from '../../live/store/store.ts'
import { lunch, opened, record, storeContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.sqlite`)

/** Opens a copy of the files as they are at that moment, which is what a killed process leaves. */
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
  it('removes their ids from every byte on disk while the session is still open', async () => {
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

  it('waits for answers under way, and erases their voters too', async () => {
    const { file, store } = await filled(record, 3)
    const late = store.answer('fear', 2, 'voter-who-is-late', 'late')
    await Promise.all([store.eraseVoters(), late])
    expect(bytesOf(file).includes('voter-who-is-late')).toBe(false)
    expect(await store.countAnswers('fear', 2)).toBe(4)
    await store.close()
  })
})

describe('a session file', () => {
  it('cannot be opened twice: the second opening is refused and harms nothing', async () => {
    const { file, store } = await filled(record, 5)
    await expect(openSqlite(file)).rejects.toThrow(/is in use: this session runs already in another window/)
    await expect(openSqlite(file, record)).rejects.toThrow(StoreError)
    expect(await store.answer('fear', 2, 'one-more', 'still here')).toBe('counted')
    await store.close()
    const again = await openSqlite(file)
    expect(await again.countAnswers('fear', 2)).toBe(6)
    await again.close()
  })

  it('is not created by opening a name that does not exist', async () => {
    const file = newFile()
    await expect(openSqlite(file)).rejects.toThrow(`There is no session file ${file}.`)
    expect(existsSync(file)).toBe(false)
  })

  it('is never left half created', async () => {
    const file = newFile()
    await expect(openSqlite(file, { ...record, name: null as unknown as string })).rejects.toThrow(StoreError)
    expect(existsSync(file)).toBe(false)
  })

  it('is refused where it cannot be written, with a place that can', async () => {
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
  /** A closed session large enough that a cut-off file lacks its end. */
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

  it('a folder in place of the file', async () => {
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

  it('refuses every write of the failed transaction, keeps none of them, and goes on once there is room', async () => {
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

  it('refuses no write of the transaction before', async () => {
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

describe('a slow disk', () => {
  /** A database whose commits are brought to the disk when the test says so. */
  function slow(): { db: DatabaseSync, batch: Batch, syncs: { resolve: () => void, reject: (reason: unknown) => void }[], insert: (text: string) => Promise<void>, kept: () => unknown[] } {
    const db = new DatabaseSync(newFile())
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT)')
    const syncs: { resolve: () => void, reject: (reason: unknown) => void }[] = []
    const batch = new Batch(db, { sync: () => new Promise<void>((resolve, reject) => syncs.push({ resolve, reject })) })
    return {
      db,
      batch,
      syncs,
      insert: text => batch.write(() => void db.prepare('INSERT INTO t VALUES (?)').run(text)),
      kept: () => db.prepare('SELECT x FROM t ORDER BY x').all().map(row => row.x),
    }
  }
  const nth = (syncs: unknown[], n: number): Promise<void> => vi.waitFor(() => expect(syncs).toHaveLength(n), { interval: 2 })

  it('acknowledges a write only once it is synced, one transaction at a time', async () => {
    const { db, syncs, insert, kept } = slow()
    const acknowledged: string[] = []
    const note = (text: string): Promise<void> => insert(text).then(() => void acknowledged.push(text))
    const writes = [note('a'), note('b')]
    await nth(syncs, 1)
    writes.push(note('c'), note('d'))
    await new Promise(resolve => setImmediate(resolve))
    expect([acknowledged, syncs.length, db.isTransaction]).toEqual([[], 1, true])
    syncs[0]?.resolve()
    await nth(syncs, 2)
    expect(acknowledged).toEqual(['a', 'b'])
    syncs[1]?.resolve()
    await Promise.all(writes)
    expect([acknowledged, kept()]).toEqual([['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']])
    db.close()
  })

  it('refuses, once a sync failed, that batch, the one gathered behind it, and every later write', async () => {
    const { db, batch, syncs, insert, kept } = slow()
    const first = Promise.allSettled([insert('a')])
    await nth(syncs, 1)
    const second = Promise.allSettled([insert('b')])
    syncs[0]?.reject(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }))
    for (const [outcome] of [await first, await second, await Promise.allSettled([insert('c')])]) {
      expect(outcome?.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreError)
      expect(outcome?.status === 'rejected' && String(outcome.reason)).toMatch(/reported a fault .*EIO.* so nothing more is taken.*stop and run npm start again/)
    }
    expect(() => batch.check()).toThrow(StoreError)
    await expect(batch.quiet()).rejects.toThrow(StoreError)
    expect(kept()).toEqual(['a'])
    db.close()
  })
})

describe('a session file while the workshop runs', () => {
  const endings = ['', '-wal', '-journal']

  it.each<[string, (file: string) => void]>([
    ['deleted', file => endings.forEach(ending => rmSync(file + ending, { force: true }))],
    ['renamed', file => renameSync(file, `${file}.elsewhere`)],
    ['replaced by a copy', (file) => {
      copyFileSync(file, `${file}.copy`)
      rmSync(file)
      renameSync(`${file}.copy`, file)
    }],
  ])('takes no more answers once it is %s, and nothing is acknowledged', async (_, lose) => {
    const { file, store } = await filled(record, 3)
    lose(file)
    await expect(store.check()).rejects.toThrow(`The session file ${file} was moved or deleted while the workshop runs`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(/nothing that is answered now would be kept/)
    await expect(store.close()).rejects.toThrow(/was moved or deleted/)
  })

  it.each<[string, (file: string) => void, string]>([
    ['whose log is deleted', file => rmSync(`${file}-wal`), '-wal'],
    ['whose log is renamed', file => renameSync(`${file}-wal`, `${file}-wal.old`), '-wal'],
    ['that is emptied', file => truncateSync(file), ''],
  ])('%s takes no more answers and says so', async (_, lose, ending) => {
    const { file, store } = await filled(record, 3)
    lose(file)
    await expect(store.check()).rejects.toThrow(`The session file ${file}${ending} was moved or deleted while the workshop runs`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(/nothing that is answered now would be kept/)
    await store.close().catch(() => {})
  })

  it('keeps its answers when the log beside it is deleted and the server stops', async () => {
    const { file, store } = await filled(record, 3)
    rmSync(`${file}-wal`)
    await store.close()
    const again = await openSqlite(file)
    expect(await again.countAnswers('fear', 2)).toBe(3)
    await again.close()
  })

  it('takes answers again when it is put back', async () => {
    const { file, store } = await filled(record, 3)
    renameSync(file, `${file}.away`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(StoreError)
    renameSync(`${file}.away`, file)
    await store.check()
    expect(await store.answer('fear', 2, 'late', 'x')).toBe('counted')
    await store.close()
  })

  it('holds everything once a poll is closed: a copy of the file alone is the session', async () => {
    const { file, store } = await filled(record, 40)
    await opened(store, null)
    const copy = newFile()
    copyFileSync(file, copy)
    const other = await openSqlite(copy)
    expect([await other.countAnswers('fear', 1), await other.countAnswers('fear', 2)]).toEqual([40, 40])
    await Promise.all([store.close(), other.close()])
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const { file, store } = await filled(record, 3)
    for (const ending of ['', '-wal'])
      expect(statSync(file + ending).mode & 0o777).toBe(0o600)
    await store.close()
    chmodSync(file, 0o644)
    await (await openSqlite(file)).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([['a file that exists', false], ['a file that each would create', true]])('%s is opened by just one of two starts at once', async (_, isNew) => {
    const { file, store } = await filled(record, 3)
    await store.close()
    if (isNew)
      rmSync(file)
    const tries = await Promise.allSettled([openSqlite(file, record), openSqlite(file, record)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [lost] = tries.filter(one => one.status === 'rejected')
    expect(String(lost?.reason)).toContain('is in use')
    for (const one of tries) {
      if (one.status === 'fulfilled')
        await one.value.close()
    }
  })

  it('names a damaged round and the file', async () => {
    const { file, store } = await filled(record, 3)
    await opened(store, null, { rounds: [{ poll: 'fear', round: 1, asked: lunch, tally: null }] })
    await store.close()
    const db = new DatabaseSync(file)
    db.exec('UPDATE rounds SET asked = \'{"id":\'')
    db.close()
    const again = await openSqlite(file)
    await expect(again.rounds()).rejects.toThrow(`The session file ${file} is damaged: round 1 of poll "fear" cannot be read`)
    await again.close()
  })
})

describe('a file of an earlier version', () => {
  const asked = { id: 'clear', kind: 'scale', question: 'How clear?', purpose: 'To see.', min: 1, max: 5, minLabel: 'Fog', maxLabel: 'Clear' }
  const again = { ...asked, id: 'clear-again', compareWith: 'clear' }
  const voters = ['a', 'b', 'c', 'd', 'e']

  /** As version 2 left it: one poll shown, the second shown with its movement, a third open. */
  function old(version: 1 | 2, endedAt: string | null = null): string {
    const file = newFile()
    const db = new DatabaseSync(file)
    db.exec(`
      CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, rehearsal INTEGER NOT NULL, presenter_key TEXT NOT NULL, voter_secret TEXT NOT NULL, position TEXT, activities TEXT NOT NULL) STRICT;
      CREATE TABLE rounds (poll TEXT NOT NULL, round INTEGER NOT NULL, phase TEXT NOT NULL, definition TEXT NOT NULL, opened_at TEXT, closed_at TEXT, floor INTEGER NOT NULL, hands TEXT, hidden TEXT NOT NULL, movement TEXT, PRIMARY KEY (poll, round)) STRICT, WITHOUT ROWID;
      CREATE TABLE answers (poll TEXT NOT NULL, round INTEGER NOT NULL, voter TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (poll, round, voter)) STRICT, WITHOUT ROWID;
      CREATE INDEX answers_by_voter ON answers (voter);
      PRAGMA application_id = 1181708907; PRAGMA user_version = ${version};`)
    if (version === 2)
      db.exec('CREATE TABLE log (line INTEGER PRIMARY KEY, at TEXT NOT NULL, event TEXT NOT NULL, section TEXT NOT NULL) STRICT; INSERT INTO log (at, event, section) VALUES (\'2026-11-23T09:10:00.000Z\', \'start\', \'welcome\')')
    db.prepare('INSERT INTO session VALUES (1, \'team\', \'2026-11-23T09:00:00.000Z\', ?, 0, \'key\', \'secret\', ?, \'["draw"]\')').run(endedAt, JSON.stringify({ alias: 'ask', clicks: 1, seq: 7 }))
    const movement = JSON.stringify({ pairs: 5, up: 5, same: 0, down: 0, before: { 1: 5 }, after: { 3: 5 } })
    const put = db.prepare('INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, 5, ?, \'[]\', ?)')
    put.run('clear', 1, 'revealed', JSON.stringify(asked), '2026-11-23T09:11:00.000Z', '2026-11-23T09:12:00.000Z', '{"1":2}', null)
    put.run('clear-again', 1, 'revealed', JSON.stringify(again), '2026-11-23T09:21:00.000Z', '2026-11-23T09:22:00.000Z', null, movement)
    put.run('lunch', 1, endedAt === null ? 'open' : 'closed', JSON.stringify(lunch), '2026-11-23T09:31:00.000Z', null, null, null)
    put.run('dinner', 1, 'waiting', JSON.stringify({ ...lunch, id: 'dinner' }), null, null, null, null)
    const answer = db.prepare('INSERT INTO answers VALUES (?, 1, ?, ?)')
    for (const voter of voters) {
      answer.run('clear', voter, '1')
      answer.run('clear-again', voter, '3')
      answer.run('lunch', voter, '"soup"')
    }
    db.close()
    return file
  }

  it.each([1, 2] as const)('version %i is migrated, with a copy of it beside it', async (version) => {
    const file = old(version)
    const before = readFileSync(file)
    const store = await openSqlite(file)
    const { session } = await store.load()
    expect(session).toMatchObject({
      endedAt: null,
      position: { alias: 'ask', clicks: 1, seq: 7 },
      activities: ['draw'],
      lines: version === 2 ? 1 : 0,
      clock: { phase: version === 2 ? 'running' : 'waiting' },
      rounds: [
        { poll: 'clear', phase: 'revealed', hands: { 1: 2 }, settled: { voters: 5, shows: 'bars' } },
        { poll: 'clear-again', phase: 'revealed', comparedWith: { poll: 'clear', round: 1 }, settled: { voters: 5, shows: 'both' } },
        { poll: 'lunch', phase: 'open', settled: null },
      ],
    })
    expect((await store.rounds()).find(({ poll }) => poll === 'clear-again')?.tally).toMatchObject({ counts: { 3: 5 }, movement: { pairs: 5, up: 5, same: 0, down: 0 }, unpaired: { before: 0, after: 0 } })
    expect(await store.answer('lunch', 1, 'a', 'salad')).toBe('changed')
    expect(await store.record()).toMatchObject({ name: 'team', presenterKey: 'key', voterSecret: 'secret' })
    await store.close()
    const copy = new DatabaseSync(`${file}.v${version}`, { readOnly: true })
    expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
    expect(copy.prepare('SELECT count(*) AS n FROM answers').get()).toEqual({ n: 15 })
    copy.close()
    expect(before.length).toBeGreaterThan(0)
    const later = await openSqlite(file)
    expect((await later.load()).session.rounds).toHaveLength(3)
    await later.close()
  })

  it('stays ended after a migration, and erasing reaches the copy as well', async () => {
    const file = old(2, '2026-11-23T10:00:00.000Z')
    const store = await openSqlite(file)
    expect((await store.load()).session).toMatchObject({ endedAt: Date.parse('2026-11-23T10:00:00.000Z'), erased: false })
    await store.eraseVoters()
    await store.close()
    const copy = new DatabaseSync(`${file}.v2`)
    expect(copy.prepare('SELECT count(*) AS n FROM answers WHERE length(voter) < 32').get()).toEqual({ n: 0 })
    copy.close()
  })

  it('stays as it is when it cannot be migrated', async () => {
    const file = old(2)
    const db = new DatabaseSync(file)
    db.exec('UPDATE rounds SET definition = \'no JSON\' WHERE poll = \'clear\'')
    db.close()
    await expect(openSqlite(file)).rejects.toThrow(/cannot be read .*It was left as it is/)
    const later = new DatabaseSync(file)
    expect(later.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 })
    expect(later.prepare('SELECT count(*) AS n FROM answers').get()).toEqual({ n: 15 })
    later.close()
  })
})
