import type { Takeaway } from '../exercises/exercise.ts'

const WIDTH = 1080
const MARGIN = 80

/** The takeaway as a picture, in the page's colours; null where the browser makes none. */
export function drawPicture({ title, lines }: Takeaway, style: CSSStyleDeclaration): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context)
    return Promise.resolve(null)
  const font = style.fontFamily
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  canvas.width = WIDTH

  /**
   * Draws all text from the top.
   * @returns the height it took
   */
  function write(ink: CanvasRenderingContext2D): number {
    ink.fillStyle = colour('--paper')
    ink.fillRect(0, 0, WIDTH, canvas.height)
    ink.fillStyle = colour('--ink')
    let y = MARGIN
    for (const [text, size, weight] of [[title, 60, 700], ...lines.map(line => [line, 36, 400] as const)] as const) {
      ink.font = `${weight} ${size}px ${font}`
      ink.direction = isFromRight(text) ? 'rtl' : 'ltr'
      for (const row of rowsIn(text, WIDTH - 2 * MARGIN, part => ink.measureText(part).width)) {
        ink.fillText(row, ink.direction === 'rtl' ? WIDTH - MARGIN : MARGIN, y + size)
        y += size * 1.35
      }
      y += size * 0.4
    }
    return Math.ceil(y + MARGIN)
  }

  canvas.height = write(context)
  write(context)
  return new Promise(resolve => canvas.toBlob(resolve))
}

/** True for a text whose first letter is of a script that is written from the right, as `dir="auto"` has it. */
export function isFromRight(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? []
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
}

/** A text in rows no wider than `width`; a word that is wider is broken. */
function rowsIn(text: string, width: number, widthOf: (text: string) => number): string[] {
  const rows: string[] = []
  for (const paragraph of text.split('\n')) {
    let row = ''
    for (const piece of paragraph.match(/\S+\s*|\s+/g) ?? ['']) {
      if (widthOf((row + piece).trimEnd()) <= width) {
        row += piece
        continue
      }
      if (row !== '')
        rows.push(row.trimEnd())
      row = ''
      for (const sign of piece) {
        if (row !== '' && widthOf((row + sign).trimEnd()) > width) {
          rows.push(row)
          row = ''
        }
        row += sign
      }
    }
    rows.push(row.trimEnd())
  }
  return rows
}
