import type { Agenda, AgendaId, Checkpoint, Cut } from '../../exercises/agenda.ts'
import type { Format, Minutes } from '../../exercises/exercise.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAgenda } from '../../exercises/agenda-check.ts'
import { planOf } from '../../exercises/agenda-plan.ts'
import { agenda, clockText, formats, runSheet } from '../../exercises/agenda.ts'
import { reunionFormat, reunionSections, workshopFormats } from '../../exercises/sections.ts'
import { cutsFor, cutsLeft, pacing } from '../../live/domain/pacing.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { samplePlan } from './sample-plan.ts'

const anyFormat = fc.constantFrom<Format>(...formats)
const anyPlace = anyFormat.chain(format => fc.record({
  format: fc.constant(format),
  section: fc.constantFrom(...runSheet(format, 0).map(row => row.id)),
}))

type Row = ReturnType<typeof runSheet>[number]

const rowsOf = (format: Format): Row[] => runSheet(format, 0)

/** The workshop's own agenda, with one section of one length changed. */
function withMinutes(id: AgendaId, format: Format, change: (own: Minutes) => Minutes): Agenda {
  return {
    ...agenda,
    sections: agenda.sections.map((one) => {
      const own = one.minutes[format]
      return one.id === id && own ? { ...one, minutes: { ...one.minutes, [format]: change(own) } } : one
    }),
  }
}

const withCuts = (format: Format, cuts: readonly Cut[]): Agenda => ({ ...agenda, cuts: { ...agenda.cuts, [format]: cuts } })
const withCheckpoint = (format: Format, checkpoint: Checkpoint): Agenda => ({ ...agenda, checkpoints: { ...agenda.checkpoints, [format]: [checkpoint] } })

describe('the agenda', () => {
  it('has no mistake in its minutes', () => {
    expect(() => checkAgenda()).not.toThrow()
  })

  it.each(formats)('of %i minutes ends after that time, and has each checkpoint at its clock time', (format) => {
    const rows = runSheet(format, 570)
    expect(rows.at(-1)?.endClock).toBe(clockText(570 + format))
    expect(rows.flatMap(row => row.checkpoint ? [[row.checkpoint, row.startClock]] : []))
      .toEqual(agenda.checkpoints[format].map(checkpoint => [checkpoint, clockText(570 + checkpoint.at)]))
  })

  it('has each section begin when the one before it ends, at any start', () => {
    fc.assert(fc.property(anyFormat, fc.integer({ min: 0, max: 1439 }), (format, start) => {
      const rows = runSheet(format, start)
      rows.forEach((row, i) => expect(row.start).toBe(rows[i - 1]?.end ?? 0))
      expect(rows[0]?.startClock).toBe(clockText(start))
    }))
  })

  it('runs past midnight', () => {
    expect(runSheet(60, 1430).at(-1)?.endClock).toBe('00:50')
  })

  it.each([-1, 1440, 9.5, Number.NaN])('refuses to start at %d', (start) => {
    expect(() => runSheet(60, start)).toThrow(/between 0 and 1439/)
  })

  describe.each(formats)('of %i minutes, changed by mistake,', (format) => {
    const rows = rowsOf(format)
    const [first, last] = [rows[0], rows.at(-1)]
    const kept = rows.find(row => row.tier === 'must keep')
    const cuttable = rows.find(row => row.tier !== 'must keep' && row.minutes.planned > 0)
    if (!first || !last || !kept || !cuttable)
      throw new Error(`the ${format} minutes have no section to break`)
    const outside = 'fork-of-another-workshop' as AgendaId

    it.each<[string, Agenda, string]>([
      ['a minute too many', withMinutes(last.id, format, own => ({ ...own, planned: own.planned + 1, to: own.to + 1 })), `exercises/agenda.ts: field "minutes.${format}": the sections add up to ${format + 1} minutes, not ${format}.`],
      ['a minute too few', withMinutes(last.id, format, own => ({ ...own, from: 0, planned: own.planned - 1 })), `the sections add up to ${format - 1} minutes, not ${format}.`],
      ['outside its range', withMinutes(last.id, format, own => ({ ...own, from: own.planned + 1 })), `section "${last.id}", field "minutes.${format}": ${last.minutes.planned} is not between ${last.minutes.planned + 1} and ${last.minutes.to}.`],
      ['half a minute', withMinutes(last.id, format, own => ({ ...own, planned: own.planned - 0.5 })), `section "${last.id}", field "minutes.${format}": minutes are whole numbers`],
      ['a section twice', { ...agenda, sections: [...agenda.sections, ...agenda.sections.filter(({ id }) => id === first.id)] }, `"${first.id}" stands there twice.`],
      ['a section without minutes', { ...agenda, sections: agenda.sections.filter(({ id }) => id !== first.id) }, `field "sections": "${first.id}" of exercises/sections.ts has no minutes.`],
      ['a checkpoint that is not when its section starts', withCheckpoint(format, { name: 'the last part starts', section: last.id, at: last.start + 1 }), `field "checkpoints.${format}": "the last part starts" is set at ${last.start + 1}, but section "${last.id}" starts at ${last.start}.`],
      ['a checkpoint on nothing', withCheckpoint(format, { name: 'a rest', section: outside, at: 3 }), `section "${outside}" does not exist in this format.`],
      ['cutting what must be kept', withCuts(format, [{ section: kept.id, minutes: 1, how: 'Leave.' }]), `field "cuts.${format}", section "${kept.id}": this section must be kept.`],
      ['cutting what is not there', withCuts(format, [{ section: outside, minutes: 3, how: 'Skip.' }]), `the ${format}-minute workshop has no such section.`],
      ['winning more than there is', withCuts(format, [{ section: cuttable.id, minutes: cuttable.minutes.planned + 1, how: 'Skip.' }]), `${cuttable.minutes.planned + 1} minutes cannot be won from ${cuttable.minutes.planned}, of which ${cuttable.minutes.from} must stay.`],
      ['the same cut twice', withCuts(format, [{ section: cuttable.id, minutes: 1, how: 'Skip.' }, { section: cuttable.id, minutes: 1, how: 'Skip.' }]), `"${cuttable.id}" is cut twice.`],
    ])('is refused with the file and the field: %s', (_, plan, sentence) => {
      expect(() => checkAgenda(plan)).toThrow(sentence)
    })
  })
})

