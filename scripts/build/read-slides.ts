import type { SpokenSlide } from '../../exercises/agenda-fit.ts'
import type { Manifest, WrittenSlide } from '../../live/domain/manifest.ts'
import type { Frontmatter } from '../../setup/slide-rules.ts'
import { relative } from 'node:path'
import { injectPreparserExtensionLoader, load } from '@slidev/parser/fs'
import { checkAgenda } from '../../exercises/agenda-check.ts'
import { checkFit } from '../../exercises/agenda-fit.ts'
import { exerciseMatrix } from '../../exercises/agenda-matrix.ts'
import { polls } from '../../exercises/polls.ts'
import { exerciseIds, formOf } from '../../exercises/registry.ts'
import { checkSections } from '../../exercises/sections-check.ts'
import { allSections, formatsWith } from '../../exercises/sections.ts'
import { spokenWords } from '../../handouts/note.ts'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { checkSlides, manifestOf } from '../../live/domain/manifest.ts'
import { applySlideRules, formats } from '../../setup/slide-rules.ts'
import { checkColours } from '../check/colours.ts'
import { checkExerciseFolders } from '../check/exercise-folders.ts'
import { checkPages } from '../check/imported-pages.ts'
import { checkLinks } from '../check/slide-links.ts'
import { checkWritten } from '../check/written-slides.ts'
import { root } from '../lib/paths.ts'

/**
 * Reads `slides.md` and its pages as Slidev does, and checks them, the minutes, the claims and the colours, for all lengths at once.
 * @param folder where `slides.md` stands
 * @param matrix the exercises that take time on these slides
 * @throws DefinitionError naming the file, the line, the id or the field, and what to write, at the first mistake.
 */
export async function readSlides(folder = root, matrix = exerciseMatrix): Promise<WrittenSlide[]> {
  injectPreparserExtensionLoader(async () => [{
    async transformSlide(content, frontmatter) {
      applySlideRules(content, frontmatter, undefined)
      return undefined
    },
  }])
  checkSections()
  checkColours()
  checkExerciseFolders(exerciseIds)
  checkPages(folder)
  const deck = await load({ roots: [folder], userRoot: folder }, `${folder}/slides.md`)
  for (const [path, file] of Object.entries(deck.markdownFiles)) {
    const yaml = file.slides.map(slide => ({ row: slide.start, message: slide.frontmatterDoc?.errors[0]?.message.split('\n')[0] }))
    for (const { row, message } of [...file.errors ?? [], ...yaml]) {
      if (message)
        throw new DefinitionError(`${relative(folder, path)}:${row + 1}: ${message}`)
    }
    for (const slide of file.slides)
      checkWritten(relative(folder, path).replaceAll('\\', '/'), slide)
  }
  const slides = deck.slides.map(({ frontmatter, title, source }) => ({
    ...fieldsOf(frontmatter),
    title: title ?? '',
    file: relative(folder, source.filepath).replaceAll('\\', '/'),
    line: source.start + 1,
  }))
  checkAgenda()
  checkSlides(slides, { polls, pollsFile: 'exercises/polls.ts', sections: allSections.map(({ id }) => ({ id, formats: formatsWith(id) })), formats })
  checkLinks(deck.slides.flatMap(({ content }, i) => slides[i] ? [{ alias: slides[i].alias, place: `${slides[i].file}:${slides[i].line}`, content }] : []))
  checkFit(deck.slides.flatMap(({ frontmatter, note }, i) => slides[i] ? [spokenSlide(slides[i], frontmatter, note ?? '')] : []), undefined, matrix)
  return slides
}

function spokenSlide({ alias, section, formats, file, line }: WrittenSlide, { layout }: Frontmatter, note: string): SpokenSlide {
  return { alias, section, formats, layout: String(layout ?? ''), words: spokenWords(note), place: `${file}:${line}` }
}

/** The manifest of one length, made from what the pages say now. */
export async function readManifest(format: Manifest['format'], folder = root, matrix = exerciseMatrix): Promise<Manifest> {
  return manifestOf(await readSlides(folder, matrix), format)
}

function fieldsOf({ routeAlias, section, poll, exercise, formats, clicks }: Frontmatter): Omit<WrittenSlide, 'title' | 'file' | 'line'> {
  return {
    alias: String(routeAlias ?? ''),
    section: String(section ?? ''),
    poll: poll === undefined ? null : String(poll),
    exercise: formOf(String(exercise)) ? String(exercise) : null,
    formats: formats === undefined ? formatsWith(String(section)) : [formats].flat().map(Number),
    clicks: typeof clicks === 'number' ? clicks : 0,
  }
}
