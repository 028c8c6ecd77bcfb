import type { Manifest } from '../domain/manifest.ts'
import type { Timing } from '../domain/pacing.ts'
import type { Poll } from '../domain/polls.ts'
import type { Counts, Phase } from '../domain/state.ts'
import type { ActualMinutes } from '../domain/timing.ts'
import type { RoundRecord, Store } from '../store/store.ts'
import { csvOf } from '../domain/csv.ts'
import { optionsOf } from '../domain/polls.ts'
import { countNone, countOptions, gatherWords, withNone } from '../domain/tally.ts'
import { actualMinutes } from '../domain/timing.ts'

/** One asking of a poll, as it leaves the laptop. Below the floor only the number answered is told. */
export interface ExportedRound {
  poll: string
  round: number
  kind: Poll['kind']
  phase: Phase
  question: string
  openedAt: string | null
  closedAt: string | null
  answered: number
  floor: number
  /** True when nothing is told: below the floor, or not yet shown to the room. Then `options` and `words` are empty. */
  withheld: boolean
  options: { id: string, label: string, phones: number, hands: number }[]
  words: { text: string, count: number }[]
  /** Voters who answered this poll and the one it is compared with; pairs themselves never leave. */
  movement: { pairs: number, up: number, same: number, down: number } | null
}

export interface ExportedResults {
  session: string
  startedAt: string
  endedAt: string | null
  rehearsal: boolean
  rounds: ExportedRound[]
  /** What each section took, in the order in which they came up; `planned` is null for one that takes no time by plan. */
  sections: (ActualMinutes & { planned: number | null })[]
}

/**
 * Every round that was opened, in the deck's order. What the room is still to be shown is told after the reveal; a round
 * that was asked again since, or left at the session's end, is told too. A rehearsal leaves nothing behind: its lists are empty.
 */
export async function exportResults(store: Store, manifest: Manifest, { plan, log, now }: Timing): Promise<ExportedResults> {
  const { name, startedAt, endedAt, rehearsal } = await store.session()
  const all = rehearsal ? [] : await store.rounds()
  const records = all.filter(({ phase }) => phase !== 'waiting')
  const place = (id: string): number => manifest.slides.findIndex(slide => slide.poll === id)
  records.sort((a, b) => place(a.poll.id) - place(b.poll.id) || a.round - b.round)
  const isOver = (record: RoundRecord): boolean => endedAt !== null || all.some(({ poll, round }) => poll.id === record.poll.id && round > record.round)
  const rounds = await Promise.all(records.map(record => exportRound(store, record, isOver(record))))
  const sections = actualMinutes(rehearsal ? [] : log, Date.parse(now)).map((actual) => {
    const planned = plan.sections.find(({ id }) => id === actual.section)
    return { ...actual, planned: planned ? planned.end - planned.start : null }
  })
  return { session: name, startedAt, endedAt, rehearsal, rounds, sections }
}

async function exportRound(store: Store, record: RoundRecord, isOver: boolean): Promise<ExportedRound> {
  const { poll, round, phase, openedAt, closedAt, floor, hands, hidden, movement } = record
  const answers = await store.answers(poll.id, round)
  // Answers that are never shown to the room cannot steer it: the facilitator may read them while they come in.
  const mayBeTold = isOver || phase === 'revealed' || (poll.kind === 'words' && poll.show === 'never')
  const isOnlyHands = answers.size === 0 && hands !== null
  const withheld = !mayBeTold || (answers.size < floor && !isOnlyHands)
  const about = { poll: poll.id, round, kind: poll.kind, phase, question: poll.question, openedAt, closedAt, answered: answers.size, floor, withheld }
  if (withheld)
    return { ...about, options: [], words: [], movement: null }
  const words = poll.kind === 'words' ? gatherWords(answers.values(), new Set(hidden)).filter(word => !word.hidden) : []
  return {
    ...about,
    options: options(poll, withNone(poll, countOptions(poll, answers.values()), countNone(answers.values())), hands),
    words: words.map(({ text, count }) => ({ text, count })),
    movement: movement && movement.pairs >= floor
      ? { pairs: movement.pairs, up: movement.up, same: movement.same, down: movement.down }
      : null,
  }
}

function options(poll: Poll, phones: Counts, hands: Counts | null): ExportedRound['options'] {
  return optionsOf(poll).map(({ id, label }) => ({ id, label, phones: phones[id] ?? 0, hands: hands?.[id] ?? 0 }))
}

const HEAD = ['poll', 'round', 'kind', 'phase', 'question', 'opened', 'closed', 'answered', 'withheld', 'option', 'phones', 'hands']

/** The same as a table: a line for each option or word; a withheld round has one line without. */
export function toCsv({ rounds }: ExportedResults): string {
  const lines = rounds.flatMap((round) => {
    const about = [round.poll, round.round, round.kind, round.phase, round.question, round.openedAt ?? '', round.closedAt ?? '', round.answered, round.withheld ? 'yes' : 'no']
    const choices = [
      ...round.options.map(({ label, phones, hands }) => [label, phones, hands]),
      ...round.words.map(({ text, count }) => [text, count, '']),
    ]
    return choices.length > 0 ? choices.map(choice => [...about, ...choice]) : [[...about, '', '', '']]
  })
  return csvOf([HEAD, ...lines])
}
