import type { Answer } from '../live/domain/answers.ts'
import type { PollState } from '../live/domain/state.ts'
import { isBlank, sameAnswer } from '../live/client/own-answer.ts'
import { openDrafts, openSetAside } from './pending.ts'

/** What stands in the form of each round of a poll and is not sent; a reset starts with an empty form. */
export interface Drafts {
  /** Undefined when nobody has touched the form. */
  read: (of: PollState) => Answer | null | undefined
  write: (of: PollState, answer: Answer | null) => void
  /** Puts an answer that was refused back into the form, unless another stands there by now. */
  giveBack: (of: { poll: string, round: number }, answer: Answer) => void
  /** The answer was sent. */
  drop: (of: PollState) => void
  /** Closes the form; what stands in it comes back with the next change, unless it is `sent` or nothing. */
  setAside: (of: PollState, sent: Answer | null) => void
  /** Opens the form with what was set aside, or with what was sent. */
  takeUp: (of: PollState, sent: Answer | null) => void
}

/** The drafts of one session on this phone. */
export function createDrafts(session: string): Drafts {
  const drafts = openDrafts(session)
  const aside = openSetAside(session)
  const write = (of: PollState, answer: Answer | null): void => void drafts.update(all => ({ ...all, [keyOf(of)]: answer }))
  const without = (of: PollState) => <T>({ [keyOf(of)]: _, ...others }: Record<string, T>): Record<string, T> => others

  return {
    read: of => drafts.read()[keyOf(of)],
    write,
    giveBack: ({ poll, round }, answer) => void drafts.update(all => ({ [draftKey(poll, round)]: answer, ...all })),
    drop(of) {
      drafts.update(without(of))
      aside.update(without(of))
    },
    setAside(of, sent) {
      const draft = drafts.read()[keyOf(of)]
      drafts.update(without(of))
      aside.update(all => draft === undefined || draft === null || isBlank(draft) || sameAnswer(draft, sent) ? without(of)(all) : { ...all, [keyOf(of)]: draft })
    },
    takeUp: (of, sent) => write(of, aside.read()[keyOf(of)] ?? sent),
  }
}

function keyOf({ poll, round }: PollState): string {
  return draftKey(poll.id, round)
}

function draftKey(poll: string, round: number): string {
  return `${poll} ${round}`
}
