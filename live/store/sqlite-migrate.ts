import type { DatabaseSync } from 'node:sqlite'
import type { Answer } from '../domain/check-answer.ts'
import type { Poll } from '../domain/poll-rules.ts'
import type { Round, RoundKey, Session } from '../domain/session.ts'
import type { Counts, Movement, Phase } from '../domain/state.ts'
import type { LogEntry } from '../domain/timing.ts'
import type { RoundRecord } from './store.ts'
import { chmodSync, existsSync } from 'node:fs'
import * as v from 'valibot'
import { comparedWith, meaningOf } from '../domain/poll-rules.ts'
import { tallyOf } from '../domain/results.ts'
import { newSession, openRound } from '../domain/session.ts'
import { settle } from '../domain/settle.ts'
import { wordId } from '../domain/tally.ts'
import { standingAt } from '../domain/timing.ts'
import { SCHEMA, SCHEMA_VERSION } from './sqlite-schema.ts'
import { inJson, logLine, storedAnswer } from './stored-json.ts'

/** The paths of the copies that migrations left of a file's earlier versions. */
export function copiesOf(file: string): string[] {
  return Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => `${file}.v${i + 1}`)
}

const text = v.string()
const json = <T>(): v.GenericSchema<string, T> => v.pipe(text, v.parseJson()) as v.GenericSchema<string, T>

const sessionRow = v.object({
  name: text,
  started_at: text,
  ended_at: v.nullable(text),
  rehearsal: v.number(),
  presenter_key: text,
  voter_secret: text,
  position: v.nullable(json<NonNullable<Session['position']>>()),
  activities: json<string[]>(),
})
const roundRow = v.object({
  round: v.number(),
  phase: v.picklist(['waiting', 'open', 'closed', 'revealed']) satisfies v.GenericSchema<string, Phase>,
  definition: json<Poll>(),
  opened_at: v.nullable(text),
  closed_at: v.nullable(text),
  floor: v.optional(v.number(), 5),
  hands: v.nullable(json<Counts>()),
  hidden: json<string[]>(),
  movement: v.nullable(json<Movement>()),
})
const answerRow = v.object({ voter: text, answer: inJson(storedAnswer) })

type OldRound = v.InferOutput<typeof roundRow>

/** Migrates a file of an earlier version in one transaction, and leaves a copy of it beside it first. */
export function migrate(db: DatabaseSync, file: string, version: number): void {
  const copy = `${file}.v${version}`
  if (!existsSync(copy)) {
    db.prepare('VACUUM INTO ?').run(copy)
    chmodSync(copy, 0o600)
  }
  db.exec('BEGIN IMMEDIATE')
  try {
    const old = v.parse(sessionRow, db.prepare('SELECT * FROM session').get())
    const hasLog = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = \'log\'').get() !== undefined
    const log = hasLog ? db.prepare('SELECT at, event, section FROM log ORDER BY line').all().map(row => v.parse(logLine, row)) : []
    const rounds = db.prepare('SELECT * FROM rounds ORDER BY poll, round').all().map(row => v.parse(roundRow, row))
    const { session, records } = convert(old, rounds, log, key => answersIn(db, key))
    const answers = 'CREATE TEMP TABLE kept AS SELECT poll, round, voter, answer FROM answers'
    db.exec(`${answers}; DROP TABLE session; DROP TABLE rounds; DROP TABLE answers; DROP TABLE IF EXISTS log; ${SCHEMA}
      INSERT INTO answers SELECT * FROM kept; DROP TABLE kept`)
    db.prepare('INSERT INTO session VALUES (1, ?, ?, ?, ?, ?)').run(old.name, old.started_at, old.rehearsal, old.presenter_key, old.voter_secret)
    db.prepare('INSERT INTO state VALUES (1, 1, ?)').run(JSON.stringify(session))
    const open = openRound(session)
    if (open)
      db.prepare('INSERT INTO open_round VALUES (1, ?, ?)').run(open.poll, open.round)
    for (const { at, event, section } of log)
      db.prepare('INSERT INTO log (at, event, section) VALUES (?, ?, ?)').run(at, event, section)
    for (const { poll, round, asked, tally } of records)
      db.prepare('INSERT INTO rounds VALUES (?, ?, ?, ?)').run(poll, round, JSON.stringify(asked), tally && JSON.stringify(tally))
    db.exec('COMMIT')
  }
  catch (error) {
    if (db.isTransaction)
      db.exec('ROLLBACK')
    throw error
  }
}

