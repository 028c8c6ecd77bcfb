import type { PrintedResult } from '../live/client/printed.ts'
import type { Session } from '../live/domain/session.ts'
import type { Keeping } from '../live/store/repository.ts'
import type { RoundRecord } from '../live/store/store.ts'
import { shownElsewhere } from '../live/domain/floor.ts'
import { resultOf } from '../live/domain/results.ts'
import { isRound } from '../live/domain/session.ts'
import { repositoryOf } from '../live/store/repository.ts'
import { PlainError } from './say.ts'

/**
 * What the room of a session was shown, by poll id: the last round of each poll that was revealed with enough answers
 * to leave the room.
 * @throws PlainError for a session that does not exist, is a rehearsal, or has no such result; StoreError for a file that cannot be read or is in use
 */
export async function sessionResults(keeping: Keeping, session: string): Promise<Record<string, PrintedResult>> {
  const { shown } = await readResults(keeping, session)
  if (Object.keys(shown).length === 0)
    throw new PlainError(`The session "${session}" has no result that may be printed: no poll was revealed with enough answers. Leave out --session to print questions and options.`)
  return shown
}

/** What a session that is over may tell. */
export interface ToldResults {
  /** Ids of the polls that were asked, whatever came of them. */
  asked: readonly string[]
  /** What may leave the room, by poll id. */
  shown: Readonly<Record<string, PrintedResult>>
}

/**
 * What a session may tell outside of its room.
 * @throws PlainError for a session that does not exist or is a rehearsal; StoreError for a file that cannot be read or is in use
 */
export async function readResults(keeping: Keeping, session: string): Promise<ToldResults> {
  const names = await repositoryOf(keeping, false).names()
  if (!names.includes(session)) {
    if ((await repositoryOf(keeping, true).names()).includes(session))
      throw rehearsal(session)
    throw new PlainError(noSuchSession(names, session))
  }
  const store = await repositoryOf(keeping, false).open(session)
  try {
    if ((await store.record()).rehearsal)
      throw rehearsal(session)
    const { session: kept } = await store.load()
    const asked = kept.rounds.filter(({ openedAt }) => openedAt !== null).map(({ poll }) => poll)
    return { asked, shown: shownIn(kept, await store.rounds()) }
  }
  finally {
    await store.close()
  }
}

function rehearsal(session: string): PlainError {
  return new PlainError(`The session "${session}" is a rehearsal: its answers are in no export.`)
}

function shownIn(session: Session, records: readonly RoundRecord[]): Record<string, PrintedResult> {
  const shown: Record<string, PrintedResult> = {}
  for (const round of session.rounds) {
    const record = records.find(one => isRound(one, round))
    if (round.phase !== 'revealed' || round.openedAt === null || !record?.tally)
      continue
    const result = resultOf(record.asked, record.tally, shownElsewhere(session, round, record.tally), round)
    if (result)
      shown[round.poll] = { poll: record.asked, result, askedAt: new Date(round.openedAt).toISOString() }
  }
  return shown
}

/** A sentence for whoever named a session that does not exist. */
export function noSuchSession(known: readonly string[], session: string): string {
  const names = known.toSorted().map(name => `"${name}"`)
  return `There is no session "${session}". ${names.length > 0 ? `There are: ${names.join(', ')}.` : 'No session was kept here yet.'}`
}
