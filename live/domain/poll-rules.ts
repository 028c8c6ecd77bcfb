import type { PollOption, Reveal } from '../kinds/kind.ts'
import type { Poll, PollKind } from '../kinds/kinds.ts'
import { kindOf, kinds } from '../kinds/kinds.ts'
import { NONE } from '../kinds/multi/poll.ts'

export type { PollOption } from '../kinds/kind.ts'
export type { Poll, PollKind } from '../kinds/kinds.ts'
export { kindOf } from '../kinds/kinds.ts'
export { NONE } from '../kinds/multi/poll.ts'

/** Every kind there is. */
export const pollKinds = Object.keys(kinds) as PollKind[]

/** What a person is asked to choose from: the options, for `multi` with "None of these", or the steps of a scale. None for words. */
export function optionsOf(poll: Poll): readonly PollOption[] {
  return kindOf(poll).options(poll)
}

/** When the room sees what came of a poll. */
export function revealOf(poll: Poll): Reveal {
  return kindOf(poll).reveal?.(poll) ?? 'at-close'
}

const clicks: Record<Reveal, number> = { 'at-close': 1, 'after-reading': 2, 'never': 0 }

/** Clicks a poll slide takes: one to close and reveal, two when words are moderated in between, none when nothing is shown. */
export function clicksOf(poll: Poll): number {
  return clicks[revealOf(poll)]
}

/** The id of the poll whose answers this one's are compared with. */
export function comparedWith(poll: Poll): string | undefined {
  return kindOf(poll).comparedWith?.(poll)
}

/**
 * Equal for two versions of a poll that mean the same: mending a typo keeps it, changing the options or the kind does
 * not, and neither does showing answers that were promised to be shown to nobody.
 */
export function meaningOf(poll: Poll): string {
  const ids = optionsOf(poll).filter(option => option !== NONE).map(option => option.id)
  return JSON.stringify([poll.kind, ids, 'show' in poll ? poll.show : null])
}
