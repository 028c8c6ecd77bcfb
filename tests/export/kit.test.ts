import type { KitSlide } from '../../handouts/kit.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { ReadPdf } from './read-pdf.ts'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agenda, clockText } from '../../exercises/agenda.ts'
import { itemIds, itemText } from '../../exercises/energy-audit/items.ts'
import { emails } from '../../exercises/facilitating-emails.ts'
import { sections } from '../../exercises/sections.ts'
import { clicksIn } from '../../handouts/note.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { exportKit } from '../../scripts/export/export-kit.ts'
import { exportOptions } from '../../scripts/export/export-options.ts'
import { slidesWithNotes } from '../../scripts/export/slides-with-notes.ts'
import { slides as deck } from '../deck-polls.ts'
import { answered, answeredSession, hiddenWord, shownWord } from './answered-session.ts'
import { pngSize, readPdf, squeezed } from './read-pdf.ts'

const names = ['deck', 'facilitator-guide', 'pocket-sheet', 'workbook', 'sponsor-page', 'results'] as const
/** The poster's own heading, and one for each answered poll. */
const posterHeadings = 1 + Object.values(answered).filter(Boolean).length
const folder = mkdtempSync(join(tmpdir(), 'kit-'))
const kit = join(folder, 'dist/kit')
const dataDir = join(folder, 'data')
let slides: KitSlide[]
let pdfs: Record<typeof names[number], ReadPdf>
let left: string[]

/** Resources that would keep the process alive: browsers and servers. */
const running = (): string[] => process.getActiveResourcesInfo().filter(kind => kind === 'ProcessWrap' || kind === 'TCPServerWrap')

