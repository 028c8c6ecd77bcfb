import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'
import { outlineOf } from '../../scripts/export/pdf-pages.ts'

/** What a reader, a printer and a screen reader find in a PDF. */
export interface ReadPdf {
  /** Text of each page, on one line. */
  pages: string[]
  /** Width and height of the first page in millimetres, rounded. */
  size: [number, number]
  title: string | undefined
  language: string | undefined
  tagged: boolean
  /** Page of each heading. */
  headings: Map<string, number>
  /** Page and text of each figure as a screen reader meets it. */
  figures: { page: number, text: string }[]
  /** Level of each heading, in order. */
  levels: number[]
  /** What a screen reader says of each link. */
  linkTexts: string[]
  /** Links out of the document, and the page each link within it leads to. */
  links: { out: string[], within: (number | null)[] }
  fonts: { name: string, embedded: boolean }[]
  hasType3: boolean
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

export async function readPdf(file: string): Promise<ReadPdf> {
  const bytes = readFileSync(file)
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const info = (await document.getMetadata()).info as { Title?: string, Language?: string }
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)))
  const [left = 0, top = 0, right = 0, bottom = 0] = pages[0]?.view ?? []
  const millimetres = (points: number): number => Math.round(points / 72 * 25.4)
  const annotations = (await Promise.all(pages.map(page => page.getAnnotations()))).flat() as { subtype: string, url?: string, dest?: string, contentsObj?: { str: string } }[]
  const structure = (await Promise.all(pages.map(async (page, i) => nodesOf(await page.getStructTree()).map(node => ({ ...node, page: i + 1 }))))).flat()
  const within = annotations.filter(({ dest }) => dest !== undefined)
  // Chromium writes its objects as plain text; pdf.js does not tell whether a font is embedded.
  const descriptors = bytes.toString('latin1').match(/<<\/Type \/FontDescriptor[^>]*>>/g) ?? []
  return {
    pages: await Promise.all(pages.map(async page => (await page.getTextContent()).items.map(item => 'str' in item ? item.str + (item.hasEOL ? ' ' : '') : '').join('').replace(/\s+/g, ' '))),
    size: [millimetres(right - left), millimetres(bottom - top)],
    title: info.Title,
    language: info.Language,
    tagged: (await document.getMarkInfo())?.Marked === true,
    headings: (await outlineOf(file)).headings,
    figures: structure.filter(({ role }) => role === 'Figure').map(({ page, alt }) => ({ page, text: alt ?? '' })),
    levels: structure.flatMap(({ role }) => /^H\d$/.test(role) ? [Number(role.slice(1))] : []),
    linkTexts: annotations.filter(({ subtype }) => subtype === 'Link').map(({ contentsObj }) => contentsObj?.str ?? ''),
    links: {
      out: annotations.flatMap(({ url }) => url ?? []),
      within: await Promise.all(within.map(({ dest }) => pageOf(document, dest ?? ''))),
    },
    fonts: descriptors.map(text => ({ name: /\/FontName \/(\S+)/.exec(text)?.[1] ?? '', embedded: /\/FontFile[23]? /.test(text) })),
    hasType3: /\/Subtype \/Type3/.test(bytes.toString('latin1')),
  }
}

interface Node { role: string, alt?: string, children?: unknown[] }

/** An element of a page's structure and all below it, in reading order. */
function nodesOf(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null || !('role' in node))
    return []
  const { role, alt, children = [] } = node as Node
  return [{ role, alt }, ...children.flatMap(nodesOf)]
}

async function pageOf(document: Document, name: string): Promise<number | null> {
  const target = await document.getDestination(name)
  return target ? await document.getPageIndex(target[0] as Parameters<Document['getPageIndex']>[0]) + 1 : null
}

/** Text without what typesetting does to it: line breaks, soft hyphens, curly apostrophes. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00AD]/g, '').replaceAll('’', '\'')
}

/** Width and height of a PNG in pixels. */
export function pngSize(file: string): [number, number] {
  const head = readFileSync(file)
  return [head.readUInt32BE(16), head.readUInt32BE(20)]
}
