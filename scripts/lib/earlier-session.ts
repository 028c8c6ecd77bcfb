import type { EarlierResult } from '../../live/domain/state.ts'
import type { StoreLocation } from '../../live/store/repository.ts'
import { readResults } from '../export/session-results.ts'
import { PlainError } from './say.ts'

/** The poll whose result a reunion shows first: what the cards had on the day of the workshop. */
export const cardPoll = 'card-has'

/**
 * What the room of the workshop said of its cards, as counts that may leave that room.
 * @throws PlainError for a session that does not exist, is a rehearsal, is of another workshop, or told too little; StoreError for one that is in use
 */
export async function earlierCards(location: StoreLocation, session: string): Promise<EarlierResult> {
  const { asked, shown } = await readResults(location, session)
  const result = shown[cardPoll]
  if (result)
    return result
  throw new PlainError(asked.includes(cardPoll)
    ? `The session "${session}" has no result about its cards that may leave its room: the poll was not shown, or fewer than five had answered. Start the reunion without --since.`
    : `The session "${session}" is of another workshop: it never asked what the cards have. Name the session of the workshop that this reunion belongs to, or start without --since.`)
}