beforeAll(async () => {
  const manifest = await readManifest(90)
  slides = await slidesWithNotes(90)
  mkdirSync(dataDir)
  await answeredSession(dataDir, 'Platform team', manifest)
  mkdirSync(kit, { recursive: true })
  writeFileSync(join(kit, 'of-last-time.pdf'), '')
  const before = running()
  await exportKit(exportOptions(['--session', 'Platform team', '--start', '13:00'], { FORK_DATA_DIR: dataDir }), kit)
  left = running().filter(kind => !before.includes(kind))
  const read = await Promise.all(names.map(name => readPdf(join(kit, `${name}.pdf`))))
  pdfs = Object.fromEntries(names.map((name, i) => [name, read[i]])) as typeof pdfs
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('an export replaces the earlier kit, and leaves no browser or server running', () => {
  expect(readdirSync(kit).sort()).toEqual([...names.flatMap(name => [`${name}.html`, `${name}.pdf`]), 'results.png', 'emails', 'third-party-notices.txt'].sort())
  expect(readdirSync(join(kit, 'emails')).sort()).toEqual([...emails(90).map(({ id }) => `${id}.txt`), 'when-to-send.txt'].sort())
  expect(readdirSync(join(folder, 'dist'))).toEqual(['kit'])
  expect(left).toEqual([])
})

describe.each(names)('%s.pdf', (name) => {
  it('is tagged, says its title and language, and has an outline in which each heading stands once', () => {
    const { tagged, title, language, headings, pages } = pdfs[name]
    expect({ tagged, language }).toEqual({ tagged: true, language: 'en' })
    expect(title).toMatch(/^The Fork/)
    expect(headings.size).toBeGreaterThanOrEqual(name === 'results' ? posterHeadings : name === 'deck' || name === 'facilitator-guide' || name === 'workbook' ? 16 : 4)
    for (const heading of headings.keys())
      expect(heading.slice(heading.length / 2)).not.toBe(heading.slice(0, heading.length / 2))
    expect(pages.every(page => page.trim() !== '')).toBe(true)
  })

  it('has a text for every figure and every link, and no heading that skips a level', () => {
    const { figures, levels, linkTexts } = pdfs[name]
    expect(figures.filter(({ text }) => text.trim() === '')).toEqual([])
    expect(linkTexts.filter(text => text.trim() === '')).toEqual([])
    expect(levels[0]).toBe(1)
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
  })

  it('embeds every font, none of them as drawings', () => {
    const { fonts, hasType3 } = pdfs[name]
    expect(fonts.map(font => font.name).join()).toMatch(/Atkinson.*Bricolage|Bricolage.*Atkinson/)
    expect(fonts.filter(font => !font.embedded)).toEqual([])
    expect(hasType3).toBe(false)
  })

  it('has links that lead somewhere, and comes from a page that loads nothing', () => {
    const { out, within } = pdfs[name].links
    expect(out.filter(url => !/^(?:https?|mailto):/.test(url))).toEqual([])
    expect(within).not.toContain(null)
    const html = readFileSync(join(kit, `${name}.html`), 'utf8')
    expect(html.match(/<script|<link rel="?stylesheet|url\((?!["']?(?:data:|#)).{20}/g)).toBeNull()
  })
})

it('the deck has every slide on a page of its own, without a word of a note', () => {
  const { pages, size } = pdfs.deck
  expect(pages).toHaveLength(slides.length)
  expect(size).toEqual([339, 191])
  const text = pages.join(' ')
  for (const { no, title } of slides)
    expect.soft(squeezed(pages[no - 1] ?? ''), title).toContain(squeezed(title))
  for (const sentence of saidSentences(slides))
    expect.soft(text).not.toContain(sentence)
})

it('the guide has what to say on each slide, with the clock time of its section on the page', () => {
  const { pages, size } = pdfs['facilitator-guide']
  expect(size).toEqual([210, 297])
  const text = squeezed(pages.join(' '))
  for (const sentence of saidSentences(slides.filter(({ section }) => section !== 'sources')))
    expect.soft(text).toContain(squeezed(sentence))
  const withSlides = pages.filter(page => page.includes('Bridge'))
  expect(withSlides.filter(page => !/1[345]:\d\d .*min, to 1[345]:\d\d/.test(page))).toEqual([])
  expect(pages.every((page, i) => page.includes('Facilitator only') && page.includes(`Page ${i + 1} of ${pages.length}`))).toBe(true)
  expect(pages[0]).toContain('90 minutes, 13:00 to 14:30')
})

it('the guide\'s contents name the page on which each chapter begins', () => {
  const { pages, headings, links } = pdfs['facilitator-guide']
  for (const [i, chapter] of ['Before the day', 'Run sheet', 'The exercises, one by one', 'When something goes wrong'].entries()) {
    expect(pages[0]).toMatch(new RegExp(`${chapter} ?${headings.get(chapter)}\\b`))
    expect(links.within[i]).toBe(headings.get(chapter))
  }
})

it('the guide has at most 24 pages, says on the first for whom it is not, and ends with the helper\'s sheet', () => {
  const { pages } = pdfs['facilitator-guide']
  expect(pages.length).toBeLessThanOrEqual(24)
  expect(pages[0]).toContain('Not for people who are no engineers')
  expect(pages.at(-1)).toMatch(/Helper’s sheet.*Phones.*Hands.*Hiding words.*The clock/)
})

it('the sponsor page is one side of a sheet, without facilitator text', () => {
  const { pages, size } = pdfs['sponsor-page']
  expect(size).toEqual([210, 297])
  expect(pages).toHaveLength(1)
  expect(pages[0]).not.toContain('Facilitator only')
})

it('the pocket sheet is one sheet with the whole run', () => {
  const { pages } = pdfs['pocket-sheet']
  expect(pages).toHaveLength(2)
  for (const { name, at } of agenda.checkpoints[90])
    expect(pages[0]).toContain(`${name.replace(/^the /, '')} by ${clockText(13 * 60 + at)}`)
})

it.runIf(deck.some(({ keys }) => keys.includes('readAloud')))('the pocket sheet has what is read aloud, word for word', () => {
  const lines = slides.flatMap(({ lines }) => lines)
  expect(lines).not.toEqual([])
  for (const line of lines)
    expect.soft(squeezed(pdfs['pocket-sheet'].pages[0] ?? '')).toContain(squeezed(line))
})

it('the workbook has both forms of the audit, each on two sides, and no facilitator text', () => {
  const { pages, headings } = pdfs.workbook
  for (const form of ['A', 'B']) {
    const front = headings.get(`Energy audit, form ${form}`) ?? 0
    expect(front % 2).toBe(1)
    expect(headings.get(`Add up form ${form}`)).toBe(front + 1)
    for (const id of itemIds)
      expect(squeezed(pages[front - 1] ?? '')).toContain(squeezed(itemText[id]))
  }
  for (const sheet of ['My trial', 'Sealed forecast', 'Labels for the envelopes', 'Hybrid check', 'Paper ballots', 'Tally sheet', 'Exit tickets', 'For yourself'])
    expect([...headings.keys()]).toContain(sheet)
  expect(pages.join(' ')).not.toMatch(/Facilitator only|\d minutes/)
  expect(pages[0]).not.toMatch(/both sides|one side|Cut\b/)
})

it('the workbook names each sheet and numbers none', () => {
  const { pages, headings } = pdfs.workbook
  expect(pages.filter(page => /Page \d/.test(page))).toEqual([])
  expect(pages.filter(page => ![...headings.keys()].some(name => page.includes(name)))).toEqual([])
})

describe('an export with a session', () => {
  const pageOf = (poll: Poll | undefined): string => pdfs.deck.pages[(slides.find(slide => slide.poll === poll?.id)?.no ?? 0) - 1] ?? ''

  it('prints a result with how many answered and when', () => {
    expect(pageOf(answered.above)).toMatch(/7 phones/)
    expect(pageOf(answered.above)).toContain(String(new Date().getFullYear()))
  })

  it('prints no result of a poll below the floor, only its question and options', () => {
    expect(pageOf(answered.below)).toContain(answered.below && optionsOf(answered.below).at(-1)?.label)
    expect(pageOf(answered.below)).not.toContain(String(new Date().getFullYear()))
  })

  it('has a poster with what the room found, and for withheld polls only the reason', () => {
    const [poster = ''] = pdfs.results.pages
    expect(pdfs.results.pages).toHaveLength(1)
    const titleOf = (poll: Poll | undefined): string => sections.find(({ id }) => id === slides.find(slide => slide.poll === poll?.id)?.section)?.title ?? ''
    expect(poster).toContain(`${answered.above?.question} ${titleOf(answered.above)}, 7 phones answered`)
    expect(poster).toContain(answered.above && optionsOf(answered.above).at(-1)?.label)
    expect(poster).toContain(`${answered.below?.question} ${titleOf(answered.below)}, withheld Nothing is told of fewer than 5 answers.`)
    expect(pngSize(join(kit, 'results.png'))).toEqual([1683, 2381])
  })

  it.runIf(answered.words)('prints words, and in no file one that was hidden', () => {
    expect(pageOf(answered.words)).toContain(shownWord)
    for (const name of names)
      expect(readFileSync(join(kit, `${name}.html`), 'utf8')).not.toContain(hiddenWord)
    expect(pdfs.deck.pages.join(' ')).not.toContain('Robin')
  })
})

/** The first sentence of what is to be said on each of some slides. */
function saidSentences(of: readonly KitSlide[]): string[] {
  return of.flatMap(({ note }) => clicksIn(note.find(part => part.name === 'Say')?.text ?? '')[0]?.match(/^.{25,}?[.?!](?= |$)/) ?? [])
}
