import type { Answer } from '../../live/domain/check-answer.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { Counts, Result } from '../../live/domain/state.ts'
import type { ScalePoll } from '../../live/kinds/scale/poll.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../live/domain/check-answer.ts'
import { showsOf } from '../../live/domain/floor.ts'
import { NONE, optionsOf } from '../../live/domain/poll-rules.ts'
import { floorOf, resultOf, tallyOf } from '../../live/domain/results.ts'
import { chooseWords, countNone, countOptions, gatherWords, movementBetween, wordId } from '../../live/domain/tally.ts'

const base = { id: 'p', question: 'Which?', purpose: 'To know.' }
const options = ['a', 'b', 'c', 'd'].map(id => ({ id, label: id.toUpperCase() }))
const single: Poll = { ...base, kind: 'single', options }
const multi: Poll = { ...base, kind: 'multi', options }
const scale: ScalePoll = { ...base, kind: 'scale', min: 1, max: 5, minLabel: 'low', maxLabel: 'high' }
const words: Poll = { ...base, kind: 'words', maxLength: 80, show: 'after-moderation' }

const optionId = fc.constantFrom('a', 'b', 'c', 'd')
const step = fc.integer({ min: 1, max: 5 })
const someOf = fc.uniqueArray(optionId)
const phrase = fc.constantFrom('Meetings', 'meetings', 'MEETINGS!', 'no focus', 'No focus.', 'on-call', 'two bosses', 'Zwei Chefs')
/** A poll, and answers to it. */
const answered: fc.Arbitrary<{ poll: Poll, list: Answer[] }> = fc.oneof(
  fc.record({ poll: fc.constant(single), list: fc.array<Answer>(optionId) }),
  fc.record({ poll: fc.constant(multi), list: fc.array<Answer>(someOf) }),
  fc.record({ poll: fc.constant<Poll>(scale), list: fc.array<Answer>(step) }),
  fc.record({ poll: fc.constant(words), list: fc.array<Answer>(phrase) }),
)
const byVoter = (list: readonly Answer[]): Map<string, Answer> => new Map(list.map((answer, i) => [`voter-${i}`, answer]))
/** The result of a round as the floor allows. */
function shownOf(poll: Poll, floor: number, { answers, before = null, hands = null, hidden = [] }: { answers: Map<string, Answer>, before?: Map<string, Answer> | null, hands?: Counts | null, hidden?: string[] }): Result | null {
  const tally = tallyOf(poll, answers, before)
  return resultOf(poll, tally, showsOf(tally, floor), { hands, hidden, labels: {} })
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...list], { minLength: list.length })
const hands = fc.option(fc.dictionary(optionId, fc.nat(500)))
const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, count) => all + count, 0)

describe('counts', () => {
  it('add up to the voters where everybody chooses one', () => {
    fc.assert(fc.property(fc.oneof(
      fc.record({ poll: fc.constant(single), list: fc.array<Answer>(optionId) }),
      fc.record({ poll: fc.constant<Poll>(scale), list: fc.array<Answer>(step) }),
    ), ({ poll, list }) => sum(countOptions(poll, list)) === list.length))
  })

  it('lie between the voters and all options for each voter where everybody chooses some', () => {
    fc.assert(fc.property(fc.array(someOf), (list) => {
      const counts = countOptions(multi, list)
      expect(sum(counts)).toBe(list.flat().length)
      expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(list.length)
    }))
  })

  it('of none are apart from the options, so that “none of these” differs from no answer', () => {
    fc.assert(fc.property(fc.array(someOf), (list) => {
      const none = list.filter(answer => answer.length === 0).length
      expect(countNone(list)).toBe(none)
      const result = shownOf(multi, 0, { answers: byVoter(list) })
      expect(result).toMatchObject({ voters: list.length, none, counts: countOptions(multi, list) })
    }))
    expect(countNone(['a', 'none', 3])).toBe(0)
  })

  it('have a place for every option, in the order of the poll, and for nothing else', () => {
    fc.assert(fc.property(fc.constantFrom(single, multi, scale), fc.array(fc.oneof<fc.Arbitrary<Answer>[]>(fc.string(), fc.integer(), fc.array(fc.string()), fc.constantFrom('constructor', '__proto__', 'toString'))), (poll, list) => {
      const counts = countOptions(poll, list)
      expect(Object.keys(counts)).toEqual(optionsOf(poll).filter(option => option !== NONE).map(option => option.id))
      expect(Object.values(counts).every(Number.isInteger)).toBe(true)
    }))
  })
})

