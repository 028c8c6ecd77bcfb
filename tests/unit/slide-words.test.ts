import type { DeckSlide } from '../written-deck.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { agenda, formats } from '../../exercises/agenda.ts'
import { claimById, claims } from '../../exercises/claims.ts'
import { polls } from '../../exercises/polls.ts'
import { formOf, idsWithForm } from '../../exercises/registry.ts'
import { allSections, sections, sectionsOf, workshopFormats } from '../../exercises/sections.ts'
import { clicksOf } from '../../live/domain/poll-rules.ts'
import { claimsWith, writtenFigures } from '../deck/figures.ts'
import { readDeck } from '../written-deck.ts'

const parts = ['Say', 'Do', 'Expect', 'Bridge']
const allowedKeys = ['afterwards', 'claim', 'claims', 'exercise', 'formats', 'layout', 'poll', 'readAloud', 'reader', 'routeAlias', 'section', 'stop']

/** The places of the slides that break a rule: empty when all keep it. */
function breaking(deck: readonly DeckSlide[], breaks: (slide: DeckSlide) => boolean): string[] {
  return deck.filter(breaks).map(slide => slide.place)
}

/** The exercise of a slide that phones have a form for, if there is one. */
function offeredOn({ exercise }: DeckSlide): string[] {
  return exercise !== null && formOf(exercise) ? [exercise] : []
}

/** Each note as its paragraphs: the bold word that opens it, and the rest. */
function paragraphs(note: string): { part: string, text: string }[] {
  return note.split(/\n{2,}/).map((paragraph) => {
    const [, part = '', text = ''] = /^\*\*(\w+)\*\* ([\s\S]+)$/.exec(paragraph) ?? []
    return { part, text }
  })
}

