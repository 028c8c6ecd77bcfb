import type { MultiPoll, Poll } from './polls.ts'
import { NONE, optionsOf } from './polls.ts'
import { lengthOf, normaliseText, unshowableReason } from './typed-text.ts'

/** An option id (`single`), option ids (`multi`; empty for none of them), a whole number (`scale`) or text (`words`). */
export type Answer = string | string[] | number

/** Either the answer as it is stored, or a sentence that says why it does not fit. */
export type CheckedAnswer = { ok: true, answer: Answer } | { ok: false, reason: string }

const refuse = (reason: string): CheckedAnswer => ({ ok: false, reason })

/** Decides whether `input`, from anywhere, is an answer to `poll`, and brings it into stored form. */
export function checkAnswer(poll: Poll, input: unknown): CheckedAnswer {
  switch (poll.kind) {
    case 'single':
      return checkSingle(poll, input)
    case 'multi':
      return checkMulti(poll, input)
    case 'scale':
      return typeof input === 'number' && Number.isInteger(input) && input >= poll.min && input <= poll.max
        ? { ok: true, answer: input }
        : refuse(`Choose a whole number from ${poll.min} to ${poll.max}.`)
    case 'words':
      return checkWords(poll.maxLength, input)
  }
}

function checkSingle(poll: Poll, input: unknown): CheckedAnswer {
  if (typeof input !== 'string')
    return refuse('Choose exactly one option.')
  return optionsOf(poll).some(option => option.id === input)
    ? { ok: true, answer: input }
    : refuse(`"${input.slice(0, 40)}" is not an option of this poll. Reload the page to see the current ones.`)
}

function checkMulti(poll: MultiPoll, input: unknown): CheckedAnswer {
  if (!Array.isArray(input) || !input.every(item => typeof item === 'string'))
    return refuse(`Choose one or more options, or “${NONE.label}”.`)
  const ids = poll.options.map(option => option.id)
  const unknown = input.find(item => !ids.includes(item))
  if (unknown !== undefined)
    return refuse(`"${String(unknown).slice(0, 40)}" is not an option of this poll. Reload the page to see the current ones.`)
  return { ok: true, answer: ids.filter(id => input.includes(id)) }
}

function checkWords(maxLength: number, input: unknown): CheckedAnswer {
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
}
