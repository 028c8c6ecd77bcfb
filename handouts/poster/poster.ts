import type { Format } from '../../exercises/exercise.ts'
import type { ChartRow } from '../../live/client/chart-rows.ts'
import type { PrintedResult } from '../../live/client/printed-result.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { WordsResult } from '../../live/domain/state.ts'
import type { KitSlide } from '../kit.ts'
import { polls } from '../../exercises/polls.ts'
import { sectionsOf } from '../../exercises/sections.ts'
import { kindOf, optionsOf, revealOf } from '../../live/domain/poll-rules.ts'

/** What of a session may leave its room. */
export interface TellableSession {
  name: string
  /** ISO 8601. */
  startedAt: string
  /** By poll id. */
  shown: Readonly<Record<string, PrintedResult>>
  /** Why nothing is told of a poll that was asked, by poll id. */
  withheld: Readonly<Record<string, string>>
}

/** Where a poster's sections begin and how high it is, in pixels: known once it was laid out. */
export interface PosterPlaces { tops: readonly number[], height: number }

/** One question of the poster: what a room answered, or why that is not told. */
export interface PosterPoll { id: string, question: string, printed: PrintedResult | null, withheld: string }

/** A section of the poster with the questions that were asked in it. */
export interface PosterSection {
  id: ReturnType<typeof sectionsOf>[number]['id']
  title: string
  stop: number | null
  /** Questions that share a row, from left to right. */
  rows: readonly (readonly PosterPoll[])[]
  /** The sentence for a section without questions. */
  silent: string
}

/** The sections of a session of this length. What only the facilitator reads is on no poster. */
export function posterSections(format: Format, slides: readonly Pick<KitSlide, 'section' | 'poll' | 'exercise'>[], { shown, withheld }: TellableSession): PosterSection[] {
  return sectionsOf(format).filter(({ id }) => id !== 'sources').map(({ id, title, stop }) => {
    const own = slides.filter(({ section }) => section === id)
    const open = own.flatMap(slide => polls.filter(poll => poll.id === slide.poll && revealOf(poll) !== 'never'))
    const asked = open.flatMap((poll): PosterPoll[] => {
      const printed = shown[poll.id] ?? null
      const reason = withheld[poll.id]
      return printed || reason !== undefined ? [{ id: poll.id, question: printed?.poll.question ?? poll.question, printed, withheld: reason ?? '' }] : []
    })
    const isPrivate = own.some(({ exercise }) => exercise === 'energy-audit')
    const silent = isPrivate ? 'Nothing to show: no score ever left a phone.' : open.length > 0 ? 'Not asked.' : ''
    return { id, title, stop, rows: inRows(asked), silent: asked.length > 0 ? '' : silent }
  })
}

/** Two neighbours with few and short options share a row. */
function inRows(asked: readonly PosterPoll[]): PosterPoll[][] {
  const rows: PosterPoll[][] = []
  for (const poll of asked) {
    const row = rows.at(-1)
    if (row?.length === 1 && row.every(isSmall) && isSmall(poll))
      row.push(poll)
    else
      rows.push([poll])
  }
  return rows
}

function isSmall({ question, printed }: PosterPoll): boolean {
  if (question.length > 40)
    return false
  return printed === null || hasFewShortOptions(printed.poll)
}

function hasFewShortOptions(poll: Poll): boolean {
  const { ends, several, writes } = kindOf(poll)
  const options = optionsOf(poll)
  return !ends && !several && !writes && options.length <= 5 && options.every(({ label }) => label.length <= 22)
}

/** Bars that a poll takes at most: a poster is read at a distance. */
const MOST_ROWS = 5

/** The options most chosen, in the order in which the room saw them, and how many others nobody chose more often than `most`. */
export function topRows(rows: readonly ChartRow[]): { rows: readonly ChartRow[], others: { count: number, most: number } | null } {
  if (rows.length <= MOST_ROWS)
    return { rows, others: null }
  const ranked = rows.toSorted((a, b) => b.total - a.total)
  const top = new Set(ranked.slice(0, MOST_ROWS - 1))
  return { rows: rows.filter(row => top.has(row)), others: { count: rows.length - top.size, most: ranked[MOST_ROWS - 1]?.total ?? 0 } }
}

/** Most letters of an answer, and of all answers to one question. */
const LONGEST = 90
const ALL = 330
/** What a card takes beside its letters. */
const CARD = 8

/** The most frequent answers, as many as there is room for; a long one is cut with an ellipsis. */
export function topWords(words: WordsResult['words']): WordsResult['words'] {
  let room = ALL
  return words.map(({ text, count }) => ({ text: shortened(text), count })).filter(({ text }) => {
    room -= Array.from(text).length + CARD
    return room >= 0
  })
}

function shortened(text: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('').trimEnd()}…` : text
}