/** What is read on the slide below its title. Drawings and the rows of tables are not counted. */
function wordsOf(body: string): string[] {
  const lines = body.split('\n').filter(line => !/^(?:# |\||::)/.test(line))
  return lines.join(' ').replace(/<[^>]+>/g, ' ').split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
}

let deck: DeckSlide[]
beforeAll(async () => {
  deck = await readDeck()
})

describe('every slide', () => {
  it('has a name of its own and words for somebody who reads alone', () => {
    expect(breaking(deck, slide => slide.alias === '' || slide.reader === '')).toEqual([])
    expect(new Set(deck.map(slide => slide.alias)).size).toBe(deck.length)
  })

  it('has nothing in its frontmatter but what the deck knows', () => {
    expect(breaking(deck, slide => slide.keys.some(key => !allowedKeys.includes(key)))).toEqual([])
  })

  it('has one first heading, unless a poll asks its question there', () => {
    expect(breaking(deck, slide => (slide.body.match(/^# /gm) ?? []).length !== (slide.layout === 'poll' ? 0 : 1))).toEqual([])
    expect(breaking(deck, slide => slide.layout === 'poll' && slide.body !== '')).toEqual([])
  })

  it('has fewer than 40 words below its title', () => {
    expect(breaking(deck, slide => wordsOf(slide.body).length >= 40)).toEqual([])
  })

  it('names no minutes and addresses no facilitator', () => {
    expect(breaking(deck, slide => /\bminutes?\b|facilitator/i.test(`${slide.body} ${slide.reader}`))).toEqual([])
  })

  it('has two or three sentences for the reader', () => {
    const sentences = (text: string): number => text.split(/[.?!](?:\s|$)/).filter(Boolean).length
    expect(breaking(deck, slide => sentences(slide.reader) < 2 || sentences(slide.reader) > 3)).toEqual([])
  })
})

describe('every note', () => {
  it('is the only comment of its slide, in four parts', () => {
    expect(breaking(deck, slide => slide.body.includes('<!--'))).toEqual([])
    expect(breaking(deck, slide => paragraphs(slide.note).map(({ part }) => part).join() !== parts.join())).toEqual([])
    expect(breaking(deck, slide => paragraphs(slide.note).some(({ text }) => text.trim() === ''))).toEqual([])
  })

  it('has the clicks of its poll', () => {
    const clicks = (slide: DeckSlide): number => (paragraphs(slide.note)[0]?.text.match(/\[click\]/g) ?? []).length
    expect(breaking(deck, (slide) => {
      const poll = polls.find(one => one.id === slide.poll)
      return poll !== undefined && clicks(slide) !== clicksOf(poll)
    })).toEqual([])
  })

  it('has clicks in Say and Bridge alone', () => {
    expect(breaking(deck, slide => paragraphs(slide.note).slice(1).some(({ text }) => text.includes('[click')))).toEqual([])
  })
})

describe('every length of the workshop', () => {
  it('visits the sections in their order', () => {
    expect([...new Set(deck.map(slide => slide.section))]).toEqual(allSections.map(section => section.id))
    const order = deck.map(slide => allSections.findIndex(section => section.id === slide.section))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('opens every stop with its number and its name, and in no other place', () => {
    const opened = deck.filter(slide => slide.stop !== null || slide.layout === 'stop').map(slide => ({ id: slide.section, title: slide.body.split('\n')[0]?.slice(2), stop: slide.stop }))
    expect(opened).toEqual(sections.filter(section => section.stop !== null))
  })

  it.each(formats)('of %i minutes has slides for every section that gets time, and those without time that belong to it', (format) => {
    const shown = new Set(deck.filter(slide => slide.formats.includes(format)).map(slide => slide.section))
    const timed = agenda.sections.filter(section => section.minutes[format] && section.id !== 'buffer').map(section => section.id)
    const untimed = sectionsOf(format).filter(({ id }) => id === 'sources').map(({ id }) => id)
    expect([...shown].toSorted()).toEqual([...timed, ...untimed].toSorted())
  })

  it('names only lengths that exist', () => {
    const known = new Set<number>(formats)
    expect(breaking(deck, slide => slide.formats.length === 0 || slide.formats.some(format => !known.has(format)))).toEqual([])
  })

  it('has each of its polls on exactly one slide', () => {
    expect(deck.flatMap(slide => slide.poll ?? []).toSorted()).toEqual(polls.map(poll => poll.id).toSorted())
  })

  it.each(formats)('of %i minutes offers phones an exercise at most once', (format) => {
    const offered = deck.filter(slide => slide.formats.includes(format)).flatMap(slide => offeredOn(slide))
    expect(offered).toEqual([...new Set(offered)])
  })

  it.each(workshopFormats)('of %i minutes offers phones an exercise', (format) => {
    expect(deck.some(slide => slide.formats.includes(format) && offeredOn(slide).length > 0)).toBe(true)
  })

  it('offers phones every exercise there is', () => {
    expect([...new Set(deck.flatMap(offeredOn))].toSorted()).toEqual(idsWithForm.toSorted())
  })
})

describe('the ledger of claims', () => {
  it('has ids used once, and no empty field', () => {
    expect(new Set(claims.map(claim => claim.id)).size).toBe(claims.length)
    expect(claims.filter(claim => Object.values(claim).some(value => value.trim() === ''))).toEqual([])
  })

  it('grades claims by the kind of publication', () => {
    const grades = { 'journal article': 'A', 'working paper': 'A', 'survey': 'B', 'organisation page': 'B', 'one practitioner': 'C' }
    expect(claims.filter(claim => claim.grade !== grades[claim.kind])).toEqual([])
  })

  it('finds a claim by id, and nothing by an id it does not have', () => {
    expect(claimById('F1')?.source).toContain('NBER working paper 32699')
    expect(claimById('F0')).toBeUndefined()
  })

  it('has every claim a slide names', () => {
    expect(breaking(deck, slide => slide.claims.some(id => !claimById(id)))).toEqual([])
  })

  it('stands on the sources slides in full, each claim once', () => {
    const cited = deck.filter(slide => slide.section === 'sources').flatMap(slide => slide.claims)
    expect(cited.toSorted()).toEqual(claims.map(claim => claim.id).toSorted())
  })

  it('holds every figure on a slide, in a claim which that slide names', () => {
    const strays = deck.flatMap(({ place, body, reader, claims }) =>
      [...writtenFigures(body), ...writtenFigures(reader)].filter(one => claimsWith(one, claims).length === 0).map(one => `${place}: ${one}`))
    expect(strays).toEqual([])
  })

  it.each([
    ['82% of people', 'F14', true],
    ['2% of people', 'F14', false],
    ['83% of people', 'F14', false],
    ['82% of people', 'F19', false],
    ['30–70% of the time', 'F19', true],
    ['two in three managers', 'F14', false],
    ['in 107 studies', 'F4', true],
    ['in 108 studies', 'F4', false],
    ['a gap of .19', 'F4', true],
    ['for 2–3 years', 'F22', true],
  ])('a slide that says “%s” and names %s: %s', (text, id, good) => {
    const figures = writtenFigures(text)
    expect(figures).not.toEqual([])
    expect(figures.every(figure => claimsWith(figure, [id]).length > 0)).toBe(good)
  })

  it.each(['Open it on day 90', 'call on about day 30', 'From −2 to +2, why?', 'a number from 1 to 5', '1. One piece of work'])('“%s” is no figure', text => expect(writtenFigures(text)).toEqual([]))
})
