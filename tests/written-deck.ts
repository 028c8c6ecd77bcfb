import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from '@slidev/parser/fs'
import { formatsWith } from '../exercises/sections.ts'
import { sectionOf } from '../setup/slide-rules.ts'

/** A slide as it stands in `pages/`, for every length of the workshop. */
export interface DeckSlide {
  /** File and name, to find the slide when a test fails. */
  place: string
  alias: string
  section: string
  layout: string
  formats: readonly number[]
  reader: string
  poll: string | null
  exercise: string | null
  /** Number of the stop that the slide opens. */
  stop: number | null
  /** Ids from `claim` and `claims` together. */
  claims: readonly string[]
  /** Keys of the frontmatter as it is written: another test of the process may read slides with rules that add some. */
  keys: readonly string[]
  /** Markdown without frontmatter and without the note. */
  body: string
  note: string
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Every slide that has words of its own, in the order of the deck. */
export async function readDeck(): Promise<DeckSlide[]> {
  const { slides } = await load({ roots: [root], userRoot: root }, `${root}/slides.md`)
  return slides.filter(({ source }) => basename(source.filepath) !== 'slides.md').map(({ frontmatter, content, note, source }) => {
    const section = sectionOf(source.filepath) ?? textOf(frontmatter.section)
    return {
      place: `${basename(source.filepath)}, ${textOf(frontmatter.routeAlias) || `line ${source.start + 1}`}`,
      alias: textOf(frontmatter.routeAlias),
      section,
      layout: textOf(frontmatter.layout),
      formats: frontmatter.formats === undefined ? formatsWith(section) : [frontmatter.formats].flat(),
      reader: textOf(frontmatter.reader),
      poll: textOf(frontmatter.poll) || null,
      exercise: textOf(frontmatter.exercise) || null,
      stop: typeof frontmatter.stop === 'number' ? frontmatter.stop : null,
      claims: [...new Set([frontmatter.claim ?? [], frontmatter.claims ?? []].flat(2).map(String))],
      keys: source.frontmatterRaw?.match(/^\w+(?=:)/gm) ?? [],
      body: content,
      note: note ?? '',
    }
  })
}
