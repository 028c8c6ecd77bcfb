import type { Handout } from '../../handouts/render.ts'
import type { ExportOptions } from './export-options.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '../lib/paths.ts'
import { PlainError } from '../lib/say.ts'
import { papers, posterPapers } from '../lib/settings.ts'

const require = createRequire(import.meta.url)
/** The weights of `styles/index.ts`: static ones, since variable fonts embed badly in a PDF. */
const weights = [
  '@fontsource/atkinson-hyperlegible-next/400.css',
  '@fontsource/atkinson-hyperlegible-next/600.css',
  '@fontsource/bricolage-grotesque/600.css',
  '@fontsource/bricolage-grotesque/700.css',
]
const workbook = ['sheet', 'writing', 'audit', 'cut', 'ballots'].map(dressed => `workbook/${dressed}.css`)
const guide = ['chapters', 'front', 'text', 'run-sheet', 'reference'].map(dressed => `guide/${dressed}.css`)
const sheets: Record<Handout['name'], readonly string[]> = {
  'facilitator-guide': guide,
  'pocket-sheet': ['pocket.css'],
  'workbook': workbook,
  'sponsor-page': ['sponsor.css'],
  'results': ['poster.css', 'poster/answers.css'],
  'asking-guide': workbook,
  'partner-call': workbook,
}

/**
 * The `@font-face` rules of the kit with the fonts inside them.
 * @throws PlainError naming the font that is missing
 */
export function fontFaces(): string {
  return weights.flatMap((name) => {
    const file = found(name)
    const faces = readFileSync(file, 'utf8').match(/@font-face \{[^}]+\}/g) ?? []
    return faces.filter(face => face.includes('-latin-')).map(face => face.replace(/src:[^;]+;/, () => {
      const font = found(join(dirname(file), /url\(([^)]+\.woff2)\)/.exec(face)?.[1] ?? ''))
      return `src: url(data:font/woff2;base64,${readFileSync(font, 'base64')}) format('woff2');`
    }))
  }).join('\n')
}

function found(name: string): string {
  try {
    return require.resolve(name)
  }
  catch {
    throw new PlainError(`The font file ${name} is missing. Install the packages again: npm ci.`)
  }
}

/** A handout as a page that needs no other file. */
export function pageOf({ name, title, head, body }: Handout, paper: ExportOptions['paper']): string {
  const [tokens, heard, black, ...own] = ['styles/tokens.css', 'styles/heard.css', ...['paper.css', 'handout.css', 'marks.css', ...sheets[name]].map(file => `handouts/${file}`)].map(file => readFileSync(join(root, file), 'utf8'))
  const [left, right] = head.map(text => JSON.stringify(text))
  // The poster is a picture for the screen as well, in the colours of the screen.
  const isPoster = name === 'results'
  const colours = isPoster ? `@media print { ${black} }` : black
  const [width, height] = (isPoster ? posterPapers : papers)[paper]
  return htmlPage({
    title,
    styles: `${fontFaces()}\n${[tokens, heard, colours, ...own].join('\n')}\n:root { --sheet-width: ${width}; --sheet-height: ${height} }\n@page { size: ${width} ${height}; @top-left { content: ${left} } @top-right { content: ${right} } }`,
    body,
  })
}

/** A whole page with its styles inside. */
export function htmlPage({ title, styles, body, className = '', viewport = 'width=device-width, initial-scale=1' }: { title: string, styles: string, body: string, className?: string, viewport?: string }): string {
  return `<!doctype html>
<html lang="en" class="${className}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="${viewport}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
${styles}
</style>
</head>
<body>
${body}
</body>
</html>
`
}
