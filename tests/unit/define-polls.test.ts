import type { Poll } from '../../live/domain/poll-rules.ts'
import { describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { definePolls, DefinitionError } from '../../live/domain/define-polls.ts'
import { meaningOf } from '../../live/domain/poll-rules.ts'

const base = { question: 'Which?', purpose: 'To know.' }
const options = [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad' }]
const lunch = { ...base, id: 'lunch', kind: 'single', options } satisfies Poll
const clear = { ...base, id: 'clear', kind: 'scale', min: 1, max: 5, minLabel: 'Fog', maxLabel: 'Clear' } satisfies Poll
const fear = { ...base, id: 'fear', kind: 'words', maxLength: 80, show: 'after-moderation' } satisfies Poll

/** Polls as somebody may have typed them, whatever the types say. */
const define = (...written: object[]): readonly Poll[] => definePolls('exercises/polls.ts', written as Poll[])

describe('polls without mistakes', () => {
  it('are accepted unchanged', () => {
    const written = [lunch, clear, { ...clear, id: 'clear-again', compareWith: 'clear' }, fear]
    expect(define(...written)).toEqual(written)
  })

  it('are those of the workshop, each with an id of its own', () => {
    expect(new Set(polls.map(poll => poll.id)).size).toBe(polls.length)
  })

  it.each(['Совсем ничего не понятно', 'Δεν ξέρω ακόμα τίποτα', 'אין לי מושג איך זה ייגמר', 'ليس لدي أي فكرة عن ذلك', 'ยังไม่แน่ใจเลยสักนิด'])('may be in another alphabet, with as many letters: %s', (maxLabel) => {
    expect(() => define({ ...clear, maxLabel })).not.toThrow()
  })
})

describe('a mistake is told with the file, the poll and the field', () => {
  it.each<[string, object[], string]>([
    ['an id twice', [lunch, { ...lunch, question: 'Again?' }], 'exercises/polls.ts: poll "lunch" is defined twice'],
    ['an id with spaces', [{ ...lunch, id: 'My lunch' }], 'poll "My lunch", field "id": must be lower-case words joined by hyphens'],
    ['an id that would climb out of an address', [{ ...lunch, id: '../x' }], 'poll "../x", field "id"'],
    ['no question', [{ ...lunch, question: '  ' }], 'poll "lunch", field "question": must not be empty'],
    ['no options', [{ ...lunch, options: [] }], 'poll "lunch", field "options": needs at least two options'],
    ['one option', [{ ...lunch, options: options.slice(0, 1) }], 'needs at least two options'],
    ['two options with one id', [{ ...lunch, options: [...options, { id: 'soup', label: 'Stew' }] }], 'has two options with the same id'],
    ['two options that read the same', [{ ...lunch, options: [...options, { id: 'broth', label: 'soup.' }] }], 'poll "lunch", field "options": has two options that read the same'],
    ['a "none" of its own', [{ ...lunch, kind: 'multi', options: [...options, { id: 'none', label: 'Nothing' }] }], 'must not have one of its own for "None of these": every such poll offers it'],
    ['a "none" with another id', [{ ...lunch, kind: 'multi', options: [...options, { id: 'zero', label: 'None of these.' }] }], 'every such poll offers it'],
    ['an option without a label', [{ ...lunch, options: [...options, { id: 'bread', label: '' }] }], 'field "options.2.label": must not be empty'],
    ['a floor of none', [{ ...lunch, floor: 0 }], 'field "floor": must be 1 or more'],
    ['half a floor', [{ ...lunch, floor: 2.5 }], 'field "floor": must be a whole number'],
    ['a kind that does not exist', [{ ...lunch, kind: 'ranking' }], 'poll "lunch", field "kind": is "ranking", and has to be one of "single", "multi", "scale", "words", "rank".'],
    ['no kind', [{ ...lunch, kind: undefined }], 'field "kind": is missing. Write it.'],
    ['a floor in quotes', [{ ...lunch, floor: '5' }], 'field "floor": is "5", and has to be a number.'],
    ['an option that is a word', [{ ...lunch, options: ['soup', 'salad'] }], 'field "options.0": is "soup", and has to be an entry in { }.'],
    ['a label that nobody sees', [{ ...lunch, options: [...options, { id: 'bread', label: '\u200B' }] }], 'field "options.2.label": must not be empty'],
    ['a field that does not exist', [{ ...lunch, colour: 'red' }], 'field "colour": is no field here. Mend its name, or take it out.'],
    ['options for a scale', [{ ...clear, options }], 'field "options"'],
    ['a scale of one step', [{ ...clear, max: 1 }], 'poll "clear": needs a max that is 1 to 10 above its min'],
    ['a scale of a hundred', [{ ...clear, max: 100 }], 'needs a max that is 1 to 10 above its min'],
    ['words without end', [{ ...fear, maxLength: 5_000 }], 'field "maxLength": is 5000, and has to be at most 280.'],
    ['words shown some other way', [{ ...fear, show: 'at-once' }], 'field "show"'],
    ['a step of four digits', [{ ...clear, min: 2020, max: 2025 }], 'field "min": must be 999 or less'],
    ['a question of a paragraph', [{ ...lunch, question: 'Which of all the dishes that we have had in this canteen since the day on which it was opened, the desserts included, was the best, and why do you think so?' }], 'poll "lunch", field "question": is too long'],
    ['twelve options that take two lines each', [{ ...lunch, options: Array.from({ length: 12 }, (_, i) => ({ id: `dish-${i}`, label: `Dish number ${i}, which comes with rice, a salad and a drink` })) }], 'poll "lunch", field "options": cannot be read from the back row'],
    ['twenty options', [{ ...lunch, options: Array.from({ length: 20 }, (_, i) => ({ id: `dish-${i}`, label: `Dish ${i}` })) }], 'field "options": cannot be read from the back row'],
    ['a name for an end that is a paragraph', [{ ...clear, maxLabel: 'I could name it, date it, and tell you who would have to agree to it before Monday' }], 'field "maxLabel": is too long to be read from the back row'],
    ['a comparison with nothing', [{ ...clear, compareWith: 'gone' }], 'poll "clear", field "compareWith": "gone" must be an earlier scale poll'],
    ['a comparison with a later poll', [{ ...clear, compareWith: 'later' }, { ...clear, id: 'later' }], 'must be an earlier scale poll'],
    ['a comparison with another scale', [{ ...clear, id: 'ten', max: 10 }, { ...clear, compareWith: 'ten' }], 'with the same min and max'],
    ['a comparison with options', [lunch, { ...clear, compareWith: 'lunch' }], 'must be an earlier scale poll'],
  ])('%s', (_, written, message) => {
    expect(() => define(...written)).toThrow(DefinitionError)
    expect(() => define(...written)).toThrow(message)
  })
})

describe('the meaning of a poll after an edit', () => {
  it.each<[string, Poll, Poll, boolean]>([
    ['a mended question', lunch, { ...lunch, question: 'What is for lunch?' }, true],
    ['a mended label', lunch, { ...lunch, options: [{ id: 'soup', label: 'Tomato soup' }, { id: 'salad', label: 'Salad' }] }, true],
    ['another floor', lunch, { ...lunch, floor: 2 }, true],
    ['longer words', fear, { ...fear, maxLength: 140 }, true],
    ['another option', lunch, { ...lunch, options: [...options, { id: 'bread', label: 'Bread' }] }, false],
    ['another option id', lunch, { ...lunch, options: [{ id: 'stew', label: 'Soup' }, { id: 'salad', label: 'Salad' }] }, false],
    ['another kind', lunch, { ...lunch, kind: 'multi' }, false],
    ['a longer scale', clear, { ...clear, max: 7 }, false],
    ['words that were to be shown to nobody', { ...fear, show: 'never' }, fear, false],
  ])('is kept or changed as it should be: %s', (_, before, after, isSame) => {
    expect(meaningOf(before) === meaningOf(after)).toBe(isSame)
  })
})
