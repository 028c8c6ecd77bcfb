import type { Manifest } from '../domain/manifest.ts'
import type { Session } from '../domain/session.ts'
import type { LeftSession } from '../domain/state.ts'
import type { SessionRepository, StoreLocation } from '../store/repository.ts'
import type { SessionRecord, Store } from '../store/store.ts'
import { isRound, openRound } from '../domain/session.ts'
import { settle } from '../domain/settle.ts'
import { makeFolder } from '../store/data-folder.ts'
import { meantBy, repositoryOf } from '../store/repository.ts'
import { StoreError } from '../store/store.ts'
import { countClosed, talliesOf } from './counting.ts'
import { newSecret } from './secrets.ts'

/** Which session a start asks for. */
export interface SessionChoice extends StoreLocation {
  /** Takes up the session of this name, or starts it. */
  session?: string
  /** Starts a new session even if one was left unended. */
  fresh: boolean
  /** Always a new session, stored apart from real ones. */
  rehearsal: boolean
  /** The length to run at: a session of another one is not taken up. */
  manifest?: Pick<Manifest, 'format' | 'slides'>
  presenterKey?: string
  /** Milliseconds since 1970; this computer's clock when left out. */
  now?: () => number
}

/** The session that a start runs, and what it found beside it. */
export interface OpenedSession {
  store: Store
  isNew: boolean
  /** Sessions beside it that were left without an end: their voter ids are still kept. */
  leftOpen: LeftSession[]
}

/**
 * Opens the session that is to run: the named one, else the last unended one of this length, else a new one. Counting
 * and erasing that failed at an earlier end are done first.
 */
export async function openSession(choice: SessionChoice): Promise<OpenedSession> {
  const repository = repositoryOf(choice, choice.rehearsal)
  if (choice.dataDir !== null && choice.store === undefined)
    makeFolder(choice.dataDir)
  const opened = choice.session === undefined ? await openLast(choice, repository) : await openNamed(choice, repository, choice.session)
  try {
    await saveLength(opened.store, choice)
    return { ...opened, leftOpen: await tidy(choice, (await opened.store.record()).name) }
  }
  catch (error) {
    await opened.store.close()
    throw error
  }
}

type Found = Pick<OpenedSession, 'store' | 'isNew'>

async function openNamed(choice: SessionChoice, repository: SessionRepository, asked: string): Promise<Found> {
  const { fresh, rehearsal } = choice
  const name = meantBy(asked, await repository.names())
  const taken = rehearsal ? name ?? meantBy(asked, await repositoryOf(choice, false).names()) : undefined
  if (taken !== undefined)
    throw new StoreError(`There is a session "${taken}" already, and a rehearsal is always a new one. Choose another name, or start it without --rehearsal.`)
  if (name === undefined)
    return { store: await repository.create(newRecord(choice, asked)), isNew: true }
  if (fresh)
    throw new StoreError(`There is a session "${name}" already. Choose another name, or leave out --new to go on with it.`)
  const store = await repository.open(name)
  const { rehearsal: wasRehearsal } = await store.record()
  const { session } = await store.load()
  const { endedAt } = session
  if (endedAt === null && !wasRehearsal && isOfThisLength(session, choice))
    return { store, isNew: false }
  await store.close()
  if (endedAt === null && !wasRehearsal)
    throw new StoreError(otherLength(name, session, choice))
  throw new StoreError(endedAt === null
    ? `The session "${name}" is a rehearsal of an earlier version. Choose another name.`
    : `The session "${name}" was ended on ${dayHere(endedAt)} and takes no more answers. Choose another name.`)
}

async function openLast(choice: SessionChoice, repository: SessionRepository): Promise<Found> {
  const { fresh, rehearsal } = choice
  const names = await repository.names()
  for (const name of fresh || rehearsal ? [] : names) {
    const store = await repository.open(name)
    const isRehearsal = (await store.record()).rehearsal
    const { session } = await store.load()
    if (!isRehearsal && session.endedAt === null && isOfThisLength(session, choice))
      return { store, isNew: false }
    await store.close()
  }
  return { store: await repository.create(newRecord(choice, freeName(names, choice))), isNew: true }
}

/** A session without a move fits any length. One of an earlier version tells its length by the slide it is on. */
function isOfThisLength({ position, minutes }: Session, { manifest }: SessionChoice): boolean {
  if (position === null || manifest === undefined)
    return true
  return minutes ? minutes === manifest.format : manifest.slides.some(({ alias }) => alias === position.alias)
}

function otherLength(name: string, { minutes, position }: Session, { manifest }: SessionChoice): string {
  return minutes
    ? `The session "${name}" runs at ${minutes} minutes, and this start is at ${manifest?.format}. Go on with it by npm start ${minutes} -- --session "${name}", or choose another name.`
    : `The session "${name}" stands on the slide "${position?.alias}", which the ${manifest?.format} minutes do not have. Start it with the minutes it began with, or choose another name.`
}

/** Keeps with a session the length it runs at, whatever other servers save meanwhile. */
async function saveLength(store: Store, choice: SessionChoice): Promise<void> {
  const { version, session } = await store.load()
  if (!choice.manifest || session.minutes === choice.manifest.format)
    return
  const isKept = await store.save(version, { session: { ...session, minutes: choice.manifest.format }, open: openRound(session), log: [], rounds: [] })
  if (!isKept)
    await saveLength(store, choice)
}

function newRecord({ rehearsal, presenterKey, now = Date.now }: SessionChoice, name: string): SessionRecord {
  return { name, startedAt: new Date(now()).toISOString(), rehearsal, presenterKey: presenterKey ?? newSecret(), voterSecret: newSecret() }
}

/** The other sessions that were left without an end. Sessions in use and unreadable ones are skipped. */
async function tidy(choice: SessionChoice, running: string): Promise<LeftSession[]> {
  const left: LeftSession[] = []
  for (const rehearsal of [false, true]) {
    const repository = repositoryOf(choice, rehearsal)
    for (const name of await repository.names()) {
      const isRunning = name === running && rehearsal === choice.rehearsal
      const store = isRunning ? null : await repository.openIdle(name)
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

/**
 * Finishes an ended session or a rehearsal: counts closed rounds and erases voter ids.
 * @returns a session that was left without an end, else null
 */
async function finish(store: Store): Promise<LeftSession | null> {
  const { name, startedAt, rehearsal } = await store.record()
  const { version, session } = await store.load()
  if (session.erased)
    return null
  if (session.endedAt === null && !rehearsal)
    return { name, startedAt, minutes: session.minutes }
  const rounds = await store.rounds()
  const counted = await countClosed(store, session, key => rounds.find(one => isRound(one, key))?.asked)
  const ended = { ...settle(session, talliesOf(counted)), endedAt: session.endedAt ?? session.at }
  await store.save(version, { session: ended, open: null, log: [], rounds: counted })
  await store.eraseVoters()
  await store.save(version + 1, { session: { ...ended, erased: true }, open: null, log: [], rounds: [] })
  return null
}

/** A day as this computer's calendar has it: 2026-11-22. */
function dayHere(at: number): string {
  const day = new Date(at)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

/** The first name of the day that is free: 2026-11-22, 2026-11-22-2, … */
function freeName(taken: readonly string[], { rehearsal, now = Date.now }: SessionChoice): string {
  const day = dayHere(now())
  const first = rehearsal ? `rehearsal-${day}` : day
  let name = first
  for (let n = 2; taken.includes(name); n++)
    name = `${first}-${n}`
  return name
}
