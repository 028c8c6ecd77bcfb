import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { describeLinks } from '../../scripts/export/pdf-links.ts'

/** A PDF as Chromium writes it, with one link to `target`. */
function pdfWith(target: string): Buffer {
  return Buffer.from(`%PDF-1.4\n7 0 obj\n<</Type /Annot\n/Subtype /Link\n/F 4\n${target}\n/StructParent 1>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n88\n%%EOF\n`, 'latin1')
}

const texts = new Map([['https://example.org/a(b)', 'A page – é'], ['#a b', 'A chapter']])
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

it.each([
  ['out of the document', '/A <</Type /Action\n/S /URI\n/URI (https://example.org/a\\(b\\))>>', 'A page – é'],
  ['within it', '/Dest /a#20b', 'A chapter'],
  ['without words, by its address', '/A <</Type /Action\n/S /URI\n/URI (https://example.org/c)>>', 'https://example.org/c'],
])('a link %s gets a text that says where it leads, and no other byte changes', (_, target, text) => {
  const before = pdfWith(target)
  const after = Buffer.from(describeLinks(before, texts))
  expect(after.subarray(0, before.length).equals(before)).toBe(true)
  const added = after.subarray(before.length).toString('latin1')
  expect(added).toContain(`/Contents <FEFF${hex(text)}>`)
  const place = Number(/7 1\n(\d{10}) 00000 n/.exec(added)?.[1])
  expect(after.subarray(place).toString('latin1')).toMatch(/^7 0 obj\n/)
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(added)?.[1])
  expect(after.subarray(table).toString('latin1')).toMatch(/^xref\n7 1\n/)
  expect(added).toContain('/Prev 88')
})

it('a PDF without links stays as it is', () => {
  const before = Buffer.from('%PDF-1.4\n', 'latin1')
  expect(describeLinks(before, texts)).toBe(before)
})
