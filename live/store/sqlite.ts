import type { Answer } from '../domain/answers.ts'
import type { RoundRecord, SessionRecord, Store } from './store.ts'
import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Batch } from './batch.ts'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts'
import { StoreError } from './store.ts'

const text = v.string()
const json = <T>(): v.GenericSchema<string, T> => v.pipe(text, v.parseJson()) as v.GenericSchema<string, T>

const sessionRow = v.object({
  name: text,
  started_at: text,
  ended_at: v.nullable(text),
  rehearsal: v.number(),
  presenter_key: text,
  voter_secret: text,
  position: v.nullable(json<NonNullable<SessionRecord['position']>>()),
  activities: json<string[]>(),
})
const roundRow = v.object({
  round: v.number(),
  phase: v.picklist(['waiting', 'open', 'closed', 'revealed']),
  definition: json<RoundRecord['poll']>(),
  opened_at: v.nullable(text),
  closed_at: v.nullable(text),
  floor: v.number(),
  hands: v.nullable(json<NonNullable<RoundRecord['hands']>>()),
  hidden: json<string[]>(),
  movement: v.nullable(json<NonNullable<RoundRecord['movement']>>()),
})
const logRow = v.object({ at: text, event: v.picklist(['start', 'section', 'pause', 'resume', 'end']), section: text })
const answerRow = v.object({ poll: text, round: v.number(), voter: text, answer: json<Answer>() })
const ownAnswerRow = v.omit(answerRow, ['voter'])

/**
 * Opens a session file, or creates it when `create` is given and there is none.
 * @throws StoreError when the file is missing, in use, damaged or not a session: it is never overwritten.
 */
export function openSqlite(file: string, create?: SessionRecord): Store {
  const isNew = !existsSync(file)
  if (isNew && !create)
    throw new StoreError(`There is no session file ${file}.`)
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file)
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    // Whatever is not ours is found out before the first pragma that writes.
    if (!isNew)
      check(db)
    db.exec('PRAGMA journal_mode = WAL')
    if (isNew && create)
      initialise(db, create)
    return sqliteStore(db)
  }
  catch (error) {
    db?.close()
    if (isNew)
      ['', '-wal', '-journal'].map(ending => `${file}${ending}`).filter(path => existsSync(path)).forEach(path => rmSync(path))
    throw describe(file, error)
  }
}

function initialise(db: DatabaseSync, session: SessionRecord): void {
  db.exec('BEGIN')
  db.exec(SCHEMA)
  db.prepare('INSERT INTO session VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    session.name,
    session.startedAt,
    session.endedAt,
    Number(session.rehearsal),
    session.presenterKey,
    session.voterSecret,
    session.position && JSON.stringify(session.position),
    JSON.stringify(session.activities),
  )
  db.exec('COMMIT')
}

function check(db: DatabaseSync): void {
  const id = db.prepare('PRAGMA application_id').get()?.application_id
  const version = db.prepare('PRAGMA user_version').get()?.user_version
  if (id !== APPLICATION_ID || version !== SCHEMA_VERSION)
    throw new StoreError('it is not a session file of this version')
  const damage = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (damage !== 'ok')
    throw new StoreError('it is damaged')
  v.parse(sessionRow, db.prepare('SELECT * FROM session').get())
}

function describe(file: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  if (/locked|busy/i.test(reason))
    return new StoreError(`The session file ${file} is in use: this session runs already in another window. Stop it there first.`)
  if (/unable to open|readonly|EACCES|permission/i.test(reason))
    return new StoreError(`The session file ${file} cannot be written (${reason}). Allow writing there, or name another folder with --data-dir or FORK_DATA_DIR.`)
  return new StoreError(`The session file ${file} cannot be read (${reason}). It was left as it is. Move it elsewhere, or start a new session with --new.`)
}

