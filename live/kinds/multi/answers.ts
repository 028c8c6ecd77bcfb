import type { AnswerRules } from '../kind.ts'
import type { MultiPoll } from './poll.ts'
import { foldText } from '../../domain/typed-text.ts'
import { refuse, unknownOption } from '../kind.ts'
import { NONE } from './poll.ts'

export const multiAnswers: AnswerRules<MultiPoll> = {
  fields: ({ options }) => ({ options }),
  fault: ({ options }) => options.every(({ id, label }) => id !== NONE.id && foldText(label) !== foldText(NONE.label))
    ? null
    : { field: 'options', reason: `must not have one of its own for "${NONE.label}": every such poll offers it` },
  check(poll, input) {
    if (!Array.isArray(input) || !input.every(item => typeof item === 'string'))
      return refuse(`Choose one or more options, or “${NONE.label}”.`)
    const ids = poll.options.map(option => option.id)
    const unknown = input.find(item => !ids.includes(item))
    return unknown === undefined ? { ok: true, answer: ids.filter(id => input.includes(id)) } : unknownOption(unknown)
  },
}
