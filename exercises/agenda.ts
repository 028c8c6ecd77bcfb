import type { Format, Minutes, PerLength } from './exercise.ts'
import type { SectionId } from './sections.ts'
import { sectionTitle } from './sections.ts'

export { formats } from './sections.ts'

/** A section that takes time. The sources take none; the buffer has no slides. */
export type AgendaId = Exclude<SectionId, 'sources'> | 'buffer'

/** What may happen to a section when time runs out. */
type Tier = 'must keep' | 'shorten' | 'cut'

interface AgendaSection {
  id: AgendaId
  tier: Tier
  /** A missing length has no such section. */
  minutes: PerLength<Minutes>
}

/** Something to leave out when the room is behind. */
export interface Cut {
  section: AgendaId
  /** Minutes won. */
  minutes: number
  /** What is left out, for the facilitator. */
  how: string
}

/** A moment worth comparing with the clock: `section` must begin `at` minutes after the start. */
export interface Checkpoint { name: string, section: AgendaId, at: number }

/** The plan of all lengths. */
export interface Agenda {
  sections: readonly AgendaSection[]
  /** In the order in which to make them. */
  cuts: Readonly<Record<Format, readonly Cut[]>>
  checkpoints: Readonly<Record<Format, readonly Checkpoint[]>>
}

/** The run of show: change a minute here, and deck, run sheet and presenter view follow. */
export const agenda: Agenda = {
  sections: [
    { id: 'welcome', tier: 'must keep', minutes: { 90: { planned: 5, from: 4, to: 6 }, 60: { planned: 4, from: 3, to: 5 }, 45: { planned: 3, from: 3, to: 4 } } },
    { id: 'fork', tier: 'shorten', minutes: { 90: { planned: 7, from: 5, to: 8 }, 60: { planned: 4, from: 3, to: 5 }, 45: { planned: 3, from: 3, to: 4 } } },
    { id: 'roles', tier: 'shorten', minutes: { 90: { planned: 14, from: 10, to: 16 }, 60: { planned: 9, from: 6, to: 10 }, 45: { planned: 6, from: 4, to: 7 } } },
    { id: 'energy', tier: 'must keep', minutes: { 90: { planned: 17, from: 15, to: 19 }, 60: { planned: 14, from: 12, to: 15 }, 45: { planned: 9, from: 8, to: 10 } } },
    { id: 'buffer', tier: 'cut', minutes: { 90: { planned: 5, from: 0, to: 5 }, 60: { planned: 3, from: 0, to: 3 }, 45: { planned: 2, from: 0, to: 2 } } },
    { id: 'try', tier: 'must keep', minutes: { 90: { planned: 15, from: 13, to: 17 }, 60: { planned: 11, from: 10, to: 13 }, 45: { planned: 10, from: 9, to: 11 } } },
    { id: 'hybrid', tier: 'shorten', minutes: { 90: { planned: 12, from: 7, to: 13 }, 60: { planned: 6, from: 4, to: 7 }, 45: { planned: 4, from: 2, to: 5 } } },
    { id: 'switching', tier: 'shorten', minutes: { 90: { planned: 6, from: 3, to: 7 }, 60: { planned: 3, from: 1, to: 4 }, 45: { planned: 2, from: 1, to: 3 } } },
    { id: 'close', tier: 'must keep', minutes: { 90: { planned: 9, from: 8, to: 9 }, 60: { planned: 6, from: 6, to: 6 }, 45: { planned: 6, from: 6, to: 6 } } },
    { id: 'back', tier: 'must keep', minutes: { 30: { planned: 2, from: 2, to: 3 } } },
    { id: 'became', tier: 'shorten', minutes: { 30: { planned: 4, from: 3, to: 5 } } },
    { id: 'opened', tier: 'must keep', minutes: { 30: { planned: 6, from: 5, to: 7 } } },
    { id: 'talk', tier: 'must keep', minutes: { 30: { planned: 8, from: 7, to: 9 } } },
    { id: 'onward', tier: 'must keep', minutes: { 30: { planned: 3, from: 2, to: 4 } } },
    { id: 'easier', tier: 'shorten', minutes: { 30: { planned: 4, from: 2, to: 5 } } },
    { id: 'date', tier: 'must keep', minutes: { 30: { planned: 3, from: 3, to: 3 } } },
  ],
  cuts: {
    90: [
      { section: 'buffer', minutes: 5, how: 'Skip it: nothing is planned there.' },
      { section: 'roles', minutes: 4, how: 'Read out two cards together instead of sorting in pairs, then take the poll.' },
      { section: 'hybrid', minutes: 5, how: 'Show the third Tuesday without playing it, and skip the words poll.' },
      { section: 'switching', minutes: 3, how: 'Show the toll and take the poll. Skip how skills fade and who takes turns.' },
      { section: 'fork', minutes: 2, how: 'Leave out the talk in pairs.' },
    ],
    60: [
      { section: 'buffer', minutes: 3, how: 'Skip it: nothing is planned there.' },
      { section: 'switching', minutes: 2, how: 'Name the four prices and go on. Skip the poll.' },
      { section: 'roles', minutes: 3, how: 'Leave the cards in the envelope and go straight to the poll.' },
      { section: 'hybrid', minutes: 2, how: 'Skip the third Tuesday. Tick the list of eight, without the one thing to stop.' },
      { section: 'fork', minutes: 1, how: 'Skip the desk that held both jobs.' },
    ],
    45: [
      { section: 'buffer', minutes: 2, how: 'Skip it: nothing is planned there.' },
      { section: 'switching', minutes: 1, how: 'Name the four prices. Leave out the hands.' },
      { section: 'roles', minutes: 2, how: 'Show the seven rows at once, read out the row names only, and take the poll.' },
      { section: 'hybrid', minutes: 2, how: 'Say what a double role needs, which is an end date. Skip the list of eight.' },
    ],
    30: [
      { section: 'easier', minutes: 2, how: 'Take the answers and hide what names somebody. Leave out choosing one sentence together; do that with whoever stays.' },
      { section: 'became', minutes: 1, how: 'Take the poll and hear nobody yet. The pairs come to it.' },
    ],
  },
  checkpoints: {
    90: [{ name: 'the audit starts', section: 'energy', at: 26 }, { name: 'the trial starts', section: 'try', at: 48 }, { name: 'the close starts', section: 'close', at: 81 }],
    60: [{ name: 'the audit starts', section: 'energy', at: 17 }, { name: 'the trial starts', section: 'try', at: 34 }, { name: 'the close starts', section: 'close', at: 54 }],
    45: [{ name: 'the audit starts', section: 'energy', at: 12 }, { name: 'the trial starts', section: 'try', at: 23 }, { name: 'the close starts', section: 'close', at: 39 }],
    30: [{ name: 'the forecasts are opened', section: 'opened', at: 6 }, { name: 'the pairs are done', section: 'onward', at: 20 }, { name: 'the close starts', section: 'date', at: 27 }],
  },
}

