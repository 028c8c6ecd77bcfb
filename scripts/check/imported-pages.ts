import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { namesLike } from '../lib/closest.ts'

/** Fields that mark a line as frontmatter, wherever it stands. */
const marks = /^(?:layout|routeAlias|reader|formats|claims?|poll|exercise|section|stop|src):(?:\s|$)/
const field = /^[\w-]+\s*:(?:\s|$)/

/**
 * Checks `slides.md` and what it imports as they stand there, before anybody reads fields out of them: what opens has to
 * close where it should, or it swallows what follows, and the mistake shows somewhere else.
 * @throws DefinitionError naming the file and the line, at the first mistake
 */
export function checkPages(folder: string, file = 'slides.md', importedBy: readonly string[] = []): void {
  const text = readFileSync(join(folder, file), 'utf8')
  if (text.startsWith('\uFEFF'))
    throw new DefinitionError(`${file}:1: the file begins with a byte-order mark, which is taken for a word. Save it as UTF-8 without one.`)
  const lines = text.split(/\r?\n/)
  const imported = new Map<string, number>()
  for (const { line, fields } of blocksOf(file, lines)) {
    const src = fields.map((text, i) => ({ path: /^src:\s*["']?([^"'\s]*)/.exec(text)?.[1], at: line + i })).find(({ path }) => path !== undefined)
    if (src?.path === undefined)
      continue
    const [path = ''] = src.path.split('#')
    const target = relative(folder, path.startsWith('/') ? join(folder, path) : join(folder, dirname(file), path)).replaceAll('\\', '/')
    const where = `${file}:${src.at + 1}`
    if (path === '' || !existsSync(join(folder, target)))
      throw new DefinitionError(`${where}: there is no file ${target || 'named here'} to import. ${namesLike(target, pagesIn(folder, posix.dirname(target)))}`)
    const before = imported.get(src.path)
    if (before !== undefined)
      throw new DefinitionError(`${where}: ${target} is imported on line ${before + 1} already. Import it once.`)
    imported.set(src.path, src.at)
    if ([file, ...importedBy].includes(target))
      throw new DefinitionError(`${where}: ${target} imports itself. Take this import out.`)
    checkPages(folder, target, [file, ...importedBy])
  }
}

function pagesIn(folder: string, place: string): string[] {
  const from = existsSync(join(folder, place)) ? place : 'pages'
  return existsSync(join(folder, from)) ? readdirSync(join(folder, from)).filter(name => name.endsWith('.md')).map(name => posix.join(from, name)) : []
}

/** A slide's frontmatter: its first line of fields, from 0, and the fields. */
interface Block { line: number, fields: string[] }

/** Finds the frontmatter blocks of a file as Slidev does. */
function blocksOf(file: string, lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (/^---(?!-)/.test(line) && lines[i + 1]?.trim()) {
      const end = endOfFields(file, lines, i)
      blocks.push({ line: i + 1, fields: lines.slice(i + 1, end) })
      i = end
    }
    else if (line.trimStart().startsWith('```')) {
      i = endOfCode(file, lines, i)
    }
    else if (marks.test(line)) {
      throw new DefinitionError(`${file}:${i + 1}: “${line.trim()}” stands among the words of a slide. Fields stand at its beginning, with --- on the line directly above the first of them.`)
    }
    else {
      i = endOfComment(file, lines, i)
    }
  }
  return blocks
}

function endOfFields(file: string, lines: readonly string[], start: number): number {
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trimEnd() === '---')
      return i
    const isHeading = /^#+ /.test(line) && lines[i - 1]?.trim() === ''
    if (isHeading || !(line.trim() === '' || /^[\s#-]/.test(line) || field.test(line)))
      throw new DefinitionError(`${file}:${i + 1}: “${line.trim()}” stands among the fields of the slide that begins on line ${start + 1}. Write --- on a line of its own below the last field, where the words begin; a field is written “name: value”.`)
  }
  throw new DefinitionError(`${file}:${start + 1}: the fields of this slide have no end. Write --- on a line of its own below the last of them.`)
}

function endOfCode(file: string, lines: readonly string[], start: number): number {
  const fence = /^\s*(`+)/.exec(lines[start] ?? '')?.[1] ?? ''
  const end = lines.findIndex((line, i) => i > start && line.trimStart().startsWith(fence))
  if (end < 0)
    throw new DefinitionError(`${file}:${start + 1}: this block of code is never closed. Write ${fence} on a line of its own below it.`)
  return end
}

/** The line that closes the comment opened here; the line itself if none stays open. */
function endOfComment(file: string, lines: readonly string[], start: number): number {
  const rest = (lines[start] ?? '').replaceAll(/<!--.*?-->/g, '')
  if (rest.includes('-->') && !rest.includes('<!--'))
    throw new DefinitionError(`${file}:${start + 1}: --> closes a comment that nothing opens. Write <!-- where the facilitator's note begins, or take --> out.`)
  if (!rest.includes('<!--'))
    return start
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.includes('-->'))
      return i
    if (line.startsWith('---') || line.includes('<!--'))
      break
  }
  throw new DefinitionError(`${file}:${start + 1}: this comment is never closed, and would swallow the slides below it. Write --> at its end.`)
}
