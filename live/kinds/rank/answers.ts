import type { AnswerRules } from '../kind.ts'
import type { RankPoll } from './poll.ts'
import { refuse, unknownOption } from '../kind.ts'

const MOST = 5

export const rankAnswers: AnswerRules<RankPoll> = {
  fields: ({ options }) => ({ options }),
  fault: ({ options }) => options.length > MOST
    ? { field: 'options', reason: `are ${options.length}, and at most ${MOST} can be put in order. Use fewer` }
    : null,
  check({ options }, input) {
    if (!Array.isArray(input) || !input.every(item => typeof item === 'string'))
      return refuse('Put the options in order, the first one first.')
    const unknown = input.find(id => options.every(option => option.id !== id))
    if (unknown !== undefined)
      return unknownOption(unknown)
    if (new Set(input).size < input.length)
      return refuse('Each option has one place only. Put them in order once more.')
    const left = options.length - input.length
    return left === 0 ? { ok: true, answer: input } : refuse(`Put all ${options.length} in order: ${left} ${left === 1 ? 'is' : 'are'} left.`)
  },
  means({ options }, answers) {
    const placeOf = (answer: unknown, id: string): number => Array.isArray(answer) ? answer.indexOf(id) + 1 : 0
    return Object.fromEntries(options.map(({ id }) => [id, answers.reduce((sum: number, answer) => sum + placeOf(answer, id), 0) / answers.length]))
  },
}
