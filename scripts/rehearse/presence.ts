import type { Person } from './decision.ts'
import { delayBetween, randomOf } from './random.ts'

/** When a person joins, leaves and returns, in milliseconds. */
export interface Presence {
  /** From the start of the rehearsal. */
  joinsAfter: number
  /** One after another, each counted from the last coming. */
  absences: readonly { after: number, for: number }[]
}

const JOIN_WITHIN_MS = 30_000
/** The share of a room that drops out now and then: a locked phone, weak Wi-Fi, a call. */
const UNSTEADY = 0.2
const ABSENCES = 6

export function presenceOf({ seed, phone, phones }: Person): Presence {
  const random = randomOf(`${seed}/${phone}/presence`)
  const joinsAfter = Math.round((phone + random()) / phones * JOIN_WITHIN_MS)
  const isUnsteady = random() < UNSTEADY
  const absences = Array.from({ length: isUnsteady ? ABSENCES : 0 }, () => ({ after: delayBetween(random, 40_000, 600_000), for: delayBetween(random, 10_000, 60_000) }))
  return { joinsAfter, absences }
}

/** How far somebody comes with an exercise that has begun: nothing, or when it begins and finishes. */
export function exerciseOf(exercise: string, { seed, phone }: Person): { begins: number, finishes: number | null } | null {
  const random = randomOf(`${seed}/${phone}/${exercise}`)
  if (random() < 0.1)
    return null
  return { begins: delayBetween(random, 4_000, 25_000), finishes: random() < 0.15 ? null : delayBetween(random, 45_000, 200_000) }
}
