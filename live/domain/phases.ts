import type { Poll } from './poll-rules.ts'
import type { Phase } from './state.ts'
import { clicksOf, revealOf } from './poll-rules.ts'

/**
 * A round as the rules of phases see it. `withheld`: it was revealed with too few answers to show. `final`: it takes no
 * more answers although the room saw no result, because the presenter read them.
 */
export interface RoundNow { phase: Phase, withheld: boolean, final?: boolean }

/** What arriving on a poll slide leads to: the round's phase, and the click the presenter is to stand at. */
export interface Arrival { phase: Phase, clicks: number }

/** True once the room has seen the result: from then on only a reset starts again. */
export function wasShown({ phase, withheld }: Pick<RoundNow, 'phase' | 'withheld'>): boolean {
  return phase === 'revealed' && !withheld
}

/**
 * The rule by which the clicker drives a poll.
 * `stepped` is true when the presenter was on this slide already: only a step within the slide closes or reveals.
 * Somebody who comes from elsewhere to a poll that was not shown yet finds it open, at click 0.
 */
export function arrive(poll: Poll, round: RoundNow, clicks: number, stepped: boolean): Arrival {
  if (wasShown(round))
    return { phase: 'revealed', clicks }
  if (clicks === 0 || !stepped || round.phase === 'waiting' || clicksOf(poll) === 0)
    return { phase: round.final ? 'closed' : 'open', clicks: 0 }
  if (revealOf(poll) === 'at-close')
    return { phase: 'revealed', clicks }
  if (round.phase === 'open')
    return { phase: 'closed', clicks: 1 }
  return { phase: clicks >= 2 ? 'revealed' : round.phase, clicks }
}

export type Action = 'open' | 'close' | 'reveal'

/** What a presenter's action by hand leads to, or a sentence that says why it cannot be done now. */
export function act(poll: Poll, round: RoundNow, action: Action): Phase | { refused: string } {
  if (action === 'open' && wasShown(round))
    return { refused: 'The room has seen this result already. Reset the poll to ask again.' }
  if (action === 'open')
    return round.final ? { refused: 'What was answered here has been read already: one more answer could be told apart. Reset the poll to ask again.' } : 'open'
  if (round.phase === 'waiting')
    return { refused: 'This poll has not been opened yet. Open it first.' }
  if (action === 'close')
    return round.phase === 'open' ? 'closed' : round.phase
  if (revealOf(poll) !== 'at-close' && round.phase === 'open')
    return { refused: 'Close the poll first and look through the answers: what nobody has read is not shown.' }
  return revealOf(poll) === 'never'
    ? { refused: 'These answers are never shown to the room. They are in the results file.' }
    : 'revealed'
}
