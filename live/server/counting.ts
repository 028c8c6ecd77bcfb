import type { Poll } from '../domain/poll-rules.ts'
import type { RoundKey, Session, Tally } from '../domain/session.ts'
import type { RoundRecord, Store } from '../store/store.ts'
import { tallyOf } from '../domain/results.ts'
import { unsettled } from '../domain/settle.ts'
import { StoreError } from '../store/store.ts'

/**
 * Counts the rounds that were closed and not counted yet: from here on they need no voter ids. `asked` tells what a
 * poll asked in a round.
 * @throws StoreError when nothing tells what a round asked
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

/** What the rules need of counted rounds. */
export function talliesOf(records: readonly RoundRecord[]): (RoundKey & { tally: Tally })[] {
  return records.flatMap(({ poll, round, tally }) => tally ? [{ poll, round, tally }] : [])
}
