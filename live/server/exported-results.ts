import type { Deck } from '../domain/deck.ts'
import type { Poll } from '../domain/poll-rules.ts'
import type { Round, Session, Tally } from '../domain/session.ts'
import type { Phase } from '../domain/state.ts'
import type { ActualMinutes } from '../domain/timing.ts'
import type { RoundRecord } from '../store/store.ts'
import type { SessionHandle } from './session-handle.ts'
import { csvOf } from '../domain/csv.ts'
import { optionsOf, revealOf } from '../domain/poll-rules.ts'
import { readWords } from '../domain/results.ts'
import { currentRound, isRound } from '../domain/session.ts'
import { withNone } from '../domain/tally.ts'
import { actualMinutes } from '../domain/timing.ts'

/** A round as it leaves the laptop. Below the floor only the number of answers is told. */
interface ExportedRound {
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
  /** Also empty where only the movement may be told. `mean` is set for kinds that have a second figure. */
  options: { id: string, label: string, phones: number, hands: number, mean?: number }[]
  /** All but the hidden ones; `under` is the text of the word that one was put under, unless that is hidden. */
  words: { text: string, count: number, under: string | null }[]
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
 * that was asked again since, or left at the session's end, is told too; what is shown to nobody, once it is closed.
 * A rehearsal leaves nothing behind: its lists are empty.
 */
export async function exportResults(handle: SessionHandle): Promise<ExportedResults> {
  const { deck, session, record: { name, startedAt, rehearsal } } = handle
  const { plan, manifest } = deck
  const place = (id: string): number => manifest.slides.findIndex(slide => slide.poll === id)
  const rounds = rehearsal ? [] : session.rounds.filter(({ phase }) => phase !== 'waiting')
  const open = await handle.count()
  const sections = actualMinutes(rehearsal ? [] : handle.log, handle.now()).map((actual) => {
    const planned = plan.sections.find(({ id }) => id === actual.section)
    return { ...actual, planned: planned ? planned.end - planned.start : null }
  })
  return {
    session: name,
    startedAt,
    endedAt: instant(session.endedAt),
    rehearsal,
    rounds: rounds
      .toSorted((a, b) => place(a.poll) - place(b.poll) || a.round - b.round)
      .flatMap(round => exportRound(session, round, handle.rounds.find(record => isRound(record, round)), open)),
    sections,
  }
}

/** The rounds whose answers an export tells. */
export function toldBy({ rehearsal }: Deck, session: Session, records: readonly RoundRecord[]): Round[] {
  return rehearsal ? [] : session.rounds.filter(round => isTold(session, round, records.find(record => isRound(record, round))))
}

function isTold(session: Session, round: Round, record: RoundRecord | undefined): boolean {
  if (round.settled === null || !record)
    return false
  const isOver = session.endedAt !== null || currentRound(session, round.poll) !== round
  const isForNobody = revealOf(record.asked) === 'never'
  return isOver || round.phase === 'revealed' || isForNobody
}

function exportRound(session: Session, round: Round, record: RoundRecord | undefined, open: number): ExportedRound[] {
  if (!record)
    return []
  const { asked, tally } = record
  const { phase, openedAt, closedAt, floor, settled, hands } = round
  const isOnlyHands = tally?.voters === 0 && hands !== null
  const withheld = !isTold(session, round, record) || (settled?.shows === 'nothing' && !isOnlyHands)
  const answered = phase === 'open' ? open : settled?.voters ?? 0
  const about = { poll: round.poll, round: round.round, kind: asked.kind, phase, question: asked.question, openedAt: instant(openedAt), closedAt: instant(closedAt), answered, floor, withheld }
  if (withheld || !tally || !settled)
    return [{ ...about, options: [], words: [], movement: null }]
  const { shows } = settled
  return [{
    ...about,
    options: shows === 'movement' ? [] : options(asked, tally, hands),
    words: words(tally, round),
    movement: shows === 'movement' || shows === 'both' ? tally.movement : null,
  }]
}

function options(poll: Poll, { counts, none, means }: Tally, hands: Round['hands']): ExportedRound['options'] {
  const phones = withNone(poll, counts ?? {}, none)
  return optionsOf(poll).map(({ id, label }) => ({ id, label, phones: phones[id] ?? 0, hands: hands?.[id] ?? 0, ...means && { mean: Math.round((means[id] ?? 0) * 100) / 100 } }))
}

function words(tally: Tally, round: Round): ExportedRound['words'] {
  const shown = readWords(tally, round).filter(({ hidden }) => !hidden)
  return shown.map(({ text, count, under }) => ({ text, count, under: shown.find(({ id }) => id === under)?.text ?? null }))
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

const HEAD = ['poll', 'round', 'kind', 'phase', 'question', 'opened', 'closed', 'answered', 'withheld', 'option', 'phones', 'hands']
/** Columns that are left out of a table in which no line fills them. */
const AT_TIMES = ['mean', 'under']

/** The same as a table: a line for each option or word; a withheld round has one line without. */
export function toCsv({ rounds }: ExportedResults): string {
  const lines = rounds.flatMap((round) => {
    const about = [round.poll, round.round, round.kind, round.phase, round.question, round.openedAt ?? '', round.closedAt ?? '', round.answered, round.withheld ? 'yes' : 'no']
    const choices = [
      ...round.options.map(({ label, phones, hands, mean = '' }) => [label, phones, hands, mean, '']),
      ...round.words.map(({ text, count, under }) => [text, count, '', '', under ?? '']),
    ]
    return choices.length > 0 ? choices.map(choice => [...about, ...choice]) : [[...about, '', '', '', '', '']]
  })
  const isUsed = [...HEAD, ...AT_TIMES].map((_, column) => column < HEAD.length || lines.some(line => line[column] !== ''))
  return csvOf([[...HEAD, ...AT_TIMES], ...lines].map(row => row.filter((_, column) => isUsed[column])))
}
