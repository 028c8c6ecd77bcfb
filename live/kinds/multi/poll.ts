import type { PollBase, PollOption } from '../kind.ts'
import { defineKind, labelsOf } from '../kind.ts'

/** Any number of the options, or none of them. */
export interface MultiPoll extends PollBase { kind: 'multi', options: readonly PollOption[] }

/** Offered beside the options of a `multi` poll; the answer is then an empty list. No option may have its id. */
export const NONE: PollOption = { id: 'none', label: 'None of these' }

const chosen = (answer: unknown): string[] => Array.isArray(answer) && answer.length > 0 ? answer.map(String) : [NONE.id]
const options = (poll: MultiPoll): PollOption[] => [...poll.options, NONE]

export const multi = defineKind<MultiPoll>({
  options,
  chosen,
  say: (poll, answer) => labelsOf(options(poll), chosen(answer)),
  how: 'Choose one or more.',
  status: 'Choose one or more on your phone',
  blank: 'Choose an answer first.',
  several: true,
})
