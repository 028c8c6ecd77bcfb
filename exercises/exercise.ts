import type { Length } from '../live/domain/manifest.ts'
import type { Stage } from '../live/domain/state.ts'
import type { CalendarEvent } from './calendar.ts'

/** Every length there is, in minutes: the reunion, about 90 days after a workshop, takes 30. */
export type Format = Length
/** Length of a workshop in minutes. */
export type WorkshopFormat = Exclude<Format, 30>

/** A value per length; a missing length does without. */
export type PerLength<T> = Readonly<Partial<Record<Format, T>>>

/** Planned minutes, and the fewest and most that still work. */
export interface Minutes { planned: number, from: number, to: number }

/** What anybody in the room may read: on slides, phones and in the workbook. */
export interface ParticipantPart {
  title: string
  /** One or two sentences: what doing this is good for. */
  purpose: string
  /** What each person needs. */
  materials: readonly string[]
  /** What to do, in order, one action each. */
  steps: readonly string[]
  /** What is on the screen, the phone or the sheet while it runs. */
  sees: readonly string[]
}

/** What only whoever runs the workshop reads: in the guide and the notes. */
export interface FacilitatorPart {
  /** What to prepare for the whole room, with counts. */
  materials: readonly string[]
  /** How to tell that it is working. */
  goodLooksLike: readonly string[]
  debrief: readonly string[]
  /** Everybody on a call. */
  remote: string
  /** Some in the room, some on a call. */
  hybrid: string
  derails: readonly Derailer[]
}

/** Something that goes wrong, and the one line or action that answers it. */
export interface Derailer { when: string, then: string }

/** What a person can save of one exercise, with entries for a calendar if it has any. */
export interface Takeaway {
  title: string
  lines: string[]
  calendar?: { events: readonly CalendarEvent[], owner: string, file: string }
}

/** What is stored in the browser for one exercise: how far it is, and what it says. Null while nothing was begun. */
export interface Work {
  stage: Stage | null
  takeaway: Takeaway | null
}

/** The export of an exercise's `work.ts`: reads what is stored for one session. */
export type ReadWork = (session: string) => Work

/** The work of somebody who has not begun. */
export const noWork: Work = { stage: null, takeaway: null }
