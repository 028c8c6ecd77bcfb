import type { Fields } from '../kinds/kind.ts'
import type { Poll } from './poll-rules.ts'
import * as v from 'valibot'
import { answerRules, answersOf } from '../kinds/kinds.ts'
import { issueSentence } from './issue-sentence.ts'
import { misfitOf } from './poll-fit.ts'
import { foldText, normaliseText, unshowableReason } from './typed-text.ts'

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'))
const text = v.pipe(v.string(), v.trim(), v.check(typed => unshowableReason(normaliseText(typed)) === null, 'must not be empty'))
const whole = v.pipe(v.number(), v.integer('must be a whole number'))
const step = v.pipe(whole, v.minValue(-99, 'must be -99 or more'), v.maxValue(999, 'must be 999 or less'))
const floor = v.optional(v.pipe(whole, v.minValue(1, 'must be 1 or more')))
const options = v.pipe(
  v.array(v.strictObject({ id, label: text })),
  v.minLength(2, 'needs at least two options'),
  v.check(list => new Set(list.map(option => option.id)).size === list.length, 'has two options with the same id'),
  v.check(list => new Set(list.map(option => foldText(option.label))).size === list.length, 'has two options that read the same'),
)
const base = { id, question: text, purpose: text, floor }

const make: Fields = {
  id,
  text,
  step,
  options,
  whole: (min, max) => v.pipe(whole, v.minValue(min), v.maxValue(max)),
  oneOf: words => v.picklist(words),
  optional: schema => v.optional(schema),
}

const schema = v.variant('kind', Object.entries(answerRules).map(([kind, rules]) => v.strictObject({ ...base, kind: v.literal(kind), ...rules.fields(make) })))

/** A mistake in what somebody wrote: the message names the file, the id and what to do. */
export class DefinitionError extends Error {
  override name = 'DefinitionError'
}

/**
 * Checks the polls of one file.
 * @throws DefinitionError naming `file`, the poll and the field, at the first mistake.
 */
export function definePolls<const Polls extends readonly Poll[]>(file: string, polls: Polls): Polls {
  const seen = new Map<string, Poll>()
  for (const poll of polls) {
    const name = `${file}: poll "${poll.id}"`
    if (seen.has(poll.id))
      throw new DefinitionError(`${name} is defined twice. Give one of them another id.`)
    const result = v.safeParse(schema, poll)
    if (!result.success) {
      const issue = result.issues[0]
      const field = v.getDotPath(issue)
      throw new DefinitionError(`${name}${field ? `, field "${field}"` : ''}: ${issueSentence(issue)}.`)
    }
    const fault = answersOf(poll).fault?.(poll, seen) ?? misfitOf(poll)
    if (fault)
      throw new DefinitionError(`${name}${fault.field ? `, field "${fault.field}"` : ''}: ${fault.reason}.`)
    seen.set(poll.id, poll)
  }
  return polls
}
