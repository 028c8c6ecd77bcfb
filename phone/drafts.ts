import type { Stored } from '../exercises/storage.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { Unsent } from './pending.ts'
import { isBlank } from '../live/client/own-answer.ts'
import { openUnsent } from './pending.ts'

/** A round of a poll: a reset starts with an empty form. */
interface Round { poll: { id: string }, round: number }

/** What is chosen or written in the form of each round, and not sent. */
export interface Drafts {
  /** Undefined when nobody has touched the form. */
  read: (of: Round) => Answer | null | undefined
  write: (of: Round, answer: Answer | null) => void
  /** The answer was sent. */
  drop: (of: Round) => void
  /** Closes the form; its content comes back when the answer is changed again. */
  setAside: (of: Round) => void
  /** Opens the form with what was set aside, or else with what was sent. */
  takeUp: (of: Round, sent: Answer | null) => void
}

/** The drafts of one session on this phone. */
export function createDrafts(session: string): Drafts {
  const drafts = openUnsent('drafts', session)
  const aside = openUnsent('set-aside', session)
  const read = (from: Stored<Unsent>, of: Round): Answer | null | undefined => from.read()[keyOf(of)]
  // An undefined answer removes its entry: JSON leaves it out.
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
