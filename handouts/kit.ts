import type { Format } from '../exercises/exercise.ts'
import type { ManagerPresence } from '../exercises/facilitating-variants.ts'
import type { ActualMinutes } from '../live/domain/timing.ts'
import type { NotePart } from './note.ts'

/** A slide as the guide prints it. */
export interface KitSlide {
  /** Its number in this length of the deck, from 1. */
  no: number
  /** Its `routeAlias`. */
  alias: string
  title: string
  /** Id of the section it is in. */
  section: string
  /** Id of the poll it asks. */
  poll: string | null
  /** Id of the exercise that it offers. */
  exercise: string | null
  note: readonly NotePart[]
  /** Lines that are read aloud word for word; none for most slides. */
  lines: readonly string[]
  /** Address of a picture of the slide after its last click; empty where there is none. */
  picture: string
}

/** What the printed pages are made from, in addition to the exercises. */
export interface Kit {
  format: Format
  /** When the workshop begins, in minutes from midnight. */
  start: number
  manager: ManagerPresence
  /** Address of the site, if it has one. */
  site?: string
  slides: readonly KitSlide[]
  /** A session that took place, for the log of actual minutes. */
  actual?: { session: string, sections: readonly ActualMinutes[] }
}