describe('a result', () => {
  it('does not depend on the order of the answers', () => {
    fc.assert(fc.property(answered.chain(({ poll, list }) => fc.record({ poll: fc.constant(poll), list: fc.constant(list), other: shuffled(list) })), ({ poll, list, other }) => {
      expect(shownOf(poll, 0, { answers: byVoter(other) })).toEqual(shownOf(poll, 0, { answers: byVoter(list) }))
    }))
  })

  it('is the same when the same answers are given again', () => {
    fc.assert(fc.property(answered, fc.nat(4), ({ poll, list }, times) => {
      const once = byVoter(list)
      const again = new Map(once)
      for (let i = 0; i < times; i++) {
        for (const [voter, answer] of once)
          again.set(voter, answer)
      }
      expect(shownOf(poll, 1, { answers: again })).toEqual(shownOf(poll, 1, { answers: once }))
    }))
  })

  it('counts the last answer of each voter', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), optionId)), (given) => {
      const last = new Map(given.map(([voter, answer]) => [`voter-${voter}`, answer]))
      expect(sum(countOptions(single, last.values()))).toBe(new Set(given.map(([voter]) => voter)).size)
    }))
  })

  it('has the same counts and voters whatever hands are added, and hands never reach the floor', () => {
    fc.assert(fc.property(fc.array(optionId, { minLength: 1 }), hands, fc.integer({ min: 1, max: 12 }), (list, raised, floor) => {
      const result = shownOf(single, floor, { answers: byVoter(list), hands: raised })
      if (list.length < floor)
        return void expect(result).toBeNull()
      expect(result).toEqual({ kind: 'options', voters: list.length, counts: countOptions(single, list), none: 0, hands: raised, movement: null })
    }))
  })

  it('shows hands where no phone answered, and nothing where nobody did', () => {
    const answers = new Map<string, Answer>()
    expect(shownOf(single, 5, { answers, hands: { a: 3 } })).toMatchObject({ voters: 0, counts: { a: 0, b: 0, c: 0, d: 0 }, hands: { a: 3 } })
    expect(shownOf(single, 5, { answers })).toBeNull()
  })

  it('of words leaves out hidden ones, shows at most 60, and tells how many there are', () => {
    const many = Array.from({ length: 90 }, (_, i) => `word ${String(i).padStart(2, '0')}`)
    const result = shownOf(words, 5, { answers: byVoter(['word 07', ...many]), hidden: [wordId('word 00'), wordId('word 05')] })
    const texts = result?.kind === 'words' ? result.words.map(word => word.text) : []
    expect(result).toMatchObject({ different: 88 })
    expect(texts).toHaveLength(60)
    expect(texts[0]).toBe('word 07')
    expect(texts).not.toContain('word 05')
  })
})

describe('the floor', () => {
  it.each([
    ['the session\'s', undefined, { floor: 5, rehearsal: false }, 5],
    ['the poll\'s own, when it is lower', 1, { floor: 5, rehearsal: false }, 1],
    ['the poll\'s own, when it is higher', 8, { floor: 5, rehearsal: false }, 8],
    ['one in a rehearsal', undefined, { floor: 5, rehearsal: true }, 1],
    ['one in a rehearsal, whatever the poll says', 8, { floor: 5, rehearsal: true }, 1],
  ])('is %s', (_, floor, session, expected) => {
    expect(floorOf({ ...single, floor }, session)).toBe(expected)
  })
})

