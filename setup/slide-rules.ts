import { basename } from 'node:path'
import { polls } from '../exercises/polls.ts'
import { allSections, formatsWith } from '../exercises/sections.ts'
import { clicksOf } from '../live/domain/poll-rules.ts'

export { formats } from '../exercises/sections.ts'

/** A slide's frontmatter: YAML that somebody wrote, so anything may stand in it. */
export type Frontmatter = Record<string, unknown>

/** The section whose id is one of the words in a page's file name: `pages/02-two-roles.md` is in `roles`. */
export function sectionOf(file: string): string | undefined {
  const words = basename(file).split(/[-.#]/)
  return allSections.find(section => words.includes(section.id))?.id
}

/** Whether a length has the slide. No `formats` means all that have its section; no `format` asks for everything. */
export function isShown({ formats, section }: Frontmatter, format: number | undefined): boolean {
  const lengths: readonly unknown[] = formats === undefined ? formatsWith(String(section)) : [formats].flat()
  return format === undefined || lengths.length === 0 || lengths.includes(format)
}

/**
 * Adds to one slide's frontmatter what follows from the rest of it: the section of an imported page whose file is one's,
 * a poll's question as title and its clicks, and `hide` for what this length leaves out.
 * Says nothing about mistakes: the manifest's check does, with the file's name.
 */
export function applySlideRules(content: string, frontmatter: Frontmatter, format: number | undefined): void {
  const section = typeof frontmatter.src === 'string' ? sectionOf(frontmatter.src) : undefined
  if (section !== undefined)
    frontmatter.section = section
  if (frontmatter.src === undefined && content === '' && frontmatter.layout === undefined)
    frontmatter.hide = true // the headmatter of slides.md
  const poll = polls.find(one => one.id === frontmatter.poll)
  if (poll) {
    frontmatter.title ??= poll.question
    frontmatter.clicks = clicksOf(poll)
  }
  if (!isShown(frontmatter, format))
    frontmatter.hide = true
}
