import type { Format, Minutes } from './exercise.ts'
import type { SectionId } from './sections.ts'
import { sectionTitle } from './sections.ts'

/** A section that takes time. The sources take none; the buffer has no slides. */
export type AgendaId = Exclude<SectionId, 'sources'> | 'buffer'

/** What may happen to a section when time runs out. */
export type Tier = 'must keep' | 'shorten' | 'cut'

export interface AgendaSection {
  id: AgendaId
  tier: Tier
  /** `null` where that length has no such section. */
  minutes: Readonly<Record<Format, Minutes | null>>
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

export interface Agenda {
  sections: readonly AgendaSection[]
  /** In the order in which to make them. */
  cuts: Readonly<Record<Format, readonly Cut[]>>
  checkpoints: Readonly<Record<Format, readonly Checkpoint[]>>
}

/** Every length there is, longest last. */
export const formats = [45, 60, 90] as const satisfies readonly Format[]

/** The run of show: change a minute here, and deck, run sheet and presenter view follow. */
export const agenda: Agenda = {
  sections: [
    { id: 'welcome', tier: 'must keep', minutes: { 45: { planned: 3, from: 3, to: 4 }, 60: { planned: 4, from: 3, to: 5 }, 90: { planned: 5, from: 4, to: 6 } } },
    { id: 'fork', tier: 'shorten', minutes: { 45: { planned: 4, from: 3, to: 5 }, 60: { planned: 6, from: 4, to: 7 }, 90: { planned: 9, from: 6, to: 10 } } },
    { id: 'roles', tier: 'shorten', minutes: { 45: { planned: 9, from: 6, to: 10 }, 60: { planned: 11, from: 8, to: 13 }, 90: { planned: 16, from: 11, to: 18 } } },
    { id: 'energy', tier: 'must keep', minutes: { 45: { planned: 10, from: 9, to: 11 }, 60: { planned: 14, from: 12, to: 15 }, 90: { planned: 16, from: 14, to: 18 } } },
    { id: 'buffer', tier: 'cut', minutes: { 45: null, 60: null, 90: { planned: 3, from: 0, to: 5 } } },
    { id: 'try', tier: 'shorten', minutes: { 45: { planned: 7, from: 6, to: 8 }, 60: { planned: 8, from: 7, to: 10 }, 90: { planned: 12, from: 9, to: 14 } } },
    { id: 'hybrid', tier: 'shorten', minutes: { 45: { planned: 6, from: 3, to: 7 }, 60: { planned: 8, from: 5, to: 9 }, 90: { planned: 13, from: 7, to: 14 } } },
    { id: 'switching', tier: 'shorten', minutes: { 45: { planned: 2, from: 0, to: 3 }, 60: { planned: 4, from: 2, to: 5 }, 90: { planned: 8, from: 3, to: 9 } } },
    { id: 'close', tier: 'must keep', minutes: { 45: { planned: 4, from: 4, to: 5 }, 60: { planned: 5, from: 4, to: 6 }, 90: { planned: 8, from: 6, to: 8 } } },
  ],
  cuts: {
    90: [
      { section: 'buffer', minutes: 3, how: 'Skip it: nothing is planned there.' },
      { section: 'switching', minutes: 5, how: 'Show the toll and take the poll. Leave out how skills fade and the pendulum.' },
      { section: 'roles', minutes: 5, how: 'Read out two cards together instead of sorting in pairs, then take the poll.' },
      { section: 'hybrid', minutes: 6, how: 'Show the third column without playing it, and leave out the words poll.' },
      { section: 'fork', minutes: 3, how: 'Leave out the talk in pairs. Ask one person instead.' },
      { section: 'try', minutes: 3, how: 'Fill in side and end date only. The rest of the card goes home.' },
    ],
    60: [
      { section: 'switching', minutes: 2, how: 'Take the poll and read the result. Leave the rest for the self-paced site.' },
      { section: 'roles', minutes: 3, how: 'Leave the cards in the envelope and go straight to the poll.' },
      { section: 'fork', minutes: 2, how: 'Leave out the talk in pairs.' },
      { section: 'hybrid', minutes: 3, how: 'Tick the list of eight. Leave out the talk about the one thing to stop.' },
    ],
    45: [
      { section: 'switching', minutes: 2, how: 'Skip the section. Say that changing tracks is possible and has a price, and where to read about it.' },
      { section: 'roles', minutes: 3, how: 'Show the seven rows at once and take the poll.' },
      { section: 'hybrid', minutes: 3, how: 'Say what a double role needs (an end date) and tick the list of eight.' },
    ],
  },
  checkpoints: {
    90: [{ name: 'the audit starts', section: 'energy', at: 30 }, { name: 'the trap starts', section: 'hybrid', at: 61 }, { name: 'the close starts', section: 'close', at: 82 }],
    60: [{ name: 'the audit starts', section: 'energy', at: 21 }, { name: 'the trap starts', section: 'hybrid', at: 43 }, { name: 'the close starts', section: 'close', at: 55 }],
    45: [{ name: 'the audit starts', section: 'energy', at: 16 }, { name: 'the trap starts', section: 'hybrid', at: 33 }, { name: 'the close starts', section: 'close', at: 41 }],
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
