import type { CheckedAnswer } from '../kinds/kind.ts'
import type { Poll } from '../kinds/kinds.ts'
import { answersOf } from '../kinds/kinds.ts'

export type { Answer, CheckedAnswer } from '../kinds/kind.ts'

/** Decides whether `input`, from anywhere, is an answer to `poll`, and brings it into stored form. */
export function checkAnswer(poll: Poll, input: unknown): CheckedAnswer {
  return answersOf(poll).check(poll, input)
}
