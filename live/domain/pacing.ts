import type { LogEntry, Standing } from './timing.ts'
import { standingAt } from './timing.ts'

/** A part of the workshop; `start` and `end` are minutes after the workshop began. */
interface PlannedSection { id: string, title: string, start: number, end: number }

/** Something to leave out when time runs short. */
export interface PlannedCut {
  section: string
  /** Minutes won. */
  minutes: number
  how: string
}

/** How long a workshop and its parts are to take. It is handed to the server, which tells nobody but the presenter. */
export interface Plan {
  /** Alias of the slide that is up while people arrive: the clock starts when the presenter first leaves it. */
  arrival: string
  sections: readonly PlannedSection[]
  /** In the order in which to make them. */
  cuts: readonly PlannedCut[]
}

/** The plan, and the log of what happened. */
export interface Timing {
  plan: Plan
  log: readonly LogEntry[]
  /** The server's time, ISO 8601. */
  now: string
}

/** How a running workshop compares with its plan, in minutes. At most one of `behind` and `ahead` is above 0. */
export interface Pacing {
  /** Of the section that is on. */
  title: string
  plannedStart: number
  plannedEnd: number
  behind: number
  ahead: number
  /** What to leave out, first things first, until `behind` is won back or nothing is left to cut. */
  cuts: PlannedCut[]
}

/**
 * The cuts still possible in this section or after it, in the order in which to make them.
 * @returns an empty list once everything that may go has passed, or for a section that is not planned
 */
export function cutsLeft({ sections, cuts }: Plan, section: string): PlannedCut[] {
  const place = (id: string): number => sections.findIndex(one => one.id === id)
  const here = place(section)
  return here < 0 ? [] : cuts.filter(cut => place(cut.section) >= here)
}

/** The first cuts that together win back `behind` minutes; all that are left when they cannot. */
export function cutsFor(plan: Plan, section: string, behind: number): PlannedCut[] {
  const made: PlannedCut[] = []
  let won = 0
  for (const cut of cutsLeft(plan, section)) {
    if (won >= behind)
      break
    made.push(cut)
    won += cut.minutes
  }
  return made
}

/**
 * Where a running workshop stands. It is behind by what it was late into the section, or by what
 * it has overrun the section's end, whichever is more. A section that is not planned, like the sources, has until the end of all.
 * @param plan the workshop's length and parts
 * @param section id of the section on the wall
 * @param elapsed minutes since the workshop began, pauses left out
 * @param spent those of them that went into this section, so that a look elsewhere does not start it anew
 */
export function pacing(plan: Plan, section: string, elapsed: number, spent: number): Pacing {
  const { title, start, end } = plan.sections.find(one => one.id === section)
    ?? { title: 'The workshop', start: elapsed - spent, end: plan.sections.at(-1)?.end ?? 0 }
  const late = Math.max(elapsed - spent - start, elapsed - end)
  const behind = Math.max(0, late)
  return { title, plannedStart: start, plannedEnd: end, behind, ahead: Math.max(0, -late), cuts: cutsFor(plan, section, behind) }
}

/** What the presenter view shows of the pacing, in whole minutes. */
export interface Pace {
  phase: Standing['phase']
  /** Minutes since the start. */
  elapsed: number
  /** Null before the start. */
  section: { title: string, endsInMs: number } | null
  behind: number
  ahead: number
  /** The next thing to leave out; null unless behind. */
  cut: { title: string, minutes: number, how: string } | null
}

/** The pace at a moment, in milliseconds since 1970. */
export function paceAt({ plan, log }: Omit<Timing, 'now'>, now: number): Pace {
  const { phase, section, elapsed, spent } = standingAt(log, now)
  if (section === null)
    return { phase, elapsed: 0, section: null, behind: 0, ahead: 0, cut: null }
  const { title, plannedEnd, behind, ahead, cuts: [first] } = pacing(plan, section, elapsed, spent)
  const isBehind = Math.round(behind) > 0
  return {
    phase,
    elapsed: Math.round(elapsed),
    section: { title, endsInMs: (plannedEnd - elapsed) * 60_000 },
    behind: Math.round(behind),
    ahead: Math.round(ahead),
    cut: first && isBehind ? { title: plan.sections.find(({ id }) => id === first.section)?.title ?? '', minutes: first.minutes, how: first.how } : null,
  }
}
