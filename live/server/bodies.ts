import type { Context } from 'hono'
import * as v from 'valibot'
import { Refusal } from './refusal.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))

/** What each request carries. Whether an answer fits its poll is the session's to decide. */
export const bodies = {
  answer: v.object({ round: v.pipe(v.number(), v.integer(), v.minValue(1)), answer: v.unknown() }),
  slide: v.object({ slide: v.pipe(v.number(), v.integer(), v.minValue(1)), clicks: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  hidden: v.object({ hidden: v.boolean() }),
  hands: v.object({ counts: v.record(v.string(), count) }),
  shown: v.object({ shown: v.boolean() }),
}

/** Reads the JSON body. @throws Refusal 422 naming the field that does not fit. */
export async function read<T extends v.GenericSchema>(c: Context, schema: T): Promise<v.InferOutput<T>> {
  const json: unknown = await c.req.json().catch(() => {
    throw new Refusal(422, 'no-json', 'The request carries no readable JSON.')
  })
  const result = v.safeParse(schema, json)
  if (result.success)
    return result.output
  const issue = result.issues[0]
  throw new Refusal(422, 'does-not-fit', `The request does not fit: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}.`)
}
