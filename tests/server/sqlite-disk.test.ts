import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, vi } from 'vitest'
import { Batch } from '../../live/store/batch.ts'
import { StoreError } from '../../live/store/store.ts'
import { useSessionFiles } from './sqlite-files.ts'

const { newFile } = useSessionFiles()

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
