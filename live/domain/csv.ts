/** Signs with which spreadsheets begin a formula, wide forms included. */
const FORMULA = '=+\\-@＝＋－＠'
/** Where a spreadsheet may see a formula begin, also one that separates cells by another sign than a comma. */
const formulaStart = new RegExp(`(^|[,;|])([\\s"']*[${FORMULA}])`, 'g')

/**
 * A table as RFC 4180 writes it, for any spreadsheet: a byte-order mark, so that umlauts are not garbled; every text in
 * quotes, and no line break or tab within; an apostrophe before what would be run as a formula, also where a semicolon
 * separates cells.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  if (typeof value === 'number')
    return String(value)
  // eslint-disable-next-line no-control-regex
  const line = value.replace(/[\s\0-\x1F\x7F\x85]+/g, ' ').trim()
  return `"${line.replace(formulaStart, '$1\'$2').replaceAll('"', '""')}"`
}
