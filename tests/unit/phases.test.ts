import type { Action, Arrival, RoundNow } from '../../live/domain/phases.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { Phase } from '../../live/domain/state.ts'
import { describe, expect, it } from 'vitest'
import { act, arrive } from '../../live/domain/phases.ts'
import { clicksOf } from '../../live/domain/poll-rules.ts'

const base = { id: 'p', question: 'Which?', purpose: 'To know.' }
const options = [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }]
const kinds = {
  single: { ...base, kind: 'single', options },
  multi: { ...base, kind: 'multi', options },
  scale: { ...base, kind: 'scale', min: 1, max: 5, minLabel: 'low', maxLabel: 'high' },
  words: { ...base, kind: 'words', maxLength: 80, show: 'after-moderation' },
  never: { ...base, kind: 'words', maxLength: 80, show: 'never' },
} satisfies Record<string, Poll>

type Sort = 'chosen' | 'words' | 'never'
const pollsOf: Record<Sort, readonly Poll[]> = { chosen: [kinds.single, kinds.multi, kinds.scale], words: [kinds.words], never: [kinds.never] }

/** A round in one of the states it can be in; `few` was revealed with too few answers to show. */
type State = 'waiting' | 'open' | 'closed' | 'revealed' | 'few'
const rounds: Record<State, RoundNow> = {
  waiting: { phase: 'waiting', withheld: false },
  open: { phase: 'open', withheld: false },
  closed: { phase: 'closed', withheld: false },
  revealed: { phase: 'revealed', withheld: false },
  few: { phase: 'revealed', withheld: true },
}

/** Phase and click that the room ends up with, for a step within the slide and for coming from another slide. */
type Row = [Sort, State, clicks: number, step: string, fromElsewhere: string]

const table: Row[] = [
  ['chosen', 'waiting', 0, 'open 0', 'open 0'],
  ['chosen', 'waiting', 1, 'open 0', 'open 0'],
  ['chosen', 'waiting', 2, 'open 0', 'open 0'],
  ['chosen', 'open', 0, 'open 0', 'open 0'],
  ['chosen', 'open', 1, 'revealed 1', 'open 0'],
  ['chosen', 'open', 2, 'revealed 2', 'open 0'],
  ['chosen', 'closed', 0, 'open 0', 'open 0'],
  ['chosen', 'closed', 1, 'revealed 1', 'open 0'],
  ['chosen', 'closed', 2, 'revealed 2', 'open 0'],
  ['chosen', 'revealed', 0, 'revealed 0', 'revealed 0'],
  ['chosen', 'revealed', 1, 'revealed 1', 'revealed 1'],
  ['chosen', 'revealed', 2, 'revealed 2', 'revealed 2'],
  ['chosen', 'few', 0, 'open 0', 'open 0'],
  ['chosen', 'few', 1, 'revealed 1', 'open 0'],
  ['chosen', 'few', 2, 'revealed 2', 'open 0'],

  ['words', 'waiting', 0, 'open 0', 'open 0'],
  ['words', 'waiting', 1, 'open 0', 'open 0'],
  ['words', 'waiting', 2, 'open 0', 'open 0'],
  ['words', 'open', 0, 'open 0', 'open 0'],
  ['words', 'open', 1, 'closed 1', 'open 0'],
  ['words', 'open', 2, 'closed 1', 'open 0'],
  ['words', 'closed', 0, 'open 0', 'open 0'],
  ['words', 'closed', 1, 'closed 1', 'open 0'],
  ['words', 'closed', 2, 'revealed 2', 'open 0'],
  ['words', 'revealed', 0, 'revealed 0', 'revealed 0'],
  ['words', 'revealed', 1, 'revealed 1', 'revealed 1'],
  ['words', 'revealed', 2, 'revealed 2', 'revealed 2'],
  ['words', 'few', 0, 'open 0', 'open 0'],
  ['words', 'few', 1, 'revealed 1', 'open 0'],
  ['words', 'few', 2, 'revealed 2', 'open 0'],

  ['never', 'waiting', 0, 'open 0', 'open 0'],
  ['never', 'waiting', 1, 'open 0', 'open 0'],
  ['never', 'waiting', 2, 'open 0', 'open 0'],
  ['never', 'open', 0, 'open 0', 'open 0'],
  ['never', 'open', 1, 'open 0', 'open 0'],
  ['never', 'open', 2, 'open 0', 'open 0'],
  ['never', 'closed', 0, 'open 0', 'open 0'],
  ['never', 'closed', 1, 'open 0', 'open 0'],
  ['never', 'closed', 2, 'open 0', 'open 0'],
]

