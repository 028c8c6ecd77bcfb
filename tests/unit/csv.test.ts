import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../live/domain/csv.ts'

/** A table as a spreadsheet reads it that separates cells by `separator`; quotes hold only where a cell begins with one. */
function read(csv: string, separator: string): string[][] {
  const rows: string[][] = []
  for (const line of csv.replace(/^\uFEFF/, '').split('\r\n').slice(0, -1)) {
    const cells = ['']
    let quoted = false
    let begins = true
    for (let i = 0; i < line.length; i++) {
      const sign = line.charAt(i)
      if (quoted && sign === '"' && line.charAt(i + 1) === '"')
        i += cells.push(`${cells.pop() ?? ''}"`) && 1
      else if (sign === '"' && (quoted || begins))
        quoted = !quoted
      else if (sign === separator && !quoted)
        cells.push('')
      else
        cells.push(`${cells.pop() ?? ''}${sign}`)
      begins = !quoted && sign === separator
    }
    rows.push(cells)
  }
  return rows
}

const text = fc.array(fc.oneof(fc.constantFrom('=', '+', '-', '@', '＝', ';', ',', '\t', '|', '"', '\'', ' ', '\n', '\r', '\0', '1+1', 'ok'), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 }).map(parts => parts.join(''))

describe('a table for spreadsheets', () => {
  it.each<[string, string | number, string]>([
    ['text', 'no time', '"no time"'],
    ['a number', -3, '-3'],
    ['quotes', 'a "b"', '"a ""b"""'],
    ['umlauts and other scripts', 'Müdigkeit 时间', '"Müdigkeit 时间"'],
    ['a formula', '=1+1', '"\'=1+1"'],
    ['a formula behind a semicolon', 'ok;=1+1', '"ok;\'=1+1"'],
    ['a formula behind a comma and space', 'ok, @SUM(A1)', '"ok,\' @SUM(A1)"'],
    ['a formula behind a quote', 'ok;"=1+1"', '"ok;\'""=1+1"""'],
    ['a formula in wide signs', '＝1+1', '"\'＝1+1"'],
    ['a formula behind a tab', 'a\t=1', '"a =1"'],
    ['line breaks', 'two\r\nlines', '"two lines"'],
    ['a minus within', 'on-call; well-known', '"on-call; well-known"'],
  ])('writes %s', (_, value, cell) => {
    expect(csvOf([[value]])).toBe(`\uFEFF${cell}\r\n`)
  })

  it('has the same cells when separated by commas, and no formula when separated by another sign', () => {
    fc.assert(fc.property(fc.array(fc.tuple(text, text, fc.integer()), { minLength: 1, maxLength: 3 }), (rows) => {
      const csv = csvOf(rows)
      expect(read(csv, ',').map(row => row.length)).toEqual(rows.map(row => row.length))
      for (const separator of [',', ';', '\t', '|']) {
        for (const cell of read(csv, separator).flat())
          expect(cell).not.toMatch(/^[\s"]*(?:[=@＝＋－＠]|[+-](?!\d+$))/)
      }
    }), { numRuns: 2_000 })
  })
})
