import type { WordsResult } from '../domain/state.ts'
import { emOf, linesOf } from '../domain/text-fit.ts'

export type Word = WordsResult['words'][number]

/** Cards of one type size, in columns, on as many pages as they need. */
export interface CardPages {
  /** Type size in pixels of the slide. */
  size: number
  /** Width of a column in pixels. */
  width: number
  /** Lines after which a card is cut with an ellipsis. */
  lines: number
  /** Pages of columns of words, each column read downwards. */
  pages: Word[][][]
}

/** The width of a slide for cards, in pixels. */
export const CARDS_WIDTH = 1104
/** Space between cards, and within a card beside and above its text. */
export const cardGap = 12
export const cardPadding = { x: 18, y: 10 }
export const cardLineHeight = 1.25
/** Space before a count, in em. */
const COUNT_GAP_EM = 0.5

/** From few, large cards to many, small ones; 28 pixels is the smallest that a back row reads. */
const layouts = [{ size: 40, columns: 2 }, { size: 32, columns: 2 }, { size: 28, columns: 3 }, { size: 28, columns: 2 }, { size: 28, columns: 1 }] as const

interface Box { width: number, height: number }
type Layout = (typeof layouts)[number]

/** Lays words out in a box of pixels, in their order, as large as they fit on one page, else on several; a card that no column holds is cut. */
export function cardPages(words: readonly Word[], box: Box): CardPages {
  const whole = layouts.filter(layout => words.every(word => linesOnCard(word, layout, box) <= mostLines(layout.size, box)))
  const tries = (whole.length > 0 ? whole : layouts.slice(-1)).map(layout => ({ size: layout.size, width: columnWidth(layout, box), lines: mostLines(layout.size, box), pages: fill(words, layout, box) }))
  const small = tries.find(({ size }) => size === 28)
  return tries.find(({ pages }) => pages.length <= 1) ?? small ?? tries.at(-1) ?? { size: 0, width: 0, lines: 0, pages: [] }
}

/** Lines of text that a card as high as the box has. */
function mostLines(size: number, { height }: Box): number {
  return Math.floor((height - 2 * cardPadding.y) / (size * cardLineHeight))
}

function columnWidth({ columns }: Layout, { width }: Box): number {
  return (width - (columns - 1) * cardGap) / columns
}

/** The count stands beside the text and takes its width from it. */
function linesOnCard({ text, count }: Word, layout: Layout, box: Box): number {
  const { size } = layout
  const inner = columnWidth(layout, box) - 2 * cardPadding.x
  return linesOf(text, inner / size - (count > 1 ? emOf(countText(count)) + COUNT_GAP_EM : 0))
}

function fill(words: readonly Word[], layout: Layout, box: Box): Word[][][] {
  const stacks: Word[][] = []
  let used = Infinity
  for (const word of words) {
    const lines = Math.min(linesOnCard(word, layout, box), mostLines(layout.size, box))
    const needed = lines * layout.size * cardLineHeight + 2 * cardPadding.y
    if (used + cardGap + needed > box.height) {
      stacks.push([])
      used = -cardGap
    }
    stacks.at(-1)?.push(word)
    used += cardGap + needed
  }
  return Array.from({ length: Math.ceil(stacks.length / layout.columns) }, (_, page) => stacks.slice(page * layout.columns, (page + 1) * layout.columns))
}

/** How often a word was written, beside it. */
export function countText(count: number): string {
  return `× ${count}`
}
