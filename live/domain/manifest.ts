import type { Poll } from './poll-rules.ts'
import { DefinitionError } from './define-polls.ts'

/** One slide as the server needs to know it. */
export interface ManifestSlide {
  /** Counts from 1, as in the deck's address. */
  no: number
  title: string
  /** Short stable name of the slide; unique in the deck. */
  alias: string
  section: string
  /** Id of the poll that this slide asks. */
  poll: string | null
  /** Id of the exercise that phones offer from this slide on. */
  exercise: string | null
  /** Clicks the slide is known to take: a poll's come from its kind. */
  clicks: number
}

/** Lengths a workshop may have, in minutes. */
export type Length = 30 | 45 | 60 | 90

/** What is on which slide, for one length of the workshop. Made when the deck is built. */
export interface Manifest {
  /** Minutes. */
  format: Length
  slides: readonly ManifestSlide[]
}

/** A slide as it was written, before a length was chosen. */
export interface WrittenSlide extends Omit<ManifestSlide, 'no'> {
  /** Path from the top of the project. */
  file: string
  /** Line of the file the slide starts on, from 1. */
  line: number
  /** Lengths that show the slide. */
  formats: readonly number[]
}

/** A part of a workshop, and the lengths that have it. */
interface KnownSection { id: string, formats: readonly number[] }

/** The names that a slide's frontmatter may refer to. */
export interface Known {
  polls: readonly Poll[]
  /** File the polls are written in. */
  pollsFile: string
  sections: readonly KnownSection[]
  formats: readonly Manifest['format'][]
}

/** With a letter in it: a number alone is the place of a slide. */
const kebab = /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Checks the slides of all lengths against each other and against what they name.
 * @throws DefinitionError naming the file and the id, at the first mistake.
 */
export function checkSlides(slides: readonly WrittenSlide[], known: Known): void {
  const aliases = new Map<string, WrittenSlide>()
  for (const slide of slides) {
    checkSlide(slide, known)
    const other = aliases.get(slide.alias)
    if (other)
      throw new DefinitionError(`${place(slide)}: routeAlias "${slide.alias}" is taken by ${place(other)}. Give one of the two another name.`)
    aliases.set(slide.alias, slide)
  }
  for (const poll of known.polls) {
    if (!slides.some(slide => slide.poll === poll.id))
      throw new DefinitionError(`${known.pollsFile}: poll "${poll.id}" is on no slide. Add a slide with "layout: poll" and "poll: ${poll.id}", or remove the poll.`)
  }
  for (const format of known.formats)
    checkFormat(slides.filter(slide => slide.formats.includes(format)), format, known)
}

/** The slides of one length, numbered as the deck numbers them. */
export function manifestOf(slides: readonly WrittenSlide[], format: Manifest['format']): Manifest {
  return {
    format,
    slides: slides.filter(slide => slide.formats.includes(format)).map(({ title, alias, section, poll, exercise, clicks }, index) =>
      ({ no: index + 1, title, alias, section, poll, exercise, clicks })),
  }
}

function checkSlide(slide: WrittenSlide, known: Known): void {
  if (!kebab.test(slide.alias))
    throw new DefinitionError(`${place(slide)}: ${slide.alias ? `routeAlias "${slide.alias}" must be lower-case words joined by hyphens` : 'the slide has no routeAlias. Give it a short name of lower-case words joined by hyphens'}.`)
  const name = `${place(slide)}: slide "${slide.alias}"`
  const section = known.sections.find(({ id }) => id === slide.section)
  if (!section)
    throw new DefinitionError(`${name} is in no section. Put one of these words into the name of its file, or into its field "section": ${list(known.sections.map(({ id }) => id))}.`)
  if (slide.poll !== null && !known.polls.some(poll => poll.id === slide.poll))
    throw new DefinitionError(`${name} names poll "${slide.poll}", which is not in ${known.pollsFile}. There are: ${list(known.polls.map(poll => poll.id))}.`)
  const lengths = section.formats
  const odd = slide.formats.find(format => !lengths.includes(format))
  if (odd !== undefined || slide.formats.length === 0)
    throw new DefinitionError(`${name}: formats must be a list of one or more of ${list(lengths)}${odd === undefined ? '' : `, not "${odd}"`}.`)
}

function checkFormat(slides: readonly WrittenSlide[], format: number, known: Known): void {
  const asked = new Map<string, WrittenSlide>()
  for (const slide of slides) {
    if (slide.poll === null)
      continue
    const other = asked.get(slide.poll)
    if (other)
      throw new DefinitionError(`${place(slide)}: poll "${slide.poll}" is already on slide "${other.alias}" (${place(other)}) in the ${format} minutes. A poll has one slide.`)
    asked.set(slide.poll, slide)
  }
  for (const section of known.sections) {
    if (section.formats.includes(format) && !slides.some(slide => slide.section === section.id))
      throw new DefinitionError(`slides.md: section "${section.id}" has no slides in the ${format} minutes. Import its file, or take ${format} into the formats of one of its slides.`)
  }
}

function place(slide: WrittenSlide): string {
  return `${slide.file}:${slide.line}`
}

function list(values: readonly (string | number)[]): string {
  return values.join(', ')
}