const said = ({ phase, clicks }: Arrival): string => `${phase} ${clicks}`
const cases = table.flatMap(([sort, state, clicks, step, fromElsewhere]) =>
  pollsOf[sort].map(poll => ({ poll, name: poll.kind === 'words' ? sort : poll.kind, state, clicks, step, fromElsewhere })))

describe('the phase that a position leads to', () => {
  it('is defined for every kind, state and click', () => {
    const missing = Object.values(kinds).flatMap(poll => Object.keys(rounds).flatMap(state => [0, 1, 2]
      .filter(clicks => !cases.some(one => one.poll === poll && one.state === state && one.clicks === clicks))
      .map(clicks => `${poll.kind} ${state} ${clicks}`)))
    expect(missing.filter(one => !/words (?:revealed|few)/.test(one))).toEqual([])
  })

  it.each(cases)('$name, $state, click $clicks: $step by a step, $fromElsewhere from elsewhere', ({ poll, state, clicks, step, fromElsewhere }) => {
    expect(said(arrive(poll, rounds[state], clicks, true))).toBe(step)
    expect(said(arrive(poll, rounds[state], clicks, false))).toBe(fromElsewhere)
  })

  it.each([['single', 1], ['multi', 1], ['scale', 1], ['words', 2], ['never', 0]] as const)('%s takes %i clicks', (kind, clicks) => {
    expect(clicksOf(kinds[kind])).toBe(clicks)
  })

  it.each(Object.entries(kinds))('shows %s after stepping through its slide, unless it is never shown', (_, poll) => {
    let round = rounds.waiting
    for (let clicks = 0; clicks <= clicksOf(poll); clicks++)
      round = { phase: arrive(poll, round, clicks, clicks > 0).phase, withheld: false }
    expect(round.phase).toBe(clicksOf(poll) === 0 ? 'open' : 'revealed')
  })
})

describe('the presenter\'s actions by hand', () => {
  const no = 'refused'
  it.each<[Sort, Action, Record<State, Phase | 'refused'>]>([
    ['chosen', 'open', { waiting: 'open', open: 'open', closed: 'open', revealed: no, few: 'open' }],
    ['chosen', 'close', { waiting: no, open: 'closed', closed: 'closed', revealed: 'revealed', few: 'revealed' }],
    ['chosen', 'reveal', { waiting: no, open: 'revealed', closed: 'revealed', revealed: 'revealed', few: 'revealed' }],
    ['words', 'open', { waiting: 'open', open: 'open', closed: 'open', revealed: no, few: 'open' }],
    ['words', 'close', { waiting: no, open: 'closed', closed: 'closed', revealed: 'revealed', few: 'revealed' }],
    ['words', 'reveal', { waiting: no, open: no, closed: 'revealed', revealed: 'revealed', few: 'revealed' }],
    ['never', 'open', { waiting: 'open', open: 'open', closed: 'open', revealed: no, few: 'open' }],
    ['never', 'close', { waiting: no, open: 'closed', closed: 'closed', revealed: 'revealed', few: 'revealed' }],
    ['never', 'reveal', { waiting: no, open: no, closed: no, revealed: no, few: no }],
  ])('%s: %s', (sort, action, expected) => {
    for (const poll of pollsOf[sort]) {
      const got = Object.entries(rounds).map(([state, round]) => {
        const result = act(poll, round, action)
        return [state, typeof result === 'string' ? result : no]
      })
      expect(Object.fromEntries(got)).toEqual(expected)
    }
  })

  it('are refused with a reason', () => {
    expect(act(kinds.single, rounds.revealed, 'open')).toEqual({ refused: expect.stringContaining('Reset') })
    expect(act(kinds.single, rounds.waiting, 'reveal')).toEqual({ refused: expect.stringContaining('Open it first') })
    expect(act(kinds.words, rounds.open, 'reveal')).toEqual({ refused: expect.stringContaining('Close the poll first') })
    expect(act(kinds.never, rounds.closed, 'reveal')).toEqual({ refused: expect.stringContaining('never shown') })
  })
})
