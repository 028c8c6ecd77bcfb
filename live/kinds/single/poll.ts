import type { PollBase, PollOption } from '../kind.ts'
import { defineKind, labelsOf } from '../kind.ts'

/** Exactly one of the options. */
export interface SinglePoll extends PollBase { kind: 'single', options: readonly PollOption[] }

export const single = defineKind<SinglePoll>({
  options: poll => poll.options,
  chosen: answer => [String(answer)],
  say: (poll, answer) => labelsOf(poll.options, [String(answer)]),
  status: 'Answer on your phone',
  blank: 'Choose an answer first.',
})
