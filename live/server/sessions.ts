import type { LeftSession } from '../domain/state.ts'
import type { SqliteSession } from '../store/sqlite-store.ts'
import type { SessionRecord, Store } from '../store/store.ts'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../store/folder.ts'
import { memorySession } from '../store/memory.ts'
import { openSqlite } from '../store/sqlite.ts'
import { StoreError } from '../store/store.ts'
import { newSecret } from './secrets.ts'

export interface SessionChoice {
  /** Null keeps the session in memory: for authors, nothing of it is to last. */
  dataDir: string | null
  /** Takes up the session of this name, or starts it. */
  session?: string
  /** Starts a new session even if one was left unended. */
  fresh: boolean
  /** Always a new session, in a folder of its own. */
  rehearsal: boolean
  presenterKey?: string
  /** Milliseconds since 1970; this computer's clock when left out. */
  now?: () => number
}

export interface OpenedSession {
  store: Store
  isNew: boolean
  /** Sessions beside it that were left without an end: their voter ids are still kept. */
  leftOpen: LeftSession[]
}

const ENDING = '.sqlite'

/** Where the sessions of one sort are: rehearsals stay out of the way of what counts. */
function folderOf({ dataDir, rehearsal }: { dataDir: string, rehearsal: boolean }): string {
  return rehearsal ? join(dataDir, 'rehearsals') : dataDir
}

/**
 * Opens the session that is to run: the named one, else the last unended one, else a new one. What an earlier end left
 * undone is done first.
 */
export async function openSession(choice: SessionChoice): Promise<OpenedSession> {
  if (choice.dataDir === null)
    return { store: memorySession(newRecord(choice, choice.session ?? 'in-memory'))(), isNew: true, leftOpen: [] }
  const folder = folderOf({ dataDir: choice.dataDir, rehearsal: choice.rehearsal })
  makeFolder(choice.dataDir)
  makeFolder(folder)
  const opened = choice.session === undefined ? await openLast(choice, folder) : await openNamed(choice, folder, choice.session)
  try {
    return { ...opened, leftOpen: await tidy(choice.dataDir, (await opened.store.record()).name, choice.rehearsal) }
  }
  catch (error) {
    await opened.store.close()
    throw error
  }
}

/** Ends a session that was left without an end. @throws StoreError when there is none of this name, or it is in use */
export async function openLeft(dataDir: string, name: string): Promise<Store> {
  if (!names(dataDir).includes(name))
    throw new StoreError(`There is no session "${name}".`)
  return openSqlite(fileOf(dataDir, name))
}

type Found = Pick<OpenedSession, 'store' | 'isNew'>

async function openNamed(choice: SessionChoice, folder: string, name: string): Promise<Found> {
  const { fresh, rehearsal, dataDir } = choice
  const isThere = names(folder).includes(name)
  if (rehearsal && (isThere || (dataDir !== null && names(dataDir).includes(name))))
    throw new StoreError(`There is a session "${name}" already, and a rehearsal is always a new one. Choose another name, or start it without --rehearsal.`)
  if (isThere && fresh)
    throw new StoreError(`There is a session "${name}" already. Choose another name, or leave out --new to go on with it.`)
  if (!isThere)
    return create(choice, folder, name)
  const store = await openSqlite(fileOf(folder, name))
  const { rehearsal: wasRehearsal } = await store.record()
  const { session: { endedAt } } = await store.load()
  if (endedAt === null && !wasRehearsal)
    return { store, isNew: false }
  await store.close()
  throw new StoreError(endedAt === null
    ? `The session "${name}" is a rehearsal of an earlier version. Choose another name.`
    : `The session "${name}" was ended on ${new Date(endedAt).toISOString().slice(0, 10)} and takes no more answers. Choose another name.`)
}

async function openLast(choice: SessionChoice, folder: string): Promise<Found> {
  const { fresh, rehearsal } = choice
  for (const name of fresh || rehearsal ? [] : newestFirst(folder)) {
    const store = await openSqlite(fileOf(folder, name))
    const isRehearsal = (await store.record()).rehearsal
    if (!isRehearsal && (await store.load()).session.endedAt === null)
      return { store, isNew: false }
    await store.close()
  }
  return create(choice, folder, freeName(folder, choice))
}

async function create(choice: SessionChoice, folder: string, name: string): Promise<Found> {
  return { store: await openSqlite(fileOf(folder, name), newRecord(choice, name)), isNew: true }
}

function newRecord({ rehearsal, presenterKey, now = Date.now }: SessionChoice, name: string): SessionRecord {
  return { name, startedAt: new Date(now()).toISOString(), rehearsal, presenterKey: presenterKey ?? newSecret(), voterSecret: newSecret() }
}

/** Sessions whose voter ids are still kept, beside the one that runs. Those in use or unreadable are left alone. */
async function tidy(dataDir: string, running: string, isRehearsal: boolean): Promise<LeftSession[]> {
  const left: LeftSession[] = []
  for (const rehearsal of [false, true]) {
    const folder = folderOf({ dataDir, rehearsal })
    for (const name of existsSync(folder) ? names(folder) : []) {
      const isRunning = name === running && rehearsal === isRehearsal
      const store = isRunning ? null : await openSqlite(fileOf(folder, name)).catch(() => null)
      if (store === null)
        continue
      const found = await finish(store).catch(() => null)
      await store.close().catch(() => {})
      if (found)
        left.push(found)
    }
  }
  return left
}

/** Erases what an ended session or a rehearsal still holds of its voters; says so of one that was left without an end. */
async function finish(store: SqliteSession): Promise<LeftSession | null> {
  const { name, startedAt, rehearsal } = await store.record()
  const { version, session } = await store.load()
  if (session.erased)
    return null
  if (session.endedAt === null && !rehearsal)
    return { name, startedAt }
  await store.eraseVoters()
  await store.save(version, { session: { ...session, endedAt: session.endedAt ?? session.at, erased: true }, open: null, log: [], rounds: [] })
  return null
}

/** The first name of the day that is free: 2026-11-22, 2026-11-22-2, … */
function freeName(folder: string, { rehearsal, now = Date.now }: SessionChoice): string {
  const taken = names(folder)
  const today = new Date(now())
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  const first = rehearsal ? `rehearsal-${day}` : day
  let name = first
  for (let n = 2; taken.includes(name); n++)
    name = `${first}-${n}`
  return name
}

function names(folder: string): string[] {
  return readdirSync(folder).filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length))
}

function newestFirst(folder: string): string[] {
  const aged = names(folder).map(name => ({ name, changed: changedAt(fileOf(folder, name)) }))
  return aged.sort((a, b) => b.changed - a.changed).map(({ name }) => name)
}

/** Until a session is closed in good order its latest writes stand in the log beside the file. */
function changedAt(file: string): number {
  const times = [file, `${file}-wal`].map(path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.max(...times)
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${name}${ENDING}`)
}
