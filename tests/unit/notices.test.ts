import type { LiveState, PresenterState } from '../../live/domain/state.ts'
import { describe, expect, it } from 'vitest'
import { clockTime } from '../../live/client/clock-time.ts'
import { progressOn, unfinished } from '../../live/client/exercise-progress.ts'
import { noticesOf } from '../../live/client/notices.ts'

const MORNING = new Date(2026, 10, 26, 7, 41).toISOString()
const EVENING = new Date(2026, 10, 26, 19, 5).toISOString()

interface Facts { rehearsal?: boolean, resumed?: PresenterState['resumed'], screens?: PresenterState['screens'], progress?: PresenterState['progress'], exercise?: string | null, simulated?: number }

/** A session as the presenter's window has it. */
function state({ rehearsal = false, resumed = null, screens = { following: 1, paused: 0 }, progress = {}, exercise = null, simulated = 0 }: Facts): LiveState {
  const presenter = { addresses: [], address: 0, hands: {}, resumed, timing: { plan: { arrival: 'join', sections: [], cuts: [] }, log: [], now: MORNING }, screens, progress, trouble: null, leftOpen: [], simulated }
  return {
    session: { name: 'team', startedAt: MORNING, minutes: 90, rehearsal, ended: false },
    slide: { slide: 3, clicks: 0, seq: 4, section: 'energy', exercise },
    phones: 18,
    exercises: [],
    poll: null,
    presenter,
  }
}

function text(facts: Facts, noticed = { black: false, newAnswers: false }): string {
  return noticesOf(state(facts), noticed).map(notice => [notice.text, notice.command].join(' ').trim()).join('\n')
}

describe('the presenter is told', () => {
  it.each<[string, Facts, string]>([
    ['of nothing when all is as it should be', {}, ''],
    ['of a screen that went its own way', { screens: { following: 2, paused: 1 } }, '1 screen no longer follows you'],
    ['of several', { screens: { following: 0, paused: 3 } }, '3 screens no longer follow you'],
    ['that this is a rehearsal', { rehearsal: true }, 'A rehearsal: results show from one answer on, and nothing of it is exported.'],
    ['that the room is simulated', { rehearsal: true, simulated: 18 }, 'A rehearsal with 18 simulated phones: nothing of it is kept or exported. For the real session stop it in the terminal and run npm start 90'],
    ['what a session taken up holds, by the clock of the wall', { resumed: { answers: 37, startedAt: MORNING } }, 'This session goes on: 37 answers since 07:41.'],
    ['of a single answer in it', { resumed: { answers: 1, startedAt: EVENING } }, '1 answer since 19:05.'],
    ['that nobody has answered in it', { resumed: { answers: 0, startedAt: MORNING } }, 'began at 07:41; nobody has answered in it yet.'],
    ['how to get a new one', { resumed: { answers: 2, startedAt: MORNING } }, 'run npm start 90 -- --new'],
    ['how to get a new rehearsal', { rehearsal: true, resumed: { answers: 2, startedAt: MORNING } }, 'run npm start 90 -- --rehearsal'],
  ])('%s', (_, facts, sentence) => {
    expect(text(facts)).toContain(sentence)
    if (sentence === '')
      expect(text(facts)).toBe('')
  })

  it('first of all that the projector is black', () => {
    expect(text({ rehearsal: true }, { black: true, newAnswers: false })).toMatch(/^The projector is black\./)
  })

  it('that a session was resumed, only until somebody answers', () => {
    expect(text({ resumed: { answers: 37, startedAt: MORNING } }, { black: false, newAnswers: true })).toBe('')
  })

  it('no notice in a window without the key', () => {
    const { presenter, ...everybodys } = state({ resumed: { answers: 3, startedAt: MORNING } })
    expect(presenter).toBeDefined()
    expect(noticesOf(everybodys, { black: false, newAnswers: false })).toEqual([])
  })
})

it('clock times have 24 hours in any language', () => {
  expect([clockTime(MORNING), clockTime(EVENING), clockTime(new Date(2026, 0, 1, 0, 5).getTime())]).toEqual(['07:41', '19:05', '00:05'])
})

describe('the progress of an exercise in the presenter view', () => {
  it.each<[string, Facts, string | null]>([
    ['says nothing while no exercise is on', { progress: { forecast: { began: 3, finished: 3 } } }, null],
    ['has not begun', { exercise: 'energy-audit' }, 'Energy audit: no phone has begun yet.'],
    ['has begun on one phone', { exercise: 'try-it', progress: { 'try-it': { began: 1, finished: 0 } } }, 'Try it: 1 phone began, 0 finished.'],
    ['is done on some', { exercise: 'energy-audit', progress: { 'energy-audit': { began: 7, finished: 2 } } }, 'Energy audit: 7 phones began, 2 finished.'],
  ])('%s', (_, facts, sentence) => {
    expect(progressOn(state(facts))).toBe(sentence)
  })

  it.each<[string, NonNullable<PresenterState['progress']>, string]>([
    ['none', {}, ''],
    ['none, all is done', { forecast: { began: 4, finished: 4 } }, ''],
    ['one phone', { 'try-it': { began: 4, finished: 3 } }, 'Not finished: Try it on 1 phone.'],
    ['several exercises', { 'energy-audit': { began: 9, finished: 7 }, 'forecast': { began: 2, finished: 2 }, 'try-it': { began: 3, finished: 0 } }, 'Not finished: Energy audit on 2 phones, Try it on 3 phones.'],
  ])('names unfinished work: %s', (_, progress, sentence) => {
    expect(unfinished(progress)).toBe(sentence)
  })
})
