import type { PollBase } from '../kind.ts'
import { defineKind } from '../kind.ts'

/** Short free text, at most `maxLength` characters after trimming. */
export interface WordsPoll extends PollBase {
  kind: 'words'
  maxLength: number
  /** `never`: the answers are for the facilitator's export and are not shown to the room. */
  show: 'after-moderation' | 'never'
}

export const words = defineKind<WordsPoll>({
  options: () => [],
  chosen: () => [],
  say: (_, answer) => String(answer),
  status: 'Answer on your phone',
  blank: 'Write a few words first.',
  writes: true,
  reveal: ({ show }) => show === 'never' ? 'never' : 'after-reading',
  noHands: 'Hands cannot be counted for a poll of words.',
})
