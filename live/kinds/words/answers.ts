import type { AnswerRules } from '../kind.ts'
import type { WordsPoll } from './poll.ts'
import { lengthOf, normaliseText, unshowableReason } from '../../domain/typed-text.ts'
import { refuse } from '../kind.ts'

export const wordsAnswers: AnswerRules<WordsPoll> = {
  fields: ({ whole, oneOf }) => ({ maxLength: whole(1, 280), show: oneOf(['after-moderation', 'never']) }),
  check({ maxLength }, input) {
    if (typeof input !== 'string')
      return refuse('Write a few words.')
    if (input.trim() === '')
      return refuse('Write a few words first: the answer is empty.')
    const text = normaliseText(input)
    const reason = unshowableReason(text)
    if (reason !== null)
      return refuse(reason)
    const length = lengthOf(text)
    return length <= maxLength
      ? { ok: true, answer: text }
      : refuse(`The answer has ${length} characters; at most ${maxLength} fit. Shorten it.`)
  },
}
