import type { Plugin } from 'vite'
import { load } from '@slidev/parser/fs'
import { siteSheets } from '../exercises/sheets.ts'

/** A slide as somebody without JavaScript reads it. */
export interface PlainSlide { no: number, alias: string, title: string, words: string }

const INTRODUCTION = 'The drawings, questions and exercises here need JavaScript. These are the words.'

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function addressOf(base: string, { alias }: PlainSlide): string {
  return `${base}${alias}/`
}

const style = 'noscript main { max-width: 36em; margin: 2em auto; padding: 0 1em; font: 18px/1.5 system-ui, sans-serif } noscript :is(h1, h2) { margin: 1.5em 0 0.25em; font: bold 1.3em/1.2 system-ui, sans-serif } noscript p { margin: 0 0 1em } noscript a { color: inherit; text-decoration: underline }'

function plainPage(body: string): string {
  return `<noscript><style>${style}</style><main>\n<p>${INTRODUCTION}</p>\n${body}\n</main></noscript>`
}

/** The words of the whole deck, one slide below the other, then the sheets to take along. */
export function wholeText(slides: readonly PlainSlide[], base: string): string {
  const along = siteSheets.map(({ name, title, what }) => `<p><a href="${base}${name}.html">${escape(title)}</a>: ${escape(what)}</p>`)
  return plainPage([...slides.map(slide => `<h2><a href="${addressOf(base, slide)}">${escape(slide.title)}</a></h2>\n<p>${escape(slide.words)}</p>`), ...along].join('\n'))
}

/** The words of one slide, with the way back and on. */
export function slideText(slides: readonly PlainSlide[], slide: PlainSlide, base: string): string {
  const [before, after] = [slides[slide.no - 2], slides[slide.no]]
  const link = (text: string, to: PlainSlide | undefined): string[] => to ? [`<a href="${addressOf(base, to)}">${text}: ${escape(to.title)}</a>`] : []
  return plainPage(`<h1>${escape(slide.title)}</h1>\n<p>${escape(slide.words)}</p>\n<p>${[...link('Back', before), ...link('Next', after), `<a href="${base}">All slides</a>`].join('<br>')}</p>`)
}

/** The slides of the deck that is being built, as Slidev's own parser reads them in this process. */
async function readPlainSlides(folder: string): Promise<PlainSlide[]> {
  const { slides } = await load({ roots: [folder], userRoot: folder }, `${folder}/slides.md`, undefined, 'build')
  return slides.filter(({ frontmatter }) => !frontmatter.hide).map(({ frontmatter, title }, i) => ({
    no: i + 1,
    alias: String(frontmatter.routeAlias ?? i + 1),
    title: title ?? '',
    words: typeof frontmatter.reader === 'string' ? frontmatter.reader.trim() : '',
  }))
}

/**
 * A page for each slide, by its number and by its name, so that every address of the site works on a server that knows
 * nothing but files; in each, and in the first page, the words for whoever has no JavaScript.
 */
export function pages(): Plugin {
  return {
    name: 'site-pages',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const { root, base } = this.environment.config
      const index = bundle['index.html']
      if (index?.type !== 'asset')
        throw new Error('The site has no first page.')
      const slides = await readPlainSlides(root)
      const html = String(index.source)
      const page = (text: string): string => html.replace(/<body[^>]*>/, start => `${start}\n${text}`)
      for (const slide of slides) {
        for (const name of new Set([String(slide.no), slide.alias]))
          this.emitFile({ type: 'asset', fileName: `${name}/index.html`, source: page(slideText(slides, slide, base)) })
      }
      index.source = page(wholeText(slides, base))
      this.emitFile({ type: 'asset', fileName: 'print/index.html', source: index.source })
    },
  }
}
