import type { WordsResult } from '../domain/state.ts'

export type Word = WordsResult['words'][number]

/** Cards of one type size, in columns, on as many pages as they need. */
export interface CardPages {
  /** Type size in pixels of the slide. */
  size: number
  /** Pages of columns of words, each column read downwards. */
  pages: Word[][][]
}

/** Space between cards, and within a card beside and above its text. */
export const cardGap = 12
export const cardPadding = { x: 18, y: 10 }
export const cardLineHeight = 1.25

/** From few, large cards to many, small ones; 28 pixels is the smallest that a back row reads. */
const layouts = [{ size: 40, columns: 2 }, { size: 32, columns: 2 }, { size: 28, columns: 3 }] as const

/** Lays words out in a box of pixels, in their order, as large as they fit on one page, else on several. */
export function cardPages(words: readonly Word[], box: { width: number, height: number }): CardPages {
  const tries = layouts.map(({ size, columns }) => ({ size, pages: fill(words, size, columns, box) }))
  return tries.find(({ pages }) => pages.length <= 1) ?? tries.at(-1) ?? { size: 0, pages: [] }
}

function fill(words: readonly Word[], size: number, columns: number, { width, height }: { width: number, height: number }): Word[][][] {
  const inner = (width - (columns - 1) * cardGap) / columns - 2 * cardPadding.x
  const stacks: Word[][] = []
  let used = Infinity
  for (const word of words) {
    const needed = linesOf(labelOf(word), inner / size) * size * cardLineHeight + 2 * cardPadding.y
    if (used + cardGap + needed > height) {
      stacks.push([])
      used = -cardGap
    }
    stacks.at(-1)?.push(word)
    used += cardGap + needed
  }
  return Array.from({ length: Math.ceil(stacks.length / columns) }, (_, page) => stacks.slice(page * columns, (page + 1) * columns))
}

/** What stands on a card. */
export function labelOf({ text, count }: Word): string {
  return count > 1 ? `${text} × ${count}` : text
}

/** Lines that a text takes in a column `width` em wide; rather one too many than one too few. */
export function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const length = emOf(word)
    if (used > 0 && used + emOf(' ') + length <= width) {
      used += emOf(' ') + length
    }
    else {
      lines += (used > 0 ? 1 : 0) + Math.ceil(length / width) - 1
      used = length > width ? length % width : length
    }
  }
  return lines
}

/** Width of a text in em, as the deck's semi-bold text face sets it; other scripts and signs are taken as a little wider than high. */
function emOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + emOfSign(sign), 0)
}

function emOfSign(sign: string): number {
  if (sign > '\u024F')
    return 1.2
  if (/[ fijlrt.,:;'!|()-]/.test(sign))
    return 0.36
  return /[MW@%]/i.test(sign) ? 0.95 : /[A-Z]/.test(sign) ? 0.72 : 0.59
}
