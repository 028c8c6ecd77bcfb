import type { Command } from './commands.ts'
import type { Step } from './decide.ts'
import type { Deck } from './deck.ts'
import type { ManifestSlide } from './manifest.ts'
import type { RoundNow } from './phases.ts'
import type { PollRound } from './rounds.ts'
import type { Session } from './session.ts'
import { lineOnSlide } from './clock-lines.ts'
import { refuse } from './commands.ts'
import { currentSlide } from './deck.ts'
import { arrive } from './phases.ts'
import { isFinal, isWithheld, pollRoundOf, withPhase } from './rounds.ts'

/** The presenter went to a slide and click. The poll there follows, and may send the presenter back to click 0. */
export function move(deck: Deck, session: Session, { slide: no, clicks }: Extract<Command, { type: 'move' }>, at: number): Step {
  const slide = deck.manifest.slides[no - 1]
  if (!slide)
    return refuse('no-such-slide', `There is no slide ${no}: this deck has ${deck.manifest.slides.length}.`)
  const asked = slide.poll === null ? null : pollRoundOf(deck, session, slide.poll)
  if (asked === null || 'refused' in asked)
    return { session: atSlide(session, slide, clicks), line: lineOnSlide(deck, session, slide) }
  const arrival = arrive(asked.poll, roundNow(session, asked), clicks, currentSlide(deck, session)?.slide === slide)
  const next = withPhase(deck, session, asked.round, arrival.phase, at)
  return { session: atSlide(next, slide, arrival.clicks), line: lineOnSlide(deck, session, slide) }
}

/** A round as `phases.ts` needs it. */
export function roundNow(session: Session, { round }: PollRound): RoundNow {
  return { phase: round.phase, withheld: isWithheld(round), final: isFinal(session, round) }
}

export function atSlide(session: Session, { alias, exercise }: ManifestSlide, clicks: number): Session {
  const { activities, position } = session
  return {
    ...session,
    position: { alias, clicks, seq: (position?.seq ?? 0) + 1 },
    activities: exercise !== null && !activities.includes(exercise) ? [...activities, exercise] : activities,
  }
}
