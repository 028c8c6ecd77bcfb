import type { Poll } from './poll-rules.ts'
import { kindOf, optionsOf } from './poll-rules.ts'
import { linesOf } from './text-fit.ts'

/** Type sizes of a poll's slide, in pixels of its 1280 × 720, the same in every phase. */
export interface PollFit { question: number, options: number }

/** What question and options share while the way in stands beside them; the status line above and a gap are taken off. */
const WIDTH = 816
const HEIGHT = 501
/** A label takes no more, so that bars beside it can be told apart. */
export const LABEL_WIDTH = 640
const LABEL_LINE = 1.1
const QUESTION_LINE = 1.06
const QUESTION_LINES = 3
/** The ends of a scale stand beside each other below it. */
const END = { size: 30, width: 368, lines: 2 }
/** What a scale's columns or words need to be worth drawing. */
const LEAST_BODY = 280

/** From large to small: the question gives way before the options do, and 26 pixels is the smallest label that a back row reads. */
const tries: readonly PollFit[] = [
  ...[42, 36, 30].map(options => ({ question: 60, options })),
  ...[36, 30, 26].map(options => ({ question: 46, options })),
]

/** For a poll that no longer fits and is kept in an old session. */
export const smallestFit: PollFit = { question: 46, options: 26 }

/** Space between rows. */
export function rowGap(options: number): number {
  return options > 36 ? 16 : options > 26 ? 8 : 2
}

/** An option's station on its line: as large as its row lets it be. */
export function stationSize(options: number): number {
  return options > 36 ? 52 : options > 30 ? 44 : options > 26 ? 36 : 26
}

function questionHeight(question: string, size: number, width = WIDTH): number {
  return linesOf(question, width / size) * size * QUESTION_LINE
}

/** What the question, on the whole width, leaves of the slide for words. */
export function wordsHeight({ question }: Poll): number {
  return Math.floor(HEIGHT - questionHeight(question, smallestFit.question, 1104))
}

function optionsHeight(labels: readonly string[], size: number): number {
  const lines = labels.map(label => linesOf(label, LABEL_WIDTH / size))
  return lines.reduce((sum, count) => sum + count * size * LABEL_LINE + rowGap(size), -rowGap(size))
}

/** The sizes in which a whole room can read the poll; null when there are none. */
export function fitPoll(poll: Poll): PollFit | null {
  const labels = kindOf(poll).ends ? [] : optionsOf(poll).map(option => option.label)
  return tries.find(({ question, options }) => {
    const body = labels.length > 0 ? optionsHeight(labels, options) : LEAST_BODY
    return linesOf(poll.question, WIDTH / question) <= QUESTION_LINES && questionHeight(poll.question, question) + body <= HEIGHT
  }) ?? null
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