function answersIn(db: DatabaseSync, { poll, round }: RoundKey): Map<string, Answer> {
  return new Map(db.prepare('SELECT voter, answer FROM answers WHERE poll = ? AND round = ?').all(poll, round).map((row) => {
    const { voter, answer } = v.parse(answerRow, row)
    return [voter, answer]
  }))
}

function convert(old: v.InferOutput<typeof sessionRow>, rows: readonly OldRound[], log: readonly LogEntry[], answersOf: (key: RoundKey) => Map<string, Answer>): { session: Session, records: RoundRecord[] } {
  const instants = [old.started_at, old.ended_at, log.at(-1)?.at, ...rows.flatMap(row => [row.opened_at, row.closed_at])]
  const at = Math.max(...instants.map(instant => Date.parse(instant ?? old.started_at)))
  const asked = rows.filter(row => row.phase !== 'waiting' || row.round > 1)
  const { phase, section } = standingAt(log, at)
  const unsettled: Session = {
    ...newSession(at),
    endedAt: old.ended_at === null ? null : Date.parse(old.ended_at),
    position: old.position,
    activities: old.activities,
    rounds: asked.map(row => roundOf(row, asked)),
    clock: { phase, section },
    lines: log.length,
  }
  const records = asked.map((row): RoundRecord => {
    const isClosed = row.phase === 'closed' || row.phase === 'revealed'
    return { poll: row.definition.id, round: row.round, asked: row.definition, tally: isClosed ? tallyOfRow(row, asked, answersOf) : null }
  })
  return { session: settle(unsettled, records.flatMap(({ poll, round, tally }) => tally ? [{ poll, round, tally }] : [])), records }
}

function roundOf(row: OldRound, rows: readonly OldRound[]): Round {
  const instant = (at: string | null): number | null => at === null ? null : Date.parse(at)
  const before = row.movement && earlier(row, rows)
  return {
    poll: row.definition.id,
    round: row.round,
    phase: row.phase,
    meaning: meaningOf(row.definition),
    openedAt: instant(row.opened_at),
    closedAt: instant(row.closed_at),
    floor: row.floor,
    hands: row.hands,
    hidden: row.hidden.map(id => wordId(id.slice(1))),
    labels: {},
    comparedWith: before ? { poll: before.definition.id, round: before.round } : null,
    settled: null,
    told: false,
  }
}

/** The round that a movement is counted from: the last one of the poll it is compared with. */
function earlier({ definition }: OldRound, rows: readonly OldRound[]): OldRound | undefined {
  const id = comparedWith(definition)
  return rows.findLast(row => row.definition.id === id && row.phase !== 'waiting')
}

/** The movement was counted at the close; where voters were forgotten since, it cannot be counted again. */
function tallyOfRow(row: OldRound, rows: readonly OldRound[], answersOf: (key: RoundKey) => Map<string, Answer>): NonNullable<RoundRecord['tally']> {
  const answers = answersOf({ poll: row.definition.id, round: row.round })
  const before = row.movement && earlier(row, rows)
  const tally = tallyOf(row.definition, answers, null)
  if (!row.movement || !before)
    return tally
  const { pairs, up, same, down } = row.movement
  const voters = answersOf({ poll: before.definition.id, round: before.round }).size
  return { ...tally, movement: { pairs, up, same, down }, unpaired: { before: voters - pairs, after: answers.size - pairs } }
}
