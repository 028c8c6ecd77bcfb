import { partNames } from '../../handouts/note.ts'
import { closest } from '../lib/closest.ts'

const parts: readonly string[] = partNames
const order = 'A note is one comment, the last thing of its slide, with Say, Do, Expect and Bridge, each once at most'

/** What is wrong with a slide's note, and the piece of text it is wrong with; null if nothing is. What the guide does not know as a part it prints nowhere. */
export function noteProblem(content: string, note: string): { text: string, problem: string } | null {
  const early = /<!--(?:(?!-->)[\s\S])*?(\*\*(?:Say|Do|Expect|Bridge)\*\*)/.exec(content)?.[1]
  if (early !== undefined)
    return { text: early, problem: `words stand below the note, so it is none. ${order}: move it there` }
  const names = [...note.matchAll(/^\s*\*\*([A-Z]\w*)\*\*/gm)].map(([, name = '']) => name)
  const slip = names.find(name => !parts.includes(name) && closest(name, parts) !== undefined)
  if (slip !== undefined)
    return { text: `**${slip}**`, problem: `**${slip}** is no part of a note. Did you mean **${closest(slip, parts)}**?` }
  const twice = parts.find(part => note.split(`**${part}**`).length > 2)
  return twice === undefined ? null : { text: `**${twice}**`, problem: `**${twice}** stands in the note twice. ${order}` }
}
