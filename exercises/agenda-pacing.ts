import type { AgendaId, Cut } from './agenda.ts'
import type { Format } from './exercise.ts'
import { agenda, runSheet } from './agenda.ts'

/** How a running workshop compares with its plan, in minutes. At most one of `behind` and `ahead` is above 0. */
export interface Pacing {
  /** When this section was to start and is to end, in minutes after the workshop began. */
  plannedStart: number
  plannedEnd: number
  behind: number
  ahead: number
  /** What to leave out, first things first, until `behind` is won back or nothing is left to cut. */
  cuts: Cut[]
}

/**
 * The cuts still possible in this section or after it, in the order in which to make them.
 * @returns an empty list once everything that may go has passed, or for a section this format lacks
 */
export function cutsLeft(format: Format, section: AgendaId): Cut[] {
  const order = runSheet(format, 0).map(row => row.id)
  const here = order.indexOf(section)
  return here < 0 ? [] : agenda.cuts[format].filter(cut => order.indexOf(cut.section) >= here)
}

/** The next thing to leave out, or `undefined` when nothing is left to cut. */
export function nextCut(format: Format, section: AgendaId): Cut | undefined {
  return cutsLeft(format, section)[0]
}

/** The first cuts that together win back `behind` minutes; all that are left when they cannot. */
export function cutsFor(format: Format, section: AgendaId, behind: number): Cut[] {
  const made: Cut[] = []
  let won = 0
  for (const cut of cutsLeft(format, section)) {
    if (won >= behind)
      break
    made.push(cut)
    won += cut.minutes
  }
  return made
}

/**
 * Where a running workshop stands. It is behind by what it was late into the section, or by what
 * it has overrun the section's end, whichever is more.
 * @param format the workshop's length
 * @param section the section on the wall
 * @param elapsed minutes since the workshop began, pauses left out
 * @param entered the value of `elapsed` when this section came up; on time if not given
 * @throws RangeError for a section that this format does not have
 */
export function pacing(format: Format, section: AgendaId, elapsed: number, entered?: number): Pacing {
  const row = runSheet(format, 0).find(one => one.id === section)
  if (!row)
    throw new RangeError(`The ${format}-minute workshop has no section "${section}".`)
  const came = entered ?? Math.min(elapsed, row.start)
  const behind = Math.max(0, came - row.start, elapsed - row.end)
  const ahead = behind > 0 ? 0 : Math.max(0, row.start - came)
  return { plannedStart: row.start, plannedEnd: row.end, behind, ahead, cuts: cutsFor(format, section, behind) }
}
