import type { Block } from './tuesdays.ts'
import { dayEnd, hybridDay } from './tuesdays.ts'

/** What gives way when two blocks want the same time: one of them, or the evening. */
export type Gives = 'people' | 'systems' | 'evening'

export type CollisionId = 'one-to-one' | 'interview' | 'feedback'

/** Two blocks of the hybrid's day that want the same time. */
export interface Collision {
  id: CollisionId
  /** Minutes from midnight; equal to `start` and `end` of both blocks. */
  start: number
  end: number
  people: string
  systems: string
  /** What it has cost by the end of the quarter, if this is what gives way every Tuesday. A likely story, not a measurement. */
  costs: Record<Gives, string>
}

/** What the room decided so far; a collision not yet decided is absent. */
export type Choices = Partial<Record<CollisionId, Gives>>

/** A block of the day after the choices. `given`: it did not happen. `evening`: it happened after `dayEnd`. */
export interface PlacedBlock extends Block { fate: 'kept' | 'open' | 'given' | 'evening' }

/** The costs of a quarter's Tuesdays. Hours are not rounded. */
export interface QuarterCost {
  hours: Record<Gives, number>
  lines: { collision: CollisionId, gives: Gives, text: string }[]
}

/** A quarter has thirteen weeks, so thirteen Tuesdays. */
export const tuesdaysPerQuarter = 13

export const collisions: readonly Collision[] = [
  {
    id: 'one-to-one',
    start: 585,
    end: 645,
    people: 'One-to-one',
    systems: 'Fault in production',
    costs: {
      people: 'Someone was unhappy since week three. You read it in their resignation.',
      systems: 'Others patched the symptom. The fault is back, and now it has users.',
      evening: 'You were there for both, and not really awake for either.',
    },
  },
  {
    id: 'interview',
    start: 765,
    end: 825,
    people: 'Interview a candidate',
    systems: 'Review others wait for',
    costs: {
      people: 'The good candidate signed elsewhere. The seat is empty for another quarter.',
      systems: 'People stopped waiting for you. What they merged unread is yours to keep alive.',
      evening: 'Your reviews arrive at ten at night, in five words. People think you are angry.',
    },
  },
  {
    id: 'feedback',
    start: 900,
    end: 945,
    people: 'Feedback that will hurt',
    systems: 'Settle the API',
    costs: {
      people: 'The talk you moved each week is now a surprise in the yearly review.',
      systems: 'Nobody decided, so two teams each built their own. Both are in production.',
      evening: 'You rehearse hard conversations in the shower. Your family knows the cast.',
    },
  },
]

/** Hours that one collision costs in a quarter. */
function hoursOf(collision: Collision): number {
  return (collision.end - collision.start) / 60 * tuesdaysPerQuarter
}

/**
 * What the choices have cost by the end of the quarter. Once every collision is decided the hours
 * add up to the same sum whatever was chosen: a choice moves the bill, it does not shrink it.
 */
export function costOf(choices: Choices): QuarterCost {
  const hours: Record<Gives, number> = { people: 0, systems: 0, evening: 0 }
  const lines: QuarterCost['lines'] = []
  for (const collision of collisions) {
    const gives = choices[collision.id]
    if (gives === undefined)
      continue
    hours[gives] += hoursOf(collision)
    lines.push({ collision: collision.id, gives, text: collision.costs[gives] })
  }
  return { hours, lines }
}

/**
 * The hybrid's day under these choices, to be drawn as a column. A block moved to the evening follows
 * `dayEnd`, one after the other; there, too, it is the systems block that waits, because people go home.
 */
export function dayAfter(choices: Choices): PlacedBlock[] {
  const placed: PlacedBlock[] = []
  let evening = dayEnd
  for (const block of hybridDay) {
    const collision = collisions.find(other => other.start === block.start && block.title === other[block.kind === 'people' ? 'people' : 'systems'])
    const gives = collision && choices[collision.id]
    if (!collision) {
      placed.push({ ...block, fate: 'kept' })
    }
    else if (gives === undefined) {
      placed.push({ ...block, fate: 'open' })
    }
    else if (gives === 'evening' && block.kind === 'systems') {
      const length = block.end - block.start
      placed.push({ ...block, start: evening, end: evening + length, fate: 'evening' })
      evening += length
    }
    else {
      placed.push({ ...block, fate: gives === block.kind ? 'given' : 'kept' })
    }
  }
  return placed
}