function sqliteStore(db: DatabaseSync): Store {
  const batch = new Batch(db)
  const sql = {
    phase: db.prepare('SELECT phase FROM rounds WHERE poll = ? AND round = ?'),
    known: db.prepare('SELECT 1 FROM answers WHERE poll = ? AND round = ? AND voter = ?'),
    answer: db.prepare('INSERT INTO answers VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET answer = excluded.answer'),
    answers: db.prepare('SELECT * FROM answers WHERE poll = ? AND round = ?'),
    answersBy: db.prepare('SELECT * FROM answers WHERE voter = ?'),
    count: db.prepare('SELECT count(*) AS n FROM answers WHERE poll = ? AND round = ?'),
    round: db.prepare('INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  }

  return {
    async session() {
      await batch.settled()
      const row = v.parse(sessionRow, db.prepare('SELECT * FROM session').get())
      return {
        name: row.name,
        startedAt: row.started_at,
        endedAt: row.ended_at,
        rehearsal: row.rehearsal === 1,
        presenterKey: row.presenter_key,
        voterSecret: row.voter_secret,
        position: row.position,
        activities: row.activities,
      }
    },
    updateSession: changes => batch.write(() => {
      if (changes.endedAt !== undefined)
        db.prepare('UPDATE session SET ended_at = ?').run(changes.endedAt)
      if (changes.position !== undefined)
        db.prepare('UPDATE session SET position = ?').run(changes.position && JSON.stringify(changes.position))
      if (changes.activities !== undefined)
        db.prepare('UPDATE session SET activities = ?').run(JSON.stringify(changes.activities))
    }),
    async log() {
      await batch.settled()
      return db.prepare('SELECT at, event, section FROM log ORDER BY line').all().map(row => v.parse(logRow, row))
    },
    addToLog: ({ at, event, section }) => batch.write(() => {
      db.prepare('INSERT INTO log (at, event, section) VALUES (?, ?, ?)').run(at, event, section)
    }),
    async rounds() {
      await batch.settled()
      return db.prepare('SELECT * FROM rounds ORDER BY poll, round').all().map((row) => {
        const { round, phase, definition, opened_at, closed_at, floor, hands, hidden, movement } = v.parse(roundRow, row)
        return { poll: definition, round, phase, openedAt: opened_at, closedAt: closed_at, floor, hands, hidden, movement }
      })
    },
    saveRound: round => batch.write(() => {
      sql.round.run(
        round.poll.id,
        round.round,
        round.phase,
        JSON.stringify(round.poll),
        round.openedAt,
        round.closedAt,
        round.floor,
        round.hands && JSON.stringify(round.hands),
        JSON.stringify(round.hidden),
        round.movement && JSON.stringify(round.movement),
      )
    }),
    answer: (poll, round, voter, answer) => batch.write(() => {
      if (sql.phase.get(poll, round)?.phase !== 'open')
        return 'not-open'
      const known = sql.known.get(poll, round, voter) !== undefined
      sql.answer.run(poll, round, voter, JSON.stringify(answer))
      return known ? 'changed' : 'counted'
    }),
    async answers(poll, round) {
      await batch.settled()
      return new Map(sql.answers.all(poll, round).map((row) => {
        const { voter, answer } = v.parse(answerRow, row)
        return [voter, answer]
      }))
    },
    async countAnswers(poll, round) {
      await batch.settled()
      return Number(sql.count.get(poll, round)?.n ?? 0)
    },
    async answersBy(voter) {
      await batch.settled()
      return sql.answersBy.all(voter).map(row => v.parse(ownAnswerRow, row))
    },
    async forgetVoters() {
      await batch.write(() => db.exec('UPDATE answers SET voter = lower(hex(randomblob(16)))'))
      // The write-ahead log still holds the old ids until it is folded into the file, which cannot happen in a transaction.
      while (db.isTransaction)
        await batch.settled()
      // Rows that moved from page to page leave copies behind that `secure_delete` does not see: the file is written anew.
      db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async close() {
      await batch.settled()
      db.close()
    },
  }
}
