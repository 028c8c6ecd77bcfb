import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'

/** How many pages a PDF has, and on which, from 1, each heading of its outline stands; of two with the same words the first. */
export async function outlineOf(pdf: string): Promise<{ pages: number, headings: Map<string, number> }> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)))
  const headings = new Map<string, number>()
  const walk = async (items: Awaited<ReturnType<typeof document.getOutline>> | null): Promise<void> => {
    for (const { title, dest, items: below } of items ?? []) {
      const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
      if (target && !headings.has(title))
        headings.set(title, await document.getPageIndex(target[0] as Parameters<typeof document.getPageIndex>[0]) + 1)
      await walk(below)
    }
  }
  await walk(await document.getOutline())
  return { pages: document.numPages, headings }
}

/** Puts page numbers where a page of HTML asks for one, with an empty `<span data-page-of="the heading">`. */
export function withPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(/(<span data-page-of="([^"]+)">)(?=<\/span>)/g, (whole, tag: string, heading: string) => `${tag}${pages.get(heading) ?? ''}`)
}
