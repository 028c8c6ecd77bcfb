import type { Agenda, AgendaId } from '../../exercises/agenda.ts'
import type { Format } from '../../exercises/exercise.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAgenda } from '../../exercises/agenda-check.ts'
import { exerciseMatrix } from '../../exercises/agenda-matrix.ts'
import { planOf } from '../../exercises/agenda-plan.ts'
import { agenda, clockText, formats, runSheet } from '../../exercises/agenda.ts'
import { polls } from '../../exercises/polls.ts'
import { cutsFor, cutsLeft, pacing } from '../../live/domain/pacing.ts'

const anyFormat = fc.constantFrom<Format>(...formats)
const anyPlace = anyFormat.chain(format => fc.record({
  format: fc.constant(format),
  section: fc.constantFrom(...runSheet(format, 0).map(row => row.id)),
}))

/** The same agenda with one thing broken. */
function broken(change: (plan: Agenda) => Agenda): Agenda {
  return change(structuredClone(agenda))
}

/** The same agenda with the minutes of one section of one format replaced. */
function withMinutes(id: AgendaId, format: Format, minutes: { planned: number, from: number, to: number }): Agenda {
  return broken(plan => ({ ...plan, sections: plan.sections.map(one => one.id === id ? { ...one, minutes: { ...one.minutes, [format]: minutes } } : one) }))
}

