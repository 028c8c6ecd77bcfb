import type { AnswerRules, Kind } from './kind.ts'
import { multiAnswers } from './multi/answers.ts'
import { multi } from './multi/poll.ts'
import { rankAnswers } from './rank/answers.ts'
import { rank } from './rank/poll.ts'
import { scaleAnswers } from './scale/answers.ts'
import { scale } from './scale/poll.ts'
import { singleAnswers } from './single/answers.ts'
import { single } from './single/poll.ts'
import { wordsAnswers } from './words/answers.ts'
import { words } from './words/poll.ts'

/** Every kind of poll there is. This is the one list: forms and drawings are found by the name of the folder. */
export const kinds = { single, multi, scale, words, rank }

/** What fits each kind. Apart from `kinds`, since a phone loads those first and leaves this to the server. */
export const answerRules = { single: singleAnswers, multi: multiAnswers, scale: scaleAnswers, words: wordsAnswers, rank: rankAnswers } satisfies Record<keyof typeof kinds, AnswerRules>

type PollOf<K> = K extends Kind<infer P> ? P : never
export type PollKind = keyof typeof kinds
export type Poll = PollOf<(typeof kinds)[PollKind]>

/** What a poll of this kind asks. */
export function kindOf(poll: Poll): Kind {
  return kinds[poll.kind]
}

/** What fits a poll of this kind. */
export function answersOf(poll: Poll): AnswerRules {
  return answerRules[poll.kind]
}
