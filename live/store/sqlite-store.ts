import type { Stats } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { RoundKey } from '../domain/session.ts'
import type { SessionRecord, Store } from './store.ts'
import { closeSync, fdatasync, fstatSync, openSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { Batch } from './batch.ts'
import { fileIsGone, whyNotRead } from './error-sentences.ts'
import { eraseIn } from './sqlite-erase.ts'
import { StoreError } from './store.ts'
import { askedPoll, inJson, logLine, roundTally, sessionState, storedAnswer } from './stored-json.ts'
import { Watchers } from './watchers.ts'

/** A session in a file of its own. Clients share one connection; another process cannot open the file meanwhile. */
export interface SqliteSession extends Store {
  /** One more client of this session. The file is closed with the last one. */
  client: () => Store
}

const text = v.string()

const sessionRow = v.object({ name: text, started_at: text, rehearsal: v.number(), presenter_key: text, voter_secret: text })
const stateRow = v.object({ version: v.number(), session: inJson(sessionState) })
const roundRow = v.object({ poll: text, round: v.number(), asked: inJson(askedPoll), tally: v.nullable(inJson(roundTally)) })
const answerRow = v.object({ voter: text, answer: inJson(storedAnswer) })
const ownRow = v.object({ poll: text, round: v.number(), answer: inJson(storedAnswer) })

const sync = promisify(fdatasync)
/** Writing the log back into the file makes everybody wait, so that is done at a poll's close, or at this many pages. */
const FOLD_PAGES = 10_000

/** A store on `db`, the only connection to `file`, with the tables of this version. */
export function sqliteStore(file: string, db: DatabaseSync): SqliteSession {
  const own = statSync(file)
  const watchers = new Watchers()
  // A commit does not wait for the disk: the batch syncs the log and acknowledges after that.
  db.exec(`PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${FOLD_PAGES}`)
  const wal = openSync(`${file}-wal`, 'r+')
  const ownLog = fstatSync(wal)
  const batch = new Batch(db, { guard, sync: () => sync(wal) })
  let clients = 0
  const sql = {
    version: db.prepare('SELECT version FROM state'),
    save: db.prepare('UPDATE state SET version = ?, session = ?'),
    open: db.prepare('SELECT poll, round FROM open_round'),
    setOpen: db.prepare('INSERT OR REPLACE INTO open_round VALUES (1, ?, ?)'),
    setNoneOpen: db.prepare('DELETE FROM open_round'),
    line: db.prepare('INSERT INTO log (at, event, section) VALUES (?, ?, ?)'),
    round: db.prepare('INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?)'),
    answer: db.prepare('INSERT OR IGNORE INTO answers SELECT poll, round, ?, ? FROM open_round WHERE poll = ? AND round = ?'),
    change: db.prepare('UPDATE answers SET answer = ? WHERE poll = ? AND round = ? AND voter = ?'),
    answers: db.prepare('SELECT voter, answer FROM answers WHERE poll = ? AND round = ?'),
    answersBy: db.prepare('SELECT poll, round, answer FROM answers WHERE voter = ?'),
    count: db.prepare('SELECT count(*) AS n FROM answers WHERE poll = ? AND round = ?'),
  }

  /** Throws once the file or its log was deleted, renamed or emptied: what is written then would be lost with it. */
  function guard(): void {
    guardFile()
    guardName(`${file}-wal`, ownLog)
  }

  function guardFile(): void {
    if (guardName(file, own).size === 0)
      throw fileIsGone(file)
  }

  function parse<S extends v.GenericSchema>(what: string, schema: S, row: unknown): v.InferOutput<S> {
    try {
      return v.parse(schema, row)
    }
    catch (error) {
      throw whyNotRead(file, what, error)
    }
  }

  /** Writes the write-ahead log back into the file, so that the file alone holds everything. Answers are safe either way. */
  async function fold(): Promise<void> {
    try {
      await batch.quiet()
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    }
    catch {}
  }

  const isOpen = (key: RoundKey | undefined, poll: string, round: number): boolean => key?.poll === poll && key.round === round
  const openKey = (): RoundKey | undefined => sql.open.get() as RoundKey | undefined

  function newClient(): Store {
    const ends: (() => void)[] = []
    let isClosed = false
    clients++
    return {
      async record() {
        await batch.quiet()
        const row = parse('the session', sessionRow, db.prepare('SELECT * FROM session').get())
        const record: SessionRecord = { name: row.name, startedAt: row.started_at, rehearsal: row.rehearsal === 1, presenterKey: row.presenter_key, voterSecret: row.voter_secret }
        return record
      },
      async load() {
        await batch.quiet()
        return parse('the session\'s state', stateRow, db.prepare('SELECT version, session FROM state').get())
      },
      async save(version, { session, open, log, rounds }) {
        let closes = false
        const isSaved = await batch.write(() => {
          if (sql.version.get()?.version !== version)
            return false
          const before = openKey()
          closes = before !== undefined && !(open && isOpen(open, before.poll, before.round))
          sql.save.run(version + 1, JSON.stringify(session))
          if (open)
            sql.setOpen.run(open.poll, open.round)
          else
            sql.setNoneOpen.run()
          log.forEach(({ at, event, section }) => sql.line.run(at, event, section))
          rounds.forEach(({ poll, round, asked, tally }) => sql.round.run(poll, round, JSON.stringify(asked), tally && JSON.stringify(tally)))
          return true
        })
        if (closes)
          await fold()
        if (isSaved)
          watchers.changed()
        return isSaved
      },
      async log() {
        await batch.quiet()
        return db.prepare('SELECT at, event, section FROM log ORDER BY line').all().map(row => parse('its log', logLine, row))
      },
      async rounds() {
        await batch.quiet()
        return db.prepare('SELECT * FROM rounds ORDER BY poll, round').all().map(row => parse(`round ${String(row.round)} of poll "${String(row.poll)}"`, roundRow, row))
      },
      answer: (poll, round, voter, answer) => batch.write(() => {
        const text = JSON.stringify(answer)
        if (Number(sql.answer.run(voter, text, poll, round).changes) === 1)
          return 'counted'
        if (!isOpen(openKey(), poll, round))
          return 'not-open'
        sql.change.run(text, poll, round, voter)
        return 'changed'
      }),
      async answers(poll, round) {
        await batch.settled()
        return new Map(sql.answers.all(poll, round).map((row) => {
          const { voter, answer } = parse(`an answer to poll "${poll}"`, answerRow, row)
          return [voter, answer]
        }))
      },
      async countAnswers(poll, round) {
        await batch.settled()
        return Number(sql.count.get(poll, round)?.n ?? 0)
      },
      async answersBy(voter) {
        await batch.settled()
        return sql.answersBy.all(voter).map(row => parse('an answer', ownRow, row))
      },
      subscribe(changed) {
        const end = watchers.subscribe(changed)
        ends.push(end)
        return end
      },
      tellPresence: async (server, presence) => watchers.tellPresence(server, presence),
      presence: async () => watchers.presence(),
      mark: async (exercise, voter, stage) => watchers.mark(exercise, voter, stage),
      marks: async () => watchers.marks(),
      async eraseVoters() {
        watchers.forget()
        await batch.quiet()
        eraseIn(db, file)
      },
      async check() {
        if (isClosed)
          throw new StoreError('This session was closed.')
        batch.check()
        guard()
      },
      async close() {
        if (isClosed)
          return
        isClosed = true
        ends.forEach(end => end())
        clients--
        if (clients > 0)
          return
        await fold()
        await batch.settled()
        db.close()
        closeSync(wal)
        batch.check()
        guardFile()
      },
    }
  }

  return { ...newClient(), client: newClient }
}

/** The file of this name. @throws StoreError when it is not the one that was opened */
function guardName(name: string, { ino, dev }: Stats): Stats {
  const now = statSync(name, { throwIfNoEntry: false })
  if (now?.ino !== ino || now.dev !== dev)
    throw fileIsGone(name)
  return now
}
