import type { Poll } from './poll-rules.ts'
import { kindOf, optionsOf } from './poll-rules.ts'
import { linesOf } from './text-fit.ts'

/** Sizes on a poll's slide, in pixels of its 1280 × 720, the same in every phase. */
export interface PollFit {
  question: number
  options: number
  /** An option's station. */
  station: number
  /** Space between rows. */
  gap: number
  /** Whether there is room for the map along the foot. */
  foot: boolean
}

const WIDTH = 1104
/** Height that question and options share, between the status line and the map along the foot. */
const HEIGHT = 502
/** Height that a slide without that map has in addition. */
const FOOT = 58
/** Height of a line of text under the result: two rows and a gap. */
const LINE = 96
const LINE_SIZE = 28
const LINE_ROWS = 2
/** As long as the longest kind and grade of a claim that the line cites. */
const LINE_SOURCE = 'meta-analysis, grade A'
/** Most width of a label: the bars beside it need the rest, and more of it where a second figure follows. */
const LABEL_WIDTH = 640
const LABEL_WIDTH_OF_TWO = 440
const LABEL_LINE = 1.1
const QUESTION_LINE = 56
const QUESTION_LINES = 3
/** Width of the title's typeface relative to the one `linesOf` measures: `safe` is never exceeded, `usual` holds for sentences. */
const TITLE_FACE = { safe: 0.955, usual: 0.925 }
/** The names of a scale's ends, side by side below it. */
const END = { size: 30, width: 368, lines: 2 }
/** Least height for the columns of a scale, or for words. */
const LEAST_BODY = 280

type Rows = Omit<PollFit, 'question'>

/** From large to small; 26 pixels is the smallest label that a back row reads. */
const tries: readonly Rows[] = [
  { options: 42, station: 56, gap: 16, foot: true },
  { options: 36, station: 48, gap: 10, foot: true },
  { options: 36, station: 40, gap: 8, foot: true },
  { options: 30, station: 40, gap: 6, foot: true },
  { options: 26, station: 34, gap: 0, foot: true },
  { options: 26, station: 34, gap: 0, foot: false },
]

/** The sizes for a poll of an old session that would no longer be accepted. */
export const smallestFit: PollFit = { question: 52, options: 26, station: 34, gap: 0, foot: false }

/** How wide a label may be, in pixels of the slide. */
export function labelWidth(poll: Poll): number {
  return kindOf(poll).meanText ? LABEL_WIDTH_OF_TWO : LABEL_WIDTH
}

function questionLines(question: string, size: number, face = TITLE_FACE.safe): number {
  return linesOf(question, WIDTH / size / face)
}

/** The size of the question: a little smaller where that saves a line. */
function questionSize(question: string): number {
  return questionLines(question, 54) > questionLines(question, 52, TITLE_FACE.usual) ? 52 : 54
}

/** Height below the question for the cards of a words poll. */
export function wordsHeight({ question }: Poll): number {
  return HEIGHT - questionLines(question, questionSize(question)) * QUESTION_LINE
}

function optionsHeight(labels: readonly string[], width: number, { options, station, gap }: Rows): number {
  return labels.reduce((sum, label) => sum + Math.max(station, linesOf(label, width / options) * options * LABEL_LINE) + gap, -gap)
}

/** The sizes in which a whole room can read the poll, with a line under its result or without; null when there are none. */
export function fitPoll(poll: Poll, hasLine = false): PollFit | null {
  const labels = kindOf(poll).ends ? [] : optionsOf(poll).map(option => option.label)
  const question = questionSize(poll.question)
  const lines = questionLines(poll.question, question)
  const rows = tries.find((rows) => {
    const body = labels.length > 0 ? optionsHeight(labels, labelWidth(poll), rows) : LEAST_BODY
    return lines <= QUESTION_LINES && lines * QUESTION_LINE + body <= HEIGHT + (rows.foot ? 0 : FOOT) - (hasLine ? LINE : 0)
  })
  return rows ? { question, ...rows } : null
}

/** What keeps a line from standing under a poll's result, as the rest of a sentence about it; null when nothing does. */
export function lineMisfit(poll: Poll | undefined, line: string): string | null {
  if (linesOf(`${line} ${LINE_SOURCE}`, WIDTH / LINE_SIZE) > LINE_ROWS)
    return 'is too long: under a result about 100 letters, in two rows, can be read from the back row. Shorten it'
  return poll && misfitOf(poll) === null && fitPoll(poll, true) === null
    ? 'has no room: with so many options, or so long a question, no line fits under the result. Take it out, or shorten the poll'
    : null
}

/** What cannot be read from the back row, as the field and a sentence; null when all can. */
export function misfitOf(poll: Poll): { field: string, reason: string } | null {
  const [field] = Object.entries(kindOf(poll).ends?.(poll) ?? {}).find(([, end]) => linesOf(end, END.width / END.size) > END.lines) ?? []
  if (field !== undefined)
    return { field, reason: 'is too long to be read from the back row: at most two lines of about 20 letters fit. Shorten it' }
  if (fitPoll(poll))
    return null
  const isQuestion = fitPoll({ ...poll, question: 'Which?' }) !== null
  return isQuestion
    ? { field: 'question', reason: 'is too long: with what can be answered below it, it cannot be read from the back row. Shorten it' }
    : { field: 'options', reason: 'cannot be read from the back row: they are too many, or too long. Use fewer, or shorten those that take more than 40 letters' }
}
