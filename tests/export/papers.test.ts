import type { ManagerPresence } from '../../exercises/facilitating-variants.ts'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { reunionFormat, reunionSections } from '../../exercises/sections.ts'
import { sheetNames } from '../../exercises/sheets.ts'
import { reunionSheet } from '../../exercises/three-questions/questions.ts'
import { handoutsOf, printHandout } from '../../scripts/export/handouts.ts'
import { slidesWithNotes } from '../../scripts/export/slides-with-notes.ts'
import { usePrinter } from './printer.ts'
import { readPdf } from './read-pdf.ts'

const { folder, browser } = usePrinter('papers')

/** Sheets of the workbook that are one page whatever the paper. */
const onePage = ['Energy audit, form A', 'Add up form A', 'Energy audit, form B', 'Add up form B', 'Trials to choose from: people work', 'Trials to choose from: systems work', 'My trial', 'How to ask for the yes', 'Partner call', 'Sealed forecast', 'Labels for the envelopes', 'Hybrid check', 'Paper ballots']

it('at the reunion the guide names its own sections, and the workbook holds only its own sheets, each on its page', async () => {
  const handouts = await handoutsOf({ format: reunionFormat, start: 600, manager: 'absent', slides: await slidesWithNotes(reunionFormat) })
  const [guide, pocket, workbook] = await Promise.all(handouts.slice(0, 3).map(async (handout) => {
    await printHandout(browser(), folder, handout, 'a4')
    return readPdf(join(folder, `${handout.name}.pdf`))
  }))
  expect(guide?.pages[0]).toContain('30 minutes, 10:00 to 10:30')
  for (const { title } of reunionSections)
    expect([...guide?.headings.keys() ?? []]).toContain(title)
  expect(guide?.pages.join(' ')).not.toMatch(/energy audit starts|toll poll|astrology|draining week/)
  expect(guide?.pages[0]).toMatch(/Who it is for Everybody who was at the workshop/)
  expect([...guide?.headings.keys() ?? []]).toEqual(expect.arrayContaining(['Everybody on a call', 'Some in the room, some on a call', 'The manager is not there']))
  expect(handouts.map(({ name }) => name)).not.toContain('sponsor-page')
  expect(pocket?.pages).toHaveLength(2)
  expect([...workbook?.headings.keys() ?? []]).toEqual(expect.arrayContaining([sheetNames.opening, reunionSheet, sheetNames.ballots]))
  expect(workbook?.headings.get(reunionSheet)).toBe((workbook?.headings.get(sheetNames.opening) ?? 0) + 1)
  expect(workbook?.headings.has(sheetNames.formA)).toBe(false)
})

/** Every length with each manager sheet there is to meet, and on each paper. */
it.each([
  { format: 90, paper: 'letter', manager: 'present', size: [216, 279] },
  { format: 60, paper: 'a4', manager: 'present', size: [210, 297] },
  { format: 60, paper: 'letter', manager: 'partly', size: [216, 279] },
  { format: 45, paper: 'a4', manager: 'partly', size: [210, 297] },
  { format: 45, paper: 'letter', manager: 'present', size: [216, 279] },
] as const)('$format minutes on $paper: each sheet is on its own page, and the chosen manager sheet is in the guide', async ({ format, paper, manager, size }) => {
  const handouts = await handoutsOf({ format, start: 600, manager: manager satisfies ManagerPresence, slides: await slidesWithNotes(format) })
  const pdfs = []
  for (const handout of handouts) {
    await printHandout(browser(), folder, handout, paper)
    pdfs.push(await readPdf(join(folder, `${handout.name}.pdf`)))
  }
  const [guide, pocket, workbook] = pdfs
  expect(pdfs.map(pdf => pdf.size)).toEqual(handouts.map(() => size))
  expect(pocket?.pages).toHaveLength(2)
  expect(guide?.pages.length).toBeLessThanOrEqual(26)
  expect(guide?.pages[0]).toMatch(manager === 'present' ? /the manager is there throughout/ : /the manager is there for the first half hour/)
  expect(await cutsOf(join(folder, 'workbook.html'), size[0])).toEqual([])
  const starts = onePage.map(sheet => workbook?.headings.get(sheet) ?? 0).toSorted((a, b) => a - b)
  const cards = format === 45 ? 0 : 1
  expect(starts.map(start => start - (starts[0] ?? 0))).toEqual([0, 1, 2, 3, ...[4, 5, 6, 7, 8, 9, 10, 11, 12].map(n => n + cards)])
  expect(workbook?.headings.has('Activity cards: one set for two people')).toBe(cards === 1)
})

/** Cut lines that do not run from edge to edge of the paper, or do not part it into equal pieces. */
async function cutsOf(html: string, millimetres: number): Promise<string[]> {
  const page = await browser().newPage({ viewport: { width: Math.round(millimetres / 25.4 * 96), height: 1000 } })
  await page.emulateMedia({ media: 'print' })
  await page.goto(pathToFileURL(html).href)
  const wrong = await page.evaluate(() => [...document.querySelectorAll('.cut-lines')].flatMap((lines) => {
    const sheet = lines.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const isWhole = Math.abs(sheet.width - innerWidth) < 2
    const across = [...lines.querySelectorAll('span.across')].map(line => line.getBoundingClientRect())
    const down = [...lines.querySelectorAll('span.down')].map(line => line.getBoundingClientRect())
    const isTrue = across.every((line, i) => Math.abs(line.width - sheet.width) < 1 && Math.abs(line.top - sheet.top - sheet.height * (i + 1) / (across.length + 1)) < 1)
      && down.every((line, i) => Math.abs(line.height - sheet.height) < 1 && Math.abs(line.left - sheet.left - sheet.width * (i + 1) / (down.length + 1)) < 1)
    return isWhole && isTrue && across.length + down.length > 0 ? [] : [lines.parentElement?.className ?? '']
  }))
  await page.close()
  return wrong
}
