import type { Stored } from '../exercises/storage.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { Unsent } from './pending.ts'
import { isBlank } from '../live/client/own-answer.ts'
import { openUnsent } from './pending.ts'

/** A round of a poll: a reset starts with an empty form. */
interface Round { poll: { id: string }, round: number }

/** What stands in the form of each round and is not sent. */
export interface Drafts {
  /** Undefined when nobody has touched the form. */
  read: (of: Round) => Answer | null | undefined
  write: (of: Round, answer: Answer | null) => void
  /** The answer was sent. */
  drop: (of: Round) => void
  /** Closes the form; what stands in it comes back with the next change. */
  setAside: (of: Round) => void
  /** Opens the form with what was set aside; if that is nothing, with what was sent. */
  takeUp: (of: Round, sent: Answer | null) => void
}

/** The drafts of one session on this phone. */
export function createDrafts(session: string): Drafts {
  const drafts = openUnsent('drafts', session)
  const aside = openUnsent('set-aside', session)
  const read = (from: Stored<Unsent>, of: Round): Answer | null | undefined => from.read()[keyOf(of)]
  // Where an answer is undefined, its entry is not stored.
  const put = (into: Stored<Unsent>, of: Round, answer?: Answer | null): void => void into.update(all => ({ ...all, [keyOf(of)]: answer }))

  return {
    read: of => read(drafts, of),
    write: (of, answer) => put(drafts, of, answer),
    drop(of) {
      put(drafts, of)
      put(aside, of)
    },
    setAside(of) {
      put(aside, of, read(drafts, of))
      put(drafts, of)
    },
    takeUp(of, sent) {
      const begun = read(aside, of) ?? null
      put(drafts, of, isBlank(begun) ? sent : begun)
    },
  }
}

function keyOf({ poll, round }: Round): string {
  return `${poll.id} ${round}`
}
