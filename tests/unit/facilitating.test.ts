import { describe, expect, it } from 'vitest'
import { runSheet } from '../../exercises/agenda.ts'
import { checklists, materialsFor } from '../../exercises/facilitating-checklists.ts'
import { emails, mailList } from '../../exercises/facilitating-emails.ts'
import { helperFrom, helperTask } from '../../exercises/facilitating-helper.ts'
import { reunionChecklist } from '../../exercises/facilitating-reunion.ts'
import { hybrid, managerSheets, remote } from '../../exercises/facilitating-variants.ts'
import { derailers, failurePlan, ifAhead, notForEverybody } from '../../exercises/facilitating.ts'
import { dayNinetyQuestions } from '../../exercises/forecast/forecast.ts'
import { polls } from '../../exercises/polls.ts'
import { reunionFormat, workshopFormats } from '../../exercises/sections.ts'
import { sheetNames } from '../../exercises/sheets.ts'
import { cardsFor } from '../../exercises/sort-the-work/cards.ts'
import { sponsorPage } from '../../exercises/sponsor.ts'
import { callQuestions } from '../../exercises/try-it/partner-call.ts'
import { kindOf } from '../../live/domain/poll-rules.ts'

it('at the reunion there is one mail, the invitation, and it asks for nothing that was promised to stay closed', () => {
  const [invitation, ...others] = emails(reunionFormat)
  expect(others).toEqual([])
  expect(reunionChecklist[0]?.items.join()).toContain(`the mail “${invitation?.id}”`)
  expect(invitation?.body).toMatch(/never began is as welcome[\s\S]*Leave the forecast closed[\s\S]*voluntary/)
  expect(mailList(reunionFormat)).not.toMatch(/week-4|calendar/)
})

describe.each(workshopFormats)('%i minutes', (format) => {
  const mail = (id: string): string => emails(format).find(one => one.id === id)?.body ?? ''

  it('has lists from four weeks before to afterwards, which say who sends which mail and calendar file', () => {
    const lists = checklists(format)
    expect(lists.map(list => list.when)).toEqual(['Four weeks before', 'One week before', 'Two days and one day before', 'One hour before', 'In the last minute, and after'])
    const text = lists.flatMap(list => list.items).join('\n')
    for (const sent of [/You send the mail “before”/, /You send the mail “after”/, /four later ones are in the table/, /each person saves the calendar file/])
      expect(text).toMatch(sent)
    for (const [, name] of text.matchAll(/the mail “([^”]+)”/g))
      expect(emails(format).map(({ id }) => id)).toContain(name)
  })

  it('has six mails, each with who sends it to whom, and the audit beforehand only where it is needed', () => {
    expect(emails(format).map(({ id }) => id)).toEqual(['before', 'after', 'week-2', 'week-4', 'week-8', 'day-90'])
    for (const { sender, to, subject, body } of emails(format))
      expect([sender, to, subject, body]).not.toContain('')
    expect(mail('before').includes('energy audit')).toBe(format === 45)
    expect(emails(format).find(({ id }) => id === 'after')?.attach).toMatch(/picture of the results/)
  })

  it('asks in the mails what the sheets of those days ask', () => {
    for (const question of dayNinetyQuestions)
      expect(mail('day-90')).toContain(question)
    for (const { ask, what } of callQuestions)
      expect(mail('week-4')).toContain(`${ask} ${what}`)
  })

  it('puts the address of the site into the mails, where it is known', () => {
    const bodies = (site?: string): string => emails(format, site).map(({ body }) => body).join('\n')
    expect(bodies()).toContain('[link to the site]')
    expect(bodies('https://example.org/fork/')).not.toContain('[link to the site]')
    expect(bodies('https://example.org/fork/')).toContain('https://example.org/fork/trial-card,')
  })

  it('asks in no mail for a score or a forecast', () => {
    for (const { body } of emails(format))
      expect(body).not.toMatch(/(?:tell|send|show) me (?:your|the) (?:score|reading|forecast|number)/i)
  })

  it('lists every mail with its day, file, sender and subject', () => {
    for (const { id, when, sender, subject } of emails(format))
      expect(mailList(format)).toMatch(new RegExp(`${when}: ${id}\\.txt\\n  from ${sender} to .+\\n  subject: ${subject.replaceAll(/[()[\]?]/g, '\\$&')}`))
  })

  it.each([8, 24, 40])('has enough material for %i people', (people) => {
    const counts = new Map(materialsFor(format, people).map(({ what, count }) => [what, count]))
    for (const each of [sheetNames.takeHome, sheetNames.trial, sheetNames.asking, 'Sponsor page', sheetNames.forecast, sheetNames.labels, sheetNames.weeks, 'Envelopes', 'Pens'])
      expect(counts.get(each)).toBeGreaterThanOrEqual(people)
    expect((counts.get(sheetNames.formA) ?? 0) + (counts.get(sheetNames.formB) ?? 0)).toBeGreaterThanOrEqual(people)
    expect(counts.has(sheetNames.cards)).toBe(cardsFor(format).length > 0)
    const helpers = people > 24 ? 2 : people >= helperFrom ? 1 : 0
    expect(counts.get('Pocket sheet')).toBe(1 + helpers)
    expect(counts.get('Helper’s sheet') ?? 0).toBe(helpers)
    if (format === 45)
      expect(counts.get(sheetNames.tickets)).toBe(people)
  })

  it('names every printed sheet as the sheet names itself', () => {
    const list = materialsFor(format, 12).map(({ what, note }) => `${what} ${note ?? ''}`).join('\n')
    for (const name of Object.values(sheetNames).filter(name => cardsFor(format).length > 0 || name !== sheetNames.cards))
      expect(list).toContain(name)
  })
})

