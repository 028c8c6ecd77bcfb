import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { useSessionFiles } from './sqlite-files.ts'
import { lunch } from './store-contract.ts'

const { newFile } = useSessionFiles()

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
