import type { KitSlide } from '../../handouts/kit.ts'
import type { Manifest } from '../../live/domain/manifest.ts'
import { load } from '@slidev/parser/fs'
import { linesOf, partNames, partsOf } from '../../handouts/note.ts'
import { manifestOf } from '../../live/domain/manifest.ts'
import { readSlides } from '../build/read-slides.ts'
import { root } from '../lib/paths.ts'
import { PlainError } from '../lib/say.ts'

/**
 * The slides of one length with their notes, still without pictures.
 * @throws DefinitionError for a mistake in a page; PlainError for a note that lacks one of its four parts
 */
export async function slidesWithNotes(format: Manifest['format'], folder = root): Promise<KitSlide[]> {
  const written = await readSlides(folder)
  const manifest = manifestOf(written, format)
  const deck = await load({ roots: [folder], userRoot: folder }, `${folder}/slides.md`)
  const words = new Map(deck.slides.map(({ frontmatter, note = '', content }) => [String(frontmatter.routeAlias), { note, lines: frontmatter.readAloud === true ? linesOf(content) : [] }]))
  return manifest.slides.map(({ no, title, alias, section, poll, exercise }) => {
    const note = partsOf(words.get(alias)?.note ?? '')
    const missing = partNames.find(name => !note.some(part => part.name === name))
    if (missing) {
      const place = written.find(slide => slide.alias === alias)
      throw new PlainError(`${place?.file}:${place?.line}: slide "${alias}": its note has no part **${missing}**. A note has four parts: ${partNames.join(', ')}.`)
    }
    return { no, alias, title, section, poll, exercise, note, lines: words.get(alias)?.lines ?? [], picture: '' }
  })
}
