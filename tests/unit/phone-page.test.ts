import type { LiveState, PollState } from '../../live/domain/state.ts'
import type { Known } from '../../phone/page.ts'
import { describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { formOf, idsWithForm } from '../../exercises/registry.ts'
import { sections } from '../../exercises/sections.ts'
import { QUESTION } from '../../phone/location.ts'
import { readersOf, withheldText } from '../../phone/message.ts'
import { pageOf } from '../../phone/page.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { formats } from '../../setup/slide-rules.ts'

const phases: PollState['phase'][] = ['waiting', 'open', 'closed', 'revealed']

function knownAt(slide: LiveState['slide'], poll: PollState | null, chosen: string, changes: Partial<LiveState['session']> = {}): Known {
  const session = { name: 's', startedAt: '2026-11-26T09:00:00.000Z', minutes: 90 as const, rehearsal: false, ended: false, ...changes }
  return {
    state: { session, slide, phones: 1, exercises: [...idsWithForm, 'of-another-version'], poll },
    mine: {},
    lost: false,
    another: false,
    chosen,
    delivery: undefined,
    draft: undefined,
    left: null,
  }
}

const slides = (await Promise.all(formats.map(async format => (await readManifest(format)).slides))).flat()
const places = ['', QUESTION, ...idsWithForm]

/** Every slide of every length, with its poll in every phase. */
const shown = slides.flatMap(({ no, section, exercise, poll: id }): { slide: LiveState['slide'] & object, poll: PollState | null }[] => {
  const slide = { slide: no, clicks: 0, seq: 1, section, exercise }
  const poll = polls.find(one => one.id === id)
  return poll
    ? phases.map(phase => ({ slide, poll: { poll, round: 1, phase, answered: 0, floor: 5, result: null, withheld: false } }))
    : [{ slide, poll: null }]
})

it('the phone offers no exercise that it does not know', () => {
  const { others } = pageOf(knownAt({ slide: 1, clicks: 0, seq: 1, section: 'welcome', exercise: null }, null, ''))
  expect(others).toEqual(idsWithForm)
})

describe('the phone page at every slide of every length, from every location', () => {
  it('names what is on, and leads there from anywhere else', () => {
    for (const { slide, poll } of shown) {
      for (const chosen of places) {
        const { now, body } = pageOf(knownAt(slide, poll, chosen))
        const there = pageOf(knownAt(slide, poll, ''))
        expect(there.now?.elsewhere).toBe(false)
        expect(now?.name).toMatch(/\S/)
        expect(now?.elsewhere).toBe(JSON.stringify(body) !== JSON.stringify(there.body))
        if (slide.exercise && poll?.phase !== 'open')
          expect(now?.name).toBe(formOf(slide.exercise)?.title)
        if (poll?.phase === 'open' && now?.elsewhere)
          expect(`${now.text} ${now.name}`).toBe(`A question is open: ${poll.poll.question}`)
      }
    }
  })

  it('keeps a person in the chosen exercise, also after the end, and shows the way to the last page', () => {
    for (const { slide, poll } of shown) {
      for (const id of idsWithForm) {
        for (const ended of [false, true]) {
          const { body, now } = pageOf(knownAt(slide, poll, id, { ended }))
          expect(body).toEqual({ kind: 'exercise', id })
          if (ended)
            expect(now).toMatchObject({ elsewhere: true, asks: true, text: 'The workshop is over:' })
        }
      }
    }
  })

  it('says on each that it is a rehearsal, when it is one', () => {
    for (const { slide, poll } of shown) {
      for (const chosen of places)
        expect(pageOf(knownAt(slide, poll, chosen, { rehearsal: true })).rehearsal).toBe(true)
    }
  })

  it('promises no next question, since it cannot know which is the last', () => {
    for (const { id } of sections) {
      const { body } = pageOf(knownAt({ slide: 1, clicks: 0, seq: 1, section: id, exercise: null }, null, ''))
      expect(JSON.stringify(body)).not.toMatch(/next question/i)
    }
  })
})

it.each([[0, 5, 'No phone answered'], [1, 5, '1 answer came in; a result is shown from 5'], [0, 1, 'No phone answered']])('%i answers below a floor of %i: the phone says why there is no result', (answered, floor, words) => {
  expect(withheldText(answered, floor)).toContain(words)
})

it('the form says who reads the answers of a words poll, and of no other kind', () => {
  for (const poll of polls) {
    expect(readersOf(poll) !== undefined, poll.id).toBe(poll.kind === 'words')
    if (poll.kind === 'words')
      expect(readersOf(poll)).toMatch(/facilitator reads this.*small room.*tell who you are/)
  }
})

describe('a countdown', () => {
  const [first] = polls
  if (!first)
    throw new RangeError('there is no poll')
  const poll: PollState = { poll: first, round: 1, phase: 'open', answered: 3, floor: 5, result: null, withheld: false }
  const slide = { slide: 2, clicks: 0, seq: 1, section: 'welcome', exercise: null }
  const answered = { [first.id]: { round: 1, answer: 3 } }
  const [other = ''] = idsWithForm

  it.each<[string, Partial<Known>, PollState | null, number | null]>([
    ['is on a phone without an answer', {}, poll, 20],
    ['reminds its holder when it has run out', { left: 0 }, poll, 0],
    ['reminds whoever has chosen and not sent', { left: 0, draft: 2 }, poll, 0],
    ['reminds whoever answered in an earlier round only', { left: 0, mine: { [first.id]: { round: 7, answer: 3 } } }, poll, 0],
    ['follows whoever is in an exercise', { chosen: other, left: 0 }, poll, 0],
    ['is none of whoever has answered', { mine: answered }, poll, null],
    ['is none of whoever changes an answer', { mine: answered, draft: 4 }, poll, null],
    ['is none of whoever is sending', { delivery: { poll: first.id, round: 1, answer: 3, status: 'sending' } as unknown as Known['delivery'] }, poll, null],
    ['is none of a closed poll', {}, { ...poll, phase: 'closed' }, null],
    ['is none where none runs', { left: null }, poll, null],
  ])('%s', (_, changes, on, expected) => {
    expect(pageOf({ ...knownAt(slide, on, ''), left: 20, ...changes }).left).toBe(expected)
  })
})