describe('cuts', () => {
  it.each<[string, string | undefined]>([
    ['welcome', 'buffer'],
    ['buffer', 'buffer'],
    ['try', 'switching'],
    ['switching', 'switching'],
    ['close', undefined],
    ['nowhere', undefined],
  ])('left in section "%s" begin with %s', (section, next) => {
    expect(cutsLeft(samplePlan, section)[0]?.section).toBe(next)
  })

  it('never touch a past section or one that must be kept: the last part keeps its minutes in any delay', () => {
    fc.assert(fc.property(anyPlace, fc.integer({ min: 0, max: 40 }), ({ format, section }, behind) => {
      const rows = rowsOf(format)
      const place = (id: string): number => rows.findIndex(row => row.id === id)
      const cuts = cutsFor(planOf(format), section, behind)
      for (const cut of cuts) {
        expect(place(cut.section)).toBeGreaterThanOrEqual(place(section))
        expect(rows[place(cut.section)]?.tier).not.toBe('must keep')
      }
      const won = cuts.reduce((sum, cut) => sum + cut.minutes, 0)
      const all = cutsLeft(planOf(format), section).reduce((sum, cut) => sum + cut.minutes, 0)
      expect(won).toBeGreaterThanOrEqual(Math.min(behind, all))
    }))
  })

  it.each(formats)('of %i minutes win time for a last part that is never cut itself', (format) => {
    const won = agenda.cuts[format].reduce((sum, cut) => sum + cut.minutes, 0)
    const last = rowsOf(format).at(-1)
    expect(last?.tier).toBe('must keep')
    expect(won).toBeGreaterThan(0)
    expect((last?.start ?? 0) - won).toBeGreaterThan(0)
    expect(agenda.cuts[format].map(cut => cut.section)).not.toContain(last?.id)
  })
})

