/** The four parts of a facilitator's note, in order. */
export const partNames = ['Say', 'Do', 'Expect', 'Bridge'] as const

export interface NotePart {
  name: typeof partNames[number]
  /** Plain text; a click of the clicker stands in it as `[click]`. */
  text: string
}

/** The parts of a slide's note. A part that is missing is left out; text before the first part is not a note. */
export function partsOf(note: string): NotePart[] {
  return partNames.flatMap((name) => {
    const found = new RegExp(String.raw`\*\*${name}\*\*\s*([\s\S]*?)(?=\s*\*\*(?:${partNames.join('|')})\*\*|\s*$)`).exec(note)
    return found?.[1] ? [{ name, text: found[1].replace(/\s+/g, ' ') }] : []
  })
}

/** The lines of a slide's list, without the marks of Markdown. */
export function linesOf(content: string): string[] {
  return [...content.matchAll(/^(?:[-*]|\d+\.) (.+)$/gm)].map(([, line = '']) => line.replaceAll(/[*`]/g, '').trim())
}

/** Text cut at its clicks: each piece after the first is said once the clicker was pressed. */
export function clicksIn(text: string): string[] {
  return text.split(/\s*\[click(?::\d+)?\]\s*/)
}

/** How many words of a note are spoken: those of Say and Bridge. */
export function spokenWords(note: string): number {
  const spoken = partsOf(note).filter(({ name }) => name === 'Say' || name === 'Bridge').map(({ text }) => clicksIn(text).join(' '))
  return spoken.join(' ').split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}
