import { DefinitionError } from '../../live/domain/define-polls.ts'
import { namesLike } from '../lib/closest.ts'

/** A slide with its words, and where it stands. */
export interface LinkingSlide { alias: string, place: string, content: string }

/**
 * Checks that links from slide to slide lead somewhere.
 * @throws DefinitionError naming the slide, the link and the names there are
 */
export function checkLinks(slides: readonly LinkingSlide[]): void {
  const aliases = slides.map(({ alias }) => alias)
  for (const { alias, place, content } of slides) {
    const shown = content.replaceAll(/`[^`\n]*`|<!--[\s\S]*?-->/g, '')
    const lost = [...shown.matchAll(/(?<!!\[[^\]]*)\]\(\/([\w-]+)\)|<Link[^>]*\sto="\/?([\w-]+)"/g)].map(([, inMarkdown, inTag]) => inMarkdown ?? inTag ?? '').find(to => !aliases.includes(to) && !/^\d+$/.test(to))
    if (lost !== undefined)
      throw new DefinitionError(`${place}: slide "${alias}" links to "${lost}", and no slide has that routeAlias. ${namesLike(lost, aliases)}`)
  }
}
