import type { AnswerRules, PollBase } from '../kind.ts'
import type { ScalePoll } from './poll.ts'
import { refuse } from '../kind.ts'

export const scaleAnswers: AnswerRules<ScalePoll> = {
  fields: ({ id, step, text, optional }) => ({ min: step, max: step, minLabel: text, maxLabel: text, compareWith: optional(id) }),
  fault(poll, earlier) {
    const steps = poll.max - poll.min
    if (steps < 1 || steps > 10)
      return { reason: 'needs a max that is 1 to 10 above its min' }
    return poll.compareWith === undefined || isAlike(poll, earlier.get(poll.compareWith))
      ? null
      : { field: 'compareWith', reason: `"${poll.compareWith}" must be an earlier scale poll with the same min and max` }
  },
  check: ({ min, max }, input) => typeof input === 'number' && Number.isInteger(input) && input >= min && input <= max
    ? { ok: true, answer: input }
    : refuse(`Choose a whole number from ${min} to ${max}.`),
}

function isAlike(poll: ScalePoll, other: PollBase | undefined): boolean {
  return other !== undefined && isScale(other) && other.min === poll.min && other.max === poll.max
}

function isScale(poll: PollBase): poll is ScalePoll {
  return poll.kind === 'scale'
}
