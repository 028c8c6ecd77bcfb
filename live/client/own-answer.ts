import type { Answer } from '../domain/answers.ts'
import type { Poll } from '../domain/polls.ts'
import { NONE, optionsOf } from '../domain/polls.ts'

/** The ids of what an answer chose, among those of `optionsOf`. */
export function chosenIds(answer: Answer | null): string[] {
  if (answer === null)
    return []
  return Array.isArray(answer) && answer.length === 0 ? [NONE.id] : [answer].flat().map(String)
}

/** An answer as a person would say it back. */
export function answerText(poll: Poll, answer: Answer): string {
  if (poll.kind === 'words')
    return String(answer)
  if (poll.kind === 'scale')
    return `${String(answer)} on the scale from ${poll.min} to ${poll.max}`
  const ids = chosenIds(answer)
  return optionsOf(poll).filter(option => ids.includes(option.id)).map(option => option.label).join(' · ')
}

/** True for two answers that say the same, in whatever order their options stand. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  const flat = (answer: Answer | null): string => JSON.stringify(Array.isArray(answer) ? [...answer].sort() : answer)
  return flat(a) === flat(b)
}

/** True while nothing is chosen or written. An empty list is an answer: none of the options. */
export function isBlank(answer: Answer | null): boolean {
  return answer === null || (typeof answer === 'string' && answer.trim() === '')
}
