import type { SessionRecord, Store } from '../store/store.ts'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../store/folder.ts'
import { openSqlite } from '../store/sqlite.ts'
import { StoreError } from '../store/store.ts'
import { newSecret } from './keys.ts'

export interface SessionChoice {
  dataDir: string
  /** Takes up the session of this name, or starts it. */
  session?: string
  /** Starts a new session even if one was left unended. */
  fresh: boolean
  rehearsal: boolean
  presenterKey?: string
}

const ENDING = '.sqlite'

/** Opens the session that is to run: the named one, else the last unended one of the same sort, else a new one. */
export async function openSession(choice: SessionChoice): Promise<{ store: Store, isNew: boolean }> {
  const { dataDir, session, fresh } = choice
  makeFolder(dataDir)
  if (session !== undefined)
    return openNamed(choice, session)
  const last = fresh ? null : await lastUnended(dataDir, choice.rehearsal)
  return last ? { store: last, isNew: false } : { store: create(choice, freeName(dataDir, choice.rehearsal)), isNew: true }
}

async function openNamed(choice: SessionChoice, name: string): Promise<{ store: Store, isNew: boolean }> {
  const { dataDir, fresh, rehearsal } = choice
  if (!names(dataDir).includes(name))
    return { store: create(choice, name), isNew: true }
  if (fresh)
    throw new StoreError(`There is a session "${name}" already. Choose another name, or leave out --new to go on with it.`)
  const store = openSqlite(fileOf(dataDir, name))
  const record = await store.session()
  if (record.endedAt === null && record.rehearsal === rehearsal)
    return { store, isNew: false }
  await store.close()
  throw new StoreError(record.endedAt === null
    ? `The session "${name}" is ${rehearsal ? 'not ' : ''}a rehearsal. Choose another name, or start it ${rehearsal ? 'without' : 'with'} --rehearsal.`
    : `The session "${name}" was ended on ${record.endedAt.slice(0, 10)} and takes no more answers. Choose another name.`)
}

async function lastUnended(dataDir: string, rehearsal: boolean): Promise<Store | null> {
  const newestFirst = names(dataDir)
    .map(name => ({ name, changed: changedAt(fileOf(dataDir, name)) }))
    .sort((a, b) => b.changed - a.changed)
  for (const { name } of newestFirst) {
    const store = openSqlite(fileOf(dataDir, name))
    const record = await store.session()
    if (record.endedAt === null && record.rehearsal === rehearsal)
      return store
    await store.close()
  }
  return null
}

function create({ dataDir, rehearsal, presenterKey }: SessionChoice, name: string): Store {
  const record: SessionRecord = {
    name,
    startedAt: new Date().toISOString(),
    endedAt: null,
    rehearsal,
    presenterKey: presenterKey ?? newSecret(),
    voterSecret: newSecret(),
    position: null,
    activities: [],
  }
  return openSqlite(fileOf(dataDir, name), record)
}

/** The first name of the day that is free: 2026-11-22, 2026-11-22-2, … */
function freeName(dataDir: string, rehearsal: boolean): string {
  const taken = names(dataDir)
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  const first = rehearsal ? `rehearsal-${day}` : day
  let name = first
  for (let n = 2; taken.includes(name); n++)
    name = `${first}-${n}`
  return name
}

function names(dataDir: string): string[] {
  return readdirSync(dataDir).filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length))
}

/** Until a session is closed in good order its latest writes stand in the log beside the file. */
function changedAt(file: string): number {
  const times = [file, `${file}-wal`].map(path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.max(...times)
}

function fileOf(dataDir: string, name: string): string {
  return join(dataDir, `${name}${ENDING}`)
}
