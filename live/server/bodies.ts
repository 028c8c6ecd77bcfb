import type { Context } from 'hono'
import * as v from 'valibot'
import { Refusal } from './refusal.ts'

/** Most bytes of a request body. */
export const MOST_BODY_BYTES = 4 * 1024

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'), v.maxLength(60))

/** The schema of each request's body. Whether an answer fits its poll is decided by the session. */
export const bodies = {
  answer: v.object({ round: v.pipe(v.number(), v.integer(), v.minValue(1)), answer: v.unknown() }),
  slide: v.object({ slide: v.pipe(v.number(), v.integer(), v.minValue(1)), clicks: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  hidden: v.object({ hidden: v.boolean() }),
  hands: v.object({ counts: v.record(v.string(), count) }),
  shown: v.object({ shown: v.boolean() }),
  labels: v.object({ labels: v.pipe(v.record(v.string(), v.string()), v.maxEntries(500, 'more words than one poll has')) }),
  countdown: v.object({ seconds: v.picklist([0, 30, 60, 90], 'one of 30, 60 and 90, or 0 to take it away') }),
  choice: v.pipe(v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.pipe(v.string(), v.maxLength(80)), v.number(), v.boolean(), v.null()])), v.maxEntries(20, 'at most 20 fields')),
  code: v.object({ code: v.pipe(v.string(), v.maxLength(100)) }),
  progress: v.object({ exercise: id, stage: v.picklist(['began', 'finished']) }),
}

/** Reads the JSON body; Hono's `validator` takes one of another type for `{}`, and names no field. @throws Refusal 422 naming the field that does not fit. */
export async function read<T extends v.GenericSchema>(c: Context, schema: T): Promise<v.InferOutput<T>> {
  return fitting(schema, await c.req.text())
}

/** A body's text as what the schema describes. @throws Refusal 422 naming the field that does not fit. */
export function fitting<T extends v.GenericSchema>(schema: T, text: string): v.InferOutput<T> {
  const result = v.safeParse(schema, jsonOf(text))
  if (result.success)
    return result.output
  const issue = result.issues[0]
  throw new Refusal('does-not-fit', `The request does not fit: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}.`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    throw new Refusal('no-json', 'The request carries no readable JSON.')
  }
}

export function tooLarge(): Refusal {
  return new Refusal('too-large', 'That is far more than fits. Shorten it and send it again.')
}
