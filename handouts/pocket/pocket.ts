import type { RunSheetRow } from '../../exercises/agenda.ts'
import type { Kit } from '../kit.ts'
import { agenda, runSheet } from '../../exercises/agenda.ts'
import { polls } from '../../exercises/polls.ts'

/** Height of a panel's run in pixels, and of what stands in it: also on US Letter. */
const [RUN, TITLE, LINE] = [410, 19, 13]
/** Letters per line, on average. */
const LETTERS = 37

/** A line under a section's title; `strong` leads it. */
interface PocketLine { strong: string, text: string }

/** A section as it stands on the sheet. */
interface PocketRow { row: RunSheetRow, height: number, slides: string, checkpoint: string, lines: readonly PocketLine[] }

/** A panel of the run: its sections, to scale, from one minute of the session to another. */
export interface PocketPanel { from: number, to: number, rows: readonly PocketRow[] }

/** Divides the run into two panels of equal scale, as evenly as sections allow, with the pixels per minute. */
export function pocketPanels(kit: Pick<Kit, 'format' | 'start' | 'slides'>): { panels: readonly [PocketPanel, PocketPanel], perMinute: number } {
  const rows = runSheet(kit.format, kit.start)
  const [end = kit.format] = [rows.at(-1)?.end]
  const split = rows.map(({ end: at }) => at).toSorted((a, b) => Math.abs(a - end / 2) - Math.abs(b - end / 2))[0] ?? end
  const perMinute = RUN / Math.max(split, end - split)
  const panel = (from: number, to: number): PocketPanel => ({ from, to, rows: rows.filter(row => row.start >= from && row.end <= to).map(row => pocketRow(kit, row, perMinute)) })
  return { panels: [panel(0, split), panel(split, end)], perMinute }
}

function pocketRow({ format, slides }: Pick<Kit, 'format' | 'slides'>, row: RunSheetRow, perMinute: number): PocketRow {
  const height = (row.end - row.start) * perMinute
  const own = slides.filter(({ section }) => section === row.id)
  const [first, last] = [own.at(0)?.no, own.at(-1)?.no]
  const checkpoint = row.checkpoint ? `${row.checkpoint.name.replace(/^the /, '')} by ${row.startClock}` : ''
  const asked = own.flatMap(({ no, poll }) => polls.filter(({ id }) => id === poll).map(({ question }) => ({ strong: `Poll ${no}`, text: question })))
  const cut = row.cut ? [{ strong: `Cut ${agenda.cuts[format].indexOf(row.cut) + 1}, wins ${row.cut.minutes}:`, text: row.cut.how }] : []
  const room = Math.floor((height - TITLE) / LINE) - (checkpoint ? 1 : 0)
  return { row, height, slides: first === undefined ? '' : first === last ? `${first}` : `${first} to ${last}`, checkpoint, lines: fitting([...cut, ...asked], room) }
}

/** As many lines as there is room for; a text that does not fit whole loses its last sentences. */
function fitting(lines: readonly PocketLine[], room: number): PocketLine[] {
  const held: PocketLine[] = []
  let left = room
  for (const { strong, text } of lines) {
    const sentences = text.split(/(?<=[.;:]) /)
    const tries = [...sentences.map((_, i) => sentences.slice(0, sentences.length - i).join(' ')), '']
    const fits = tries.find(one => heightOf(strong, one) <= left)
    if (fits === undefined)
      continue
    held.push({ strong, text: fits.replace(/[;:]$/, '.') })
    left -= heightOf(strong, fits)
  }
  return held
}

/** Lines that a text takes. */
function heightOf(strong: string, text: string): number {
  return Math.ceil((strong.length + 1 + text.length) / LETTERS)
}
