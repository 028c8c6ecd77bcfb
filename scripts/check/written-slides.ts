import type { SourceSlideInfo } from '@slidev/types'
import type { Frontmatter } from '../../setup/slide-rules.ts'
import { allSections } from '../../exercises/sections.ts'
import { linesOf } from '../../handouts/note.ts'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { sectionOf } from '../../setup/slide-rules.ts'
import { fieldProblem } from './slide-fields.ts'
import { noteProblem } from './slide-note.ts'
import { wordsProblem } from './slide-words.ts'

/**
 * Checks one slide as it stands in its file: its fields, and the names among its words.
 * @throws DefinitionError naming the file, the line and what to write
 */
export function checkWritten(file: string, { frontmatterDoc, raw, content, note, start, index }: SourceSlideInfo): void {
  const fields: Frontmatter = frontmatterDoc?.toJSON() ?? {}
  const isHeadmatter = file === 'slides.md' && index === 0 && fields.src === undefined
  if (isHeadmatter && content === '')
    return
  const lines = raw.split('\n')
  const lineOf = (isIt: (line: string) => boolean): number => start + 1 + Math.max(0, lines.findIndex(isIt))
  const name = typeof fields.routeAlias === 'string' ? `slide "${fields.routeAlias}": ` : ''

  const wrong = (isHeadmatter ? null : fieldProblem(fields)) ?? stopProblem(file, fields) ?? sectionProblem(file, fields) ?? readAloudProblem(fields, content)
  if (wrong)
    throw new DefinitionError(`${file}:${lineOf(line => line.startsWith(`${wrong.field}:`))}: ${name}"${wrong.field}" ${sentence(wrong.problem)}`)
  const odd = wordsProblem(content, typeof fields.layout === 'string' ? fields.layout : 'default') ?? noteProblem(content, note ?? '')
  if (odd)
    throw new DefinitionError(`${file}:${lineOf(line => line.includes(odd.text))}: ${name}${sentence(odd.problem)}`)
}

/** A stop begins in the file of its section. */
function stopProblem(file: string, { stop }: Frontmatter): { field: string, problem: string } | null {
  const section = allSections.find(one => one.id === sectionOf(file))
  return stop === undefined || section === undefined || section.stop === stop
    ? null
    : { field: 'stop', problem: `is ${String(stop)}, and section "${section.id}", to which this file belongs, is ${section.stop === null ? 'no stop' : `stop ${section.stop}`} in exercises/sections.ts` }
}

/** A slide whose file belongs to a section cannot be in another one. */
function sectionProblem(file: string, { section }: Frontmatter): { field: string, problem: string } | null {
  const own = sectionOf(file)
  return section === undefined || own === undefined || section === own
    ? null
    : { field: 'section', problem: `is "${String(section)}", and the name of this file puts its slides into "${own}". Take the field out, or move the slide` }
}

/** What is read aloud word for word is a list: the pocket sheet prints its lines. */
function readAloudProblem({ readAloud }: Frontmatter, content: string): { field: string, problem: string } | null {
  return readAloud === undefined || linesOf(content).length > 0
    ? null
    : { field: 'readAloud', problem: 'is for a slide with a list: the pocket sheet prints the list\'s lines, to be read aloud. Write a list, or take the field out' }
}

function sentence(problem: string): string {
  return /[.?]$/.test(problem) ? problem : `${problem}.`
}
