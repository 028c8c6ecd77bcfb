import type { TellableSession } from '../../handouts/poster/poster.ts'
import type { PrintedResult } from '../../live/client/printed-result.ts'
import type { Round, Session, Tally } from '../../live/domain/session.ts'
import type { StoreLocation } from '../../live/store/repository.ts'
import type { RoundRecord } from '../../live/store/store.ts'
import { FLOOR_ELSEWHERE, shownElsewhere } from '../../live/domain/floor.ts'
import { resultOf } from '../../live/domain/results.ts'
import { isRound } from '../../live/domain/session.ts'
import { meantBy, repositoryOf } from '../../live/store/repository.ts'
import { PlainError } from '../lib/say.ts'

/**
 * What the room of a session was shown, by poll id: the last round of each poll that was revealed with enough answers
 * to leave the room.
 * @throws PlainError for a session that does not exist, is a rehearsal, or has no such result; StoreError for a file that cannot be read or is in use
 */
export async function sessionResults(location: StoreLocation, session: string): Promise<ToldResults> {
  const told = await readResults(location, session)
  if (Object.keys(told.shown).length === 0)
    throw new PlainError(`The session "${session}" has no result that may be printed: no poll was revealed with enough answers. Leave out --session to print questions and options.`)
  return told
}

/** What a session may tell outside of its room. */
export interface ToldResults extends TellableSession {
  /** Ids of the polls that were asked, whatever came of them. */
  asked: readonly string[]
}

/**
 * What a session may tell outside of its room.
 * @throws PlainError for a session that does not exist or is a rehearsal; StoreError for a file that cannot be read or is in use
 */
export async function readResults(location: StoreLocation, session: string): Promise<ToldResults> {
  const names = await repositoryOf(location, false).names()
  const name = meantBy(session, names)
  if (name === undefined) {
    if (meantBy(session, await repositoryOf(location, true).names()) !== undefined)
      throw rehearsal(session)
    throw new PlainError(noSuchSession(names, session))
  }
  const store = await repositoryOf(location, false).open(name)
  try {
    const { rehearsal: isRehearsal, startedAt } = await store.record()
    if (isRehearsal)
      throw rehearsal(session)
    const { session: kept } = await store.load()
    const asked = kept.rounds.filter(({ openedAt }) => openedAt !== null).map(({ poll }) => poll)
    return { name, startedAt, asked, ...toldIn(kept, await store.rounds()) }
  }
  finally {
    await store.close()
  }
}

function rehearsal(session: string): PlainError {
  return new PlainError(`The session "${session}" is a rehearsal: its answers are in no export.`)
}

/** The last round of each poll that may be told; of a poll without one, why not. */
function toldIn(session: Session, records: readonly RoundRecord[]): Pick<TellableSession, 'shown' | 'withheld'> {
  const shown: Record<string, PrintedResult> = {}
  const reasons: Record<string, string> = {}
  for (const round of session.rounds) {
    if (round.openedAt === null)
      continue
    const record = records.find(one => isRound(one, round))
    const result = round.phase === 'revealed' && record?.tally ? resultOf(record.asked, record.tally, shownElsewhere(session, round, record.tally), round) : null
    if (record && result)
      shown[round.poll] = { poll: record.asked, result, askedAt: new Date(round.openedAt).toISOString() }
    else
      reasons[round.poll] = reasonOf(round, record?.tally ?? null)
  }
  return { shown, withheld: Object.fromEntries(Object.entries(reasons).filter(([poll]) => !shown[poll])) }
}

/** Why nothing is told of a round, in a sentence. */
function reasonOf({ phase, floor }: Round, tally: Tally | null): string {
  const least = Math.max(floor, FLOOR_ELSEWHERE)
  if (phase !== 'revealed')
    return 'It was not shown in the room, so it is not told here.'
  return tally && tally.voters >= least ? 'Nothing is told, so that nobody who answered only once can be told apart.' : `Nothing is told of fewer than ${least} answers.`
}

/** A sentence for whoever named a session that does not exist. */
export function noSuchSession(known: readonly string[], session: string): string {
  const names = known.toSorted().map(name => `"${name}"`)
  return `There is no session "${session}". ${names.length > 0 ? `There are: ${names.join(', ')}.` : 'No session was kept here yet.'}`
}
