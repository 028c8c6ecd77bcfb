import type { PollBase } from '../kind.ts'
import { defineKind } from '../kind.ts'

/** A whole number from `min` to `max`, with the ends named. */
export interface ScalePoll extends PollBase {
  kind: 'scale'
  min: number
  max: number
  minLabel: string
  maxLabel: string
  /** An earlier scale poll with the same ends: the result then shows how each voter moved. */
  compareWith?: string
}

export const scale = defineKind<ScalePoll>({
  options: ({ min, max }) => Array.from({ length: max - min + 1 }, (_, i) => String(min + i)).map(step => ({ id: step, label: step })),
  chosen: answer => [String(answer)],
  say: ({ min, max }, answer) => `${String(answer)} on the scale from ${min} to ${max}`,
  status: 'Answer on your phone',
  blank: 'Choose an answer first.',
  ends: ({ minLabel, maxLabel }) => ({ minLabel, maxLabel }),
  endOf: ({ min, max, minLabel, maxLabel }, step) => step === String(min) ? minLabel : step === String(max) ? maxLabel : undefined,
  comparedWith: poll => poll.compareWith,
})
