import type { Manifest, ManifestSlide } from './manifest.ts'
import type { Plan } from './pacing.ts'
import type { Poll } from './poll-rules.ts'
import type { Session } from './session.ts'
import type { Position } from './state.ts'

/** What a session is about: the polls, the slides of this length with their minutes, and the floors. It is the same on every server. */
export interface Deck {
  polls: readonly Poll[]
  manifest: Manifest
  plan: Plan
  /** Answers needed before a result is shown, for polls that do not say otherwise. */
  floor: number
  rehearsal: boolean
}

/** The poll with this id. */
export function pollOf({ polls }: Deck, id: string): Poll | null {
  return polls.find(poll => poll.id === id) ?? null
}

/** Where the presenter stands; null before the first move, or when this length of the workshop lacks the slide. */
export function currentSlide({ manifest }: Deck, { position }: Session): { slide: ManifestSlide, position: Position } | null {
  const slide = manifest.slides.find(({ alias }) => alias === position?.alias)
  return slide && position ? { slide, position: { slide: slide.no, clicks: position.clicks, seq: position.seq } } : null
}