describe('words', () => {
  it('gather spellings that differ in case, accents\' form or closing punctuation', () => {
    const gathered = gatherWords(['Café', 'cafe\u0301', 'CAFÉ!', 'tea'], new Set([wordId('tea')]))
    expect(gathered).toEqual([
      { id: '~café', text: 'Café', count: 3, hidden: false },
      { id: '~tea', text: 'tea', count: 1, hidden: true },
    ])
  })

  it('are shown as most people wrote them', () => {
    expect(gatherWords(['Time!', 'time', 'time', 'TIME'], new Set())).toMatchObject([{ text: 'time', count: 4 }])
    expect(gatherWords(['- time', 'time.', 'time'], new Set())).toMatchObject([{ text: 'time', count: 3 }])
  })

  it('stay hidden when an older version with fewer foldings hid them', () => {
    expect(gatherWords(['时间。', 'Straße', 'ok'], new Set(['~时间。', '~straße']))).toMatchObject([{ text: 'ok', hidden: false }, { text: 'Straße', hidden: true }, { text: '时间。', hidden: true }])
  })

  it('that are equally frequent are left out at random, whatever their alphabet', () => {
    const scripts = ['Angst', 'Время', 'זמן', 'وقت', '时间', '시간']
    const list = scripts.flatMap(word => Array.from({ length: 20 }, (_, i) => `${word} ${i}`))
    const chosen = chooseWords(gatherWords([...list, '时间', '时间'], new Set()), 61)
    expect(chosen).toHaveLength(61)
    expect(chosen[0]).toMatchObject({ text: '时间', count: 2 })
    for (const word of scripts)
      expect(chosen.filter(({ text }) => text.startsWith(word)).length).toBeGreaterThan(4)
    expect(chooseWords(gatherWords(list.toReversed(), new Set()), 60)).toEqual(chooseWords(gatherWords(list, new Set()), 60))
  })

  it('come most frequent first, and none is lost', () => {
    fc.assert(fc.property(fc.array(phrase), (list) => {
      const gathered = gatherWords(list, new Set())
      expect(gathered.reduce((all, word) => all + word.count, 0)).toBe(list.length)
      expect(new Set(gathered.map(word => word.id)).size).toBe(gathered.length)
      const counts = gathered.map(word => word.count)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    }))
  })

  it('have ids that survive an address, whatever was accepted as an answer', () => {
    fc.assert(fc.property(fc.array(fc.nat(0xFFFF), { maxLength: 40 }), (units) => {
      const text = String.fromCharCode(...units)
      const checked = checkAnswer(words, text)
      if (!checked.ok)
        return
      const id = wordId(String(checked.answer))
      expect(new URL(`http://room/words/${encodeURIComponent(id)}`).pathname.split('/')).toHaveLength(3)
      expect(decodeURIComponent(encodeURIComponent(id))).toBe(id)
    }))
  })
})

describe('movement', () => {
  const voters = fc.array(fc.record({ voter: fc.nat(20).map(String), before: fc.option(step), after: fc.option(step) }))

  it('counts only those who answered both, each once', () => {
    fc.assert(fc.property(voters, (list) => {
      const before = new Map(list.flatMap(({ voter, before }) => before === null ? [] : [[voter, before]]))
      const after = new Map(list.flatMap(({ voter, after }) => after === null ? [] : [[voter, after]]))
      const both = [...after.keys()].filter(voter => before.has(voter))
      const movement = movementBetween(before, after)
      expect(movement.pairs).toBe(both.length)
      expect(movement.up + movement.same + movement.down).toBe(both.length)
    }))
  })

  it('counts those who moved up, down and not at all', () => {
    const movement = movementBetween(new Map([['x', 1], ['y', 3], ['z', 5], ['gone', 2]]), new Map([['x', 4], ['y', 3], ['z', 2], ['new', 5]]))
    expect(movement).toMatchObject({ pairs: 3, up: 1, same: 1, down: 1 })
  })

  it('is left out while too few answered both', () => {
    const answers = byVoter([1, 2, 3, 4, 5])
    const before = new Map([['voter-0', 1], ['elsewhere', 4]])
    expect(shownOf(scale, 5, { answers, before })).toMatchObject({ voters: 5, movement: null })
    expect(shownOf(scale, 1, { answers, before })).toMatchObject({ movement: { pairs: 1, up: 0, same: 1, down: 0 } })
  })
})