describe('any order of cuts', () => {
  const ids = agenda.sections.map(section => section.id)
  const anyCuts = fc.uniqueArray(fc.record({ section: fc.constantFrom(...ids), minutes: fc.integer({ min: 1, max: 6 }), how: fc.constant('Skip it.') }), { selector: cut => cut.section })

  it('is refused, or keeps required sections and the fewest minutes of each section, above all the last one\'s', () => {
    fc.assert(fc.property(anyFormat, anyCuts, (format, cuts) => {
      const plan = withCuts(format, cuts)
      const section = (id: AgendaId): Agenda['sections'][number] | undefined => plan.sections.find(one => one.id === id)
      const good = cuts.every(({ section: id, minutes }) => {
        const own = section(id)?.minutes[format]
        return section(id)?.tier !== 'must keep' && own !== undefined && own.planned - minutes >= own.from
      })
      if (good)
        expect(() => checkAgenda(plan)).not.toThrow()
      else
        expect(() => checkAgenda(plan)).toThrow(/^exercises\/agenda\.ts: field "cuts/)
      expect(good && cuts.some(cut => cut.section === rowsOf(format).at(-1)?.id)).toBe(false)
    }), { numRuns: 500 })
  })
})

it.each(workshopFormats)('the workshop of %i minutes has a buffer in which nothing is planned', (format) => {
  expect(rowsOf(format).find(row => row.id === 'buffer')).toMatchObject({ tier: 'cut', minutes: { from: 0 } })
})

it.each(formats)('the clock of %i minutes starts after the first slide, so that joining counts', async (format) => {
  expect((await readManifest(format)).slides[0]?.alias).toBe(planOf(format).arrival)
})

it('the reunion goes through its sections in order, each with minutes, on at most 14 slides', async () => {
  const ids = reunionSections.map(({ id }) => id)
  expect(rowsOf(reunionFormat).map(({ id }) => id)).toEqual(ids)
  expect(rowsOf(reunionFormat).reduce((sum, { minutes }) => sum + minutes.planned, 0)).toBe(reunionFormat)
  const { slides } = await readManifest(reunionFormat)
  expect([...new Set(slides.map(({ section }) => section))]).toEqual(ids)
  expect(slides.length).toBeLessThanOrEqual(14)
})

describe('pacing', () => {
  it.each<[string, [section: string, elapsed: number, spent: number], { behind: number, ahead: number, cuts: string[] }]>([
    ['on time', ['energy', 35, 5], { behind: 0, ahead: 0, cuts: [] }],
    ['three minutes over', ['energy', 49, 19], { behind: 3, ahead: 0, cuts: ['buffer'] }],
    ['four minutes late into it', ['energy', 36, 2], { behind: 4, ahead: 0, cuts: ['buffer', 'switching'] }],
    ['late into it and over, the larger counts', ['energy', 52, 18], { behind: 6, ahead: 0, cuts: ['buffer', 'switching'] }],
    ['early', ['try', 46, 1], { behind: 0, ahead: 4, cuts: [] }],
    ['early, then slow: what is left of the lead', ['try', 60, 12], { behind: 0, ahead: 1, cuts: [] }],
    ['early, then over', ['try', 62, 14], { behind: 1, ahead: 0, cuts: ['switching'] }],
    ['more behind than can be won', ['switching', 92, 18], { behind: 10, ahead: 0, cuts: ['switching'] }],
    ['nothing left', ['close', 95, 13], { behind: 5, ahead: 0, cuts: [] }],
    ['at the sources before the end', ['sources', 88, 1], { behind: 0, ahead: 0, cuts: [] }],
    ['at the sources after the end', ['sources', 93, 4], { behind: 3, ahead: 0, cuts: [] }],
  ])('%s', (_, [section, elapsed, spent], expected) => {
    const { behind, ahead, cuts } = pacing(samplePlan, section, elapsed, spent)
    expect({ behind, ahead, cuts: cuts.map(cut => cut.section) }).toEqual(expected)
  })
})
