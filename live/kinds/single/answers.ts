import type { AnswerRules } from '../kind.ts'
import type { SinglePoll } from './poll.ts'
import { refuse, unknownOption } from '../kind.ts'

export const singleAnswers: AnswerRules<SinglePoll> = {
  fields: ({ options }) => ({ options }),
  check(poll, input) {
    if (typeof input !== 'string')
      return refuse('Choose exactly one option.')
    return poll.options.some(option => option.id === input) ? { ok: true, answer: input } : unknownOption(input)
  },
}
