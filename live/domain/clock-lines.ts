import type { Refused } from './commands.ts'
import type { Deck } from './deck.ts'
import type { ManifestSlide } from './manifest.ts'
import type { Session } from './session.ts'
import type { LogEvent } from './timing.ts'
import { refuse } from './commands.ts'

/** A line for the session's log and the section that was on. The time is added with the command's. */
export interface ClockLine { event: LogEvent, section: string }

/**
 * The line for a slide that comes up: `start` for the first slide after the one that is up while people arrive,
 * `section` when the section changes, else null.
 */
export function lineOnSlide({ plan, manifest }: Deck, { clock }: Session, { no, section }: ManifestSlide): ClockLine | null {
  const arrival = manifest.slides.find(({ alias }) => alias === plan.arrival)?.no ?? 0
  if (clock.phase === 'waiting')
    return no > arrival ? { event: 'start', section } : null
  return section === clock.section ? null : { event: 'section', section }
}

/** The line for the clock's buttons. `start` begins anew; a pause that is on already, or a resume of a running clock, gives null. */
export function lineByHand({ plan }: Deck, { clock }: Session, action: 'start' | 'pause' | 'resume', slide: ManifestSlide | null): ClockLine | null | Refused {
  if (action === 'start')
    return { event: 'start', section: slide?.section ?? plan.sections[0]?.id ?? '' }
  if (clock.section === null)
    return refuse('not-now', 'The clock has not been started yet. It starts when the presenter leaves the first slide, or by hand.')
  return clock.phase === (action === 'pause' ? 'running' : 'paused') ? { event: action, section: clock.section } : null
}

/** The line for the end of the session; null where the clock never ran or has ended. */
export function lineAtEnd({ clock }: Session): ClockLine | null {
  return clock.section !== null && clock.phase !== 'over' ? { event: 'end', section: clock.section } : null
}

/** The state of the clock after a line of the log. */
export function clockAfter({ phase }: Session['clock'], { event, section }: ClockLine): Session['clock'] {
  const next = { start: 'running', resume: 'running', pause: 'paused', end: 'over', section: phase } as const
  return { phase: next[event], section }
}
