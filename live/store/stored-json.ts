import type { Answer } from '../domain/check-answer.ts'
import type { Session } from '../domain/session.ts'
import type { RoundRecord, SessionRecord } from './store.ts'
import * as v from 'valibot'
import { isRecord } from '../domain/is-record.ts'

/*
 * What stores read back, as JSON. It was written by this program: its outer shape is checked, so that something else
 * under the same name is found where it is read, and what is inside is taken as it was checked when it came in.
 */

const text = v.string()

export const sessionRecord: v.GenericSchema<unknown, SessionRecord> = v.object({ name: text, startedAt: text, rehearsal: v.boolean(), presenterKey: text, voterSecret: text })
export const sessionState = v.custom<Session>(stored => isRecord(stored) && Array.isArray(stored.rounds))
export const logLine = v.object({ at: text, event: v.picklist(['start', 'section', 'pause', 'resume', 'end']), section: text })
export const askedPoll = v.custom<RoundRecord['asked']>(isRecord)
export const roundTally = v.custom<NonNullable<RoundRecord['tally']>>(isRecord)
export const roundRecord: v.GenericSchema<unknown, RoundRecord> = v.object({ poll: text, round: v.number(), asked: askedPoll, tally: v.nullable(roundTally) })
export const storedAnswer: v.GenericSchema<unknown, Answer> = v.union([text, v.number(), v.array(text)])

/** The schema of a text that holds such a value as JSON. */
export function inJson<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<string, T> {
  return v.pipe(text, v.parseJson(), schema)
}