it.each([0, -3, 7.5, Number.NaN])('materials for %d people are refused', (people) => {
  expect(() => materialsFor(90, people)).toThrow(/how many people/)
})

it.each([remote, hybrid, ...Object.values(managerSheets)])('$title: names only sections of the agenda', ({ sections, lines, before }) => {
  const known: string[] = runSheet(90, 0).map(row => row.id)
  expect(known).toEqual(expect.arrayContaining(Object.keys(sections)))
  for (const list of [lines, before, ...Object.values(sections)])
    expect(list.length).toBeGreaterThan(0)
})

it('the sheet for a manager who is present leaves out the toll poll and the pair share, and has the manager speak last', () => {
  const { before, sections, lines } = managerSheets.present
  expect(before.join(' ')).toMatch(/toll poll and the pair share/)
  expect(sections.switching?.join(' ')).toMatch(/No poll/)
  expect(sections.energy?.join(' ')).toMatch(/no pairs/)
  expect(lines.join(' ')).toMatch(/manager last/)
})

it('the guide says what to do when something goes wrong, with time to spare, and whom it is not for', () => {
  expect(derailers).toHaveLength(10)
  expect(failurePlan.map(plan => plan.title)).toEqual(expect.arrayContaining(['No network', 'No projector', 'No phones']))
  expect(ifAhead).toHaveLength(2)
  expect(notForEverybody.lines.join(' ')).toMatch(/no engineers/)
})

it.each(polls)('the helper has something to do at “$question”', (poll) => {
  expect(helperTask(poll)).toMatch(poll.kind === 'words'
    ? poll.show === 'never' ? /Nothing is shown/ : /before the second click/
    : kindOf(poll).noHands === undefined ? /^Count hands/ : /^Paper ballots/)
})

it('the sponsor page says what it is, what it costs, what to take away, what to ask and never to ask, and how it ends', () => {
  const [is, cost, plate, halfWay, never, end] = sponsorPage.parts.map(({ lines }) => lines.join(' '))
  expect(is).toMatch(/first day and a last day/)
  expect(cost).toMatch(/one hour in all.*hours a week/)
  expect(plate).toMatch(/until the last day/)
  expect(halfWay).toMatch(/^“[^”]+\?”/)
  expect(never).toMatch(/energy.*how the trial will feel.*Do not ask for either/)
  expect(end).toMatch(/more of it, less of it/)
})
