import type { Poll } from './polls.ts'
import { optionsOf } from './polls.ts'

/** An option id (`single`), option ids (`multi`), a whole number (`scale`) or text (`words`). */
export type Answer = string | string[] | number

/** Either the answer as it is stored, or a sentence that says why it does not fit. */
export type CheckedAnswer = { ok: true, answer: Answer } | { ok: false, reason: string }

const refuse = (reason: string): CheckedAnswer => ({ ok: false, reason })

/** Characters that draw nothing or reorder what stands around them: controls, halves of characters, private use, bidirectional marks. */
const invisible = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

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

function checkMulti(poll: Poll, input: unknown): CheckedAnswer {
  if (!Array.isArray(input) || input.length === 0 || !input.every(item => typeof item === 'string'))
    return refuse('Choose one or more options.')
  const ids = optionsOf(poll).map(option => option.id)
  const unknown = input.find(item => !ids.includes(item))
  if (unknown !== undefined)
    return refuse(`"${String(unknown).slice(0, 40)}" is not an option of this poll. Reload the page to see the current ones.`)
  return { ok: true, answer: ids.filter(id => input.includes(id)) }
}

function checkWords(maxLength: number, input: unknown): CheckedAnswer {
  if (typeof input !== 'string')
    return refuse('Write a few words.')
  const text = input.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '')
    return refuse('Write a few words first: the answer is empty.')
  if (invisible.test(text))
    return refuse('The answer contains characters that cannot be shown. Type it again with letters, digits and punctuation.')
  if (!visible.test(text))
    return refuse('Write a few words first: there is nothing to see in this answer.')
  const length = Array.from(text).length
  return length <= maxLength
    ? { ok: true, answer: text }
    : refuse(`The answer has ${length} characters; at most ${maxLength} fit. Shorten it.`)
}