describe('the run of show', () => {
  it('adds up', () => {
    expect(() => checkAgenda()).not.toThrow()
  })

  it.each<[Format, string, string[]]>([
    [90, '09:30', ['10:00', '10:31', '10:52']],
    [60, '09:30', ['09:51', '10:13', '10:25']],
    [45, '09:30', ['09:46', '10:03', '10:11']],
  ])('%i minutes from %s: audit, trap and close start at %s', (format, _, clocks) => {
    const rows = runSheet(format, 570)
    expect(rows.filter(row => row.checkpoint).map(row => row.startClock)).toEqual(clocks)
    expect(rows.at(-1)?.endClock).toBe(clockText(570 + format))
  })

  it('each section begins when the one before it ends, at any start', () => {
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

  it.each<[string, Agenda, RegExp]>([
    ['a minute too many', withMinutes('close', 60, { planned: 6, from: 4, to: 6 }), /agenda\.ts: field "minutes\.60".*61 minutes, not 60/],
    ['outside its range', withMinutes('roles', 90, { planned: 16, from: 17, to: 18 }), /section "roles", field "minutes\.90".*16 is not between 17 and 18/],
    ['half a minute', withMinutes('roles', 90, { planned: 15.5, from: 11, to: 18 }), /section "roles".*whole numbers/],
    ['a section twice', broken(plan => ({ ...plan, sections: [...plan.sections, ...plan.sections.slice(0, 1)] })), /"welcome" stands there twice/],
    ['a section without minutes', broken(plan => ({ ...plan, sections: plan.sections.filter(({ id }) => id !== 'fork') })), /field "sections": "fork" of exercises\/sections\.ts has no minutes/],
    ['a late checkpoint', broken(plan => ({ ...plan, checkpoints: { ...plan.checkpoints, 45: [{ name: 'the audit starts', section: 'energy', at: 17 }] } })), /field "checkpoints\.45".*17.*starts at 16/],
    ['a checkpoint on nothing', broken(plan => ({ ...plan, checkpoints: { ...plan.checkpoints, 45: [{ name: 'a rest', section: 'buffer', at: 17 }] } })), /does not exist in this format/],
    ['cutting the close', broken(plan => ({ ...plan, cuts: { ...plan.cuts, 90: [{ section: 'close', minutes: 1, how: 'Leave.' }] } })), /field "cuts\.90", section "close".*must be kept/],
    ['cutting what is not there', broken(plan => ({ ...plan, cuts: { ...plan.cuts, 60: [{ section: 'buffer', minutes: 3, how: 'Skip.' }] } })), /no such section/],
    ['winning more than there is', broken(plan => ({ ...plan, cuts: { ...plan.cuts, 60: [{ section: 'fork', minutes: 3, how: 'Skip.' }] } })), /3 minutes cannot be won from 6/],
    ['the same cut twice', broken(plan => ({ ...plan, cuts: { ...plan.cuts, 60: [...plan.cuts[60], ...plan.cuts[60]] } })), /"switching" is cut twice/],
  ])('%s: a sentence with the file and the field', (_, plan, sentence) => {
    expect(() => checkAgenda(plan)).toThrow(sentence)
  })
})

describe('cuts', () => {
  it.each<[Format, AgendaId, AgendaId | undefined]>([
    [90, 'welcome', 'buffer'],
    [90, 'buffer', 'buffer'],
    [90, 'try', 'switching'],
    [90, 'switching', 'switching'],
    [90, 'close', undefined],
    [60, 'welcome', 'switching'],
    [60, 'buffer', undefined],
    [45, 'hybrid', 'switching'],
  ])('%i minutes, in "%s": next is %s', (format, section, next) => {
    expect(cutsLeft(planOf(format), section)[0]?.section).toBe(next)
  })

  it('never touches a section already past, nor what must be kept: the close has its minutes in any delay', () => {
    fc.assert(fc.property(anyPlace, fc.integer({ min: 0, max: 40 }), ({ format, section }, behind) => {
      const rows = runSheet(format, 0)
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

  it.each(formats)('%i minutes: with every cut made, the close still starts before its planned start and keeps its full length', (format) => {
    const won = agenda.cuts[format].reduce((sum, cut) => sum + cut.minutes, 0)
    const close = runSheet(format, 0).at(-1)
    expect(close?.id).toBe('close')
    expect(won).toBeGreaterThan(0)
    expect((close?.start ?? 0) - won).toBeGreaterThan(0)
    expect(agenda.cuts[format].map(cut => cut.section)).not.toContain('close')
  })
})

describe('pacing', () => {
  it.each<[string, [Format, string, elapsed: number, spent: number], { behind: number, ahead: number, cuts: AgendaId[] }]>([
    ['on time', [90, 'energy', 35, 5], { behind: 0, ahead: 0, cuts: [] }],
    ['three minutes over', [90, 'energy', 49, 19], { behind: 3, ahead: 0, cuts: ['buffer'] }],
    ['four minutes late into it', [90, 'energy', 36, 2], { behind: 4, ahead: 0, cuts: ['buffer', 'switching'] }],
    ['late into it and over, the larger counts', [90, 'energy', 52, 18], { behind: 6, ahead: 0, cuts: ['buffer', 'switching'] }],
    ['early', [60, 'try', 33, 1], { behind: 0, ahead: 3, cuts: [] }],
    ['early, then slow: what is left of the lead', [60, 'try', 42, 10], { behind: 0, ahead: 1, cuts: [] }],
    ['early, then over', [60, 'try', 44, 12], { behind: 1, ahead: 0, cuts: ['switching'] }],
    ['more behind than can be won', [45, 'switching', 50, 11], { behind: 9, ahead: 0, cuts: ['switching'] }],
    ['nothing left', [45, 'close', 50, 9], { behind: 5, ahead: 0, cuts: [] }],
    ['at the sources before the end', [45, 'sources', 44, 1], { behind: 0, ahead: 0, cuts: [] }],
    ['at the sources after the end', [45, 'sources', 48, 4], { behind: 3, ahead: 0, cuts: [] }],
  ])('%s', (_, [format, section, elapsed, spent], expected) => {
    const { behind, ahead, cuts } = pacing(planOf(format), section, elapsed, spent)
    expect({ behind, ahead, cuts: cuts.map(cut => cut.section) }).toEqual(expected)
  })
})

describe('what each length does', () => {
  const known = polls.map(poll => poll.id as string)

  it('names polls that exist, and at 90 minutes every one of them', () => {
    const named = exerciseMatrix.flatMap(row => formats.flatMap(format => row[format]?.polls ?? []))
    expect(known).toEqual(expect.arrayContaining(named))
    expect(exerciseMatrix.flatMap(row => row[90]?.polls ?? []).sort()).toEqual(known.toSorted())
  })

  it('a shorter workshop asks nothing that a longer one leaves out', () => {
    for (const row of exerciseMatrix) {
      expect(row[60]?.polls ?? []).toEqual(expect.arrayContaining([...row[45]?.polls ?? []]))
      expect(row[90]?.polls ?? []).toEqual(expect.arrayContaining([...row[60]?.polls ?? []]))
    }
  })
})
