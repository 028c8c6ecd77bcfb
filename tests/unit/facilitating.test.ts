import { describe, expect, it } from 'vitest'
import { formats, runSheet } from '../../exercises/agenda.ts'
import { checklists, materialsFor } from '../../exercises/facilitating-checklists.ts'
import { emails } from '../../exercises/facilitating-emails.ts'
import { hybrid, managerSheets, remote } from '../../exercises/facilitating-variants.ts'
import { derailers, failurePlan, ifAhead, promise } from '../../exercises/facilitating.ts'
import { dayNinetyQuestions } from '../../exercises/forecast/forecast.ts'
import { sheetNames } from '../../exercises/sheets.ts'
import { cardsFor } from '../../exercises/sort-the-work/cards.ts'

describe.each(formats)('%i minutes', (format) => {
  it('has a list for each of the four times', () => {
    expect(checklists(format).map(list => list.when)).toEqual(['Four weeks before', 'One week before', 'One day before', 'One hour before'])
  })

  it('has three mails, with the audit beforehand only where it is needed and all questions on day 90', () => {
    const [before, , late] = emails(format)
    expect(emails(format).map(mail => mail.when)).toEqual(['48 hours before', '24 hours after', 'Day 90'])
    expect(before?.body.includes('energy audit')).toBe(format === 45)
    for (const question of dayNinetyQuestions)
      expect(late?.body).toContain(question)
  })

  it.each([8, 24, 40])('has enough of everything for %i', (people) => {
    const counts = new Map(materialsFor(format, people).map(({ what, count }) => [what, count]))
    for (const each of [sheetNames.takeHome, sheetNames.trial, sheetNames.asking, sheetNames.forecast, sheetNames.labels, sheetNames.weeks, 'Envelopes', 'Pens'])
      expect(counts.get(each)).toBeGreaterThanOrEqual(people)
    expect((counts.get(sheetNames.formA) ?? 0) + (counts.get(sheetNames.formB) ?? 0)).toBeGreaterThanOrEqual(people)
    expect(counts.has(sheetNames.cards)).toBe(cardsFor(format).length > 0)
    expect(counts.get('Run sheet and pocket sheet')).toBe(people > 24 ? 2 : 1)
    if (format === 45)
      expect(counts.get(sheetNames.tickets)).toBe(people)
  })

  it('names every printed sheet as the sheet names itself', () => {
    const list = materialsFor(format, 12).map(({ what, note }) => `${what} ${note ?? ''}`).join('\n')
    for (const name of Object.values(sheetNames).filter(name => cardsFor(format).length > 0 || name !== sheetNames.cards))
      expect(list).toContain(name)
  })
})

it.each([0, -3, 7.5, Number.NaN])('cannot count for %d people', (people) => {
  expect(() => materialsFor(90, people)).toThrow(/how many people/)
})

it.each([remote, hybrid, ...Object.values(managerSheets)])('$title: names only sections of the agenda', ({ sections, lines, before }) => {
  const known: string[] = runSheet(90, 0).map(row => row.id)
  expect(known).toEqual(expect.arrayContaining(Object.keys(sections)))
  for (const list of [lines, before, ...Object.values(sections)])
    expect(list.length).toBeGreaterThan(0)
})

it('with the manager there throughout, there is no toll poll and no pair share, and the manager speaks last', () => {
  const { before, sections, lines } = managerSheets.present
  expect(before.join(' ')).toMatch(/toll poll and the pair share/)
  expect(sections.switching?.join(' ')).toMatch(/No poll/)
  expect(sections.energy?.join(' ')).toMatch(/no pairs/)
  expect(lines.join(' ')).toMatch(/manager last/)
})

it('has an answer for everything that goes wrong', () => {
  expect(derailers).toHaveLength(10)
  expect(failurePlan.map(plan => plan.title)).toEqual(expect.arrayContaining(['No network', 'No projector', 'No phones']))
  expect(ifAhead).toHaveLength(2)
  expect(promise.join(' ')).toMatch(/score stays with you/)
})
