import type { PollBase, PollOption } from '../kind.ts'
import { defineKind } from '../kind.ts'

/** Two to five options, all of them put in order. */
export interface RankPoll extends PollBase { kind: 'rank', options: readonly PollOption[] }

export const rank = defineKind<RankPoll>({
  options: poll => poll.options,
  chosen: answer => Array.isArray(answer) ? answer.slice(0, 1) : [],
  say: ({ options }, answer) => [answer].flat().map((id, i) => `${i + 1}. ${options.find(option => option.id === id)?.label ?? id}`).join(' · '),
  how: 'Put them in order, the first one first.',
  status: 'Put them in order on your phone',
  blank: 'Put the options in order first.',
  ownText: 'your first',
  noHands: 'Hands cannot be counted for an order.',
  meanText: mean => `first, mean place ${mean}`,
})