/** One line of the run sheet. `start` and `end` are minutes after the workshop began; the clocks read "09:30". */
export interface RunSheetRow {
  id: AgendaId
  title: string
  tier: Tier
  minutes: Minutes
  start: number
  end: number
  startClock: string
  endClock: string
  /** The checkpoint that falls on this start, if any. */
  checkpoint?: Checkpoint
  /** The cut that this section offers, if any. */
  cut?: Cut
}

/** Minutes from midnight as "HH:MM"; beyond midnight the clock starts again. */
export function clockText(minutes: number): string {
  const ofDay = ((Math.round(minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/**
 * The sections of a format with their times.
 * @param format the workshop's length
 * @param startMinutes when it begins, in whole minutes from midnight, 0 to 1439
 * @param plan another agenda than the workshop's own
 */
export function runSheet(format: Format, startMinutes: number, plan: Agenda = agenda): RunSheetRow[] {
  if (!Number.isInteger(startMinutes) || startMinutes < 0 || startMinutes > 1439)
    throw new RangeError(`A workshop starts between 0 and 1439 minutes after midnight, not at ${startMinutes}.`)
  let at = 0
  return plan.sections.flatMap(({ id, tier, minutes }) => {
    const own = minutes[format]
    if (!own)
      return []
    const start = at
    at += own.planned
    return [{
      id,
      title: id === 'buffer' ? 'Buffer' : sectionTitle(id),
      tier,
      minutes: own,
      start,
      end: at,
      startClock: clockText(startMinutes + start),
      endClock: clockText(startMinutes + at),
      checkpoint: plan.checkpoints[format].find(one => one.section === id),
      cut: plan.cuts[format].find(one => one.section === id),
    }]
  })
}
