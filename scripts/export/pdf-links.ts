import { Buffer } from 'node:buffer'

/** A link as Chromium writes it into a PDF: an object of its own, in plain text. */
const link = /(\d+) 0 obj\n(<<\/Type \/Annot\n\/Subtype \/Link\n[\s\S]*?)>>\nendobj/g

/**
 * Tells in each link of a PDF where it leads, for whoever hears the page. What is there stays byte for byte: the new
 * links are added at the end, as the format provides for changes.
 * @param pdf a file written by Chromium
 * @param textOf the words of a link, by its address or, within the document, by `#` and the name of its target
 */
export function describeLinks(pdf: Uint8Array, textOf: ReadonlyMap<string, string>): Uint8Array {
  const old = Buffer.from(pdf).toString('latin1')
  const [, size, root, info] = /trailer\n<<\/Size (\d+)\n\/Root (\d+ 0 R)\n\/Info (\d+ 0 R)>>/.exec(old) ?? []
  const start = /startxref\n(\d+)\n%%EOF\s*$/.exec(old)?.[1]
  const links = [...old.matchAll(link)]
  if (links.length === 0)
    return pdf
  if (size === undefined || start === undefined)
    throw new Error('The end of the PDF is not what Chromium writes: its links cannot be told apart.')
  let added = old.endsWith('\n') ? '' : '\n'
  const places = links.map(([, id = '', dictionary = '']) => {
    const at = old.length + added.length
    const target = targetOf(dictionary)
    added += `${id} 0 obj\n${dictionary}\n/Contents ${pdfText(textOf.get(target) ?? target)}>>\nendobj\n`
    return `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = old.length + added.length
  added += `xref\n${places.join('')}trailer\n<</Size ${size}\n/Root ${root}\n/Info ${info}\n/Prev ${start}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(old + added, 'latin1')
}

function targetOf(dictionary: string): string {
  const address = /\/URI \(((?:\\.|[^\\)])*)\)/.exec(dictionary)?.[1]
  const name = /\/Dest \/([^\s/>]+)/.exec(dictionary)?.[1] ?? ''
  return address?.replaceAll(/\\(.)/g, '$1') ?? `#${name.replaceAll(/#([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`
}

/** A text as a PDF string. */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
