import type { Poll } from '../domain/poll-rules.ts'
import type { RoundKey, Session, Tally } from '../domain/session.ts'
import type { RoundRecord, Store } from '../store/store.ts'
import { tallyOf } from '../domain/results.ts'
import { unsettled } from '../domain/settle.ts'
import { StoreError } from '../store/store.ts'

/**
 * Counts the rounds that are closed and not counted yet; after that they need no voter ids. `asked` gives a round's
 * poll as it was asked.
 * @throws StoreError when a round's poll is not known
 */
export function countClosed(store: Store, session: Session, asked: (round: RoundKey) => Poll | null | undefined): Promise<RoundRecord[]> {
  return Promise.all(unsettled(session).map(async ({ poll, round, comparedWith }): Promise<RoundRecord> => {
    const question = asked({ poll, round })
    if (!question)
      throw new StoreError(`The session is damaged: nothing tells what poll "${poll}" asked in round ${round}. Start a new session with --new.`)
    const before = comparedWith && await store.answers(comparedWith.poll, comparedWith.round)
    return { poll, round, asked: question, tally: tallyOf(question, await store.answers(poll, round), before) }
  }))
}

/** The tallies of counted rounds, for the command `settle`. */
export function talliesOf(records: readonly RoundRecord[]): (RoundKey & { tally: Tally })[] {
  return records.flatMap(({ poll, round, tally }) => tally ? [{ poll, round, tally }] : [])
}
