import type { Answer } from '../domain/check-answer.ts'
import type { Poll } from '../domain/poll-rules.ts'
import { kindOf } from '../domain/poll-rules.ts'

/** The ids of what an answer chose, among those of `optionsOf`. */
export function chosenIds(poll: Poll, answer: Answer | null): string[] {
  return answer === null ? [] : kindOf(poll).chosen(answer)
}

/** An answer as a person would say it back. */
export function answerText(poll: Poll, answer: Answer): string {
  return kindOf(poll).say(poll, answer)
}

/** True for two answers that say the same. Options stand in the poll's order, or in one that somebody gave them. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** True while nothing is chosen or written. An empty list is an answer: none of the options. */
export function isBlank(answer: Answer | null): boolean {
  return answer === null || (typeof answer === 'string' && answer.trim() === '')
}
