import type { Poll } from '../../live/domain/poll-rules.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../live/domain/check-answer.ts'

const base = { id: 'p', question: 'Which?', purpose: 'To know.' }
const options = ['soup', 'salad', 'bread'].map(id => ({ id, label: id }))
const single: Poll = { ...base, kind: 'single', options }
const multi: Poll = { ...base, kind: 'multi', options }
const scale: Poll = { ...base, kind: 'scale', min: 1, max: 5, minLabel: 'low', maxLabel: 'high' }
const words: Poll = { ...base, kind: 'words', maxLength: 20, show: 'after-moderation' }
/** Any two-byte units, halves of characters among them. */
const anyText = fc.array(fc.nat(0xFFFF), { maxLength: 40 }).map(units => String.fromCharCode(...units))
const all = [single, multi, scale, words]

describe('answers that fit', () => {
  it.each<[string, Poll, unknown, unknown]>([
    ['one option', single, 'soup', 'soup'],
    ['one of several', multi, ['bread'], ['bread']],
    ['none of several', multi, [], []],
    ['several, kept in the order of the poll', multi, ['bread', 'soup'], ['soup', 'bread']],
    ['one named twice', multi, ['soup', 'soup'], ['soup']],
    ['the lowest step', scale, 1, 1],
    ['the highest step', scale, 5, 5],
    ['words', words, 'no focus time', 'no focus time'],
    ['words with space around and inside', words, '  no \t focus\n\n time ', 'no focus time'],
    ['words in any script', words, 'ไม่มีเวลา', 'ไม่มีเวลา'],
    ['what keyboards and pastes put between letters', words, 'co\u00ADopera\u200Btion\u200F', 'cooperation'],
    ['text that was turned around', words, 'abc\u202Edef', 'abcdef'],
    ['a syllable of several signs as one character', { ...words, maxLength: 1 }, 'क्ष', 'क्ष'],
    ['letters with separate accents', words, 'cafe\u0301', 'café'],
    ['a joined emoji', words, '👩‍💻 ok', '👩‍💻 ok'],
    ['markup, which is text like any other', words, '<b>hi</b>', '<b>hi</b>'],
    ['just as many characters as fit', words, '👍'.repeat(20), '👍'.repeat(20)],
  ])('%s', (_, poll, input, answer) => {
    expect(checkAnswer(poll, input)).toEqual({ ok: true, answer })
  })

  it('are stored in a form that fits again and stays as it is', () => {
    fc.assert(fc.property(fc.constantFrom(...all), fc.oneof(anyText, fc.integer({ min: -2, max: 8 }), fc.array(fc.constantFrom('soup', 'salad', 'bread', 'cake'))), (poll, input) => {
      const once = checkAnswer(poll, input)
      if (once.ok)
        expect(checkAnswer(poll, once.answer)).toEqual(once)
    }))
  })
})

describe('answers that do not fit', () => {
  it.each<[string, Poll, unknown, string]>([
    ['an unknown option', single, 'cake', '"cake" is not an option'],
    ['two answers for one', single, ['soup', 'salad'], 'exactly one'],
    ['an option by its place', single, 0, 'exactly one'],
    ['a name that every object has', single, 'constructor', 'not an option'],
    ['nothing', single, null, 'exactly one'],
    ['nothing of several', multi, null, 'one or more options, or “None of these”'],
    ['none among several', multi, ['none'], '"none" is not an option'],
    ['a bare option for several', multi, 'soup', 'one or more'],
    ['an unknown one among several', multi, ['soup', 'cake'], '"cake" is not an option'],
    ['something else among several', multi, ['soup', 3], 'one or more'],
    ['below the scale', scale, 0, 'from 1 to 5'],
    ['above the scale', scale, 6, 'from 1 to 5'],
    ['between two steps', scale, 2.5, 'from 1 to 5'],
    ['a number in quotes', scale, '3', 'from 1 to 5'],
    ['not a number', scale, Number.NaN, 'from 1 to 5'],
    ['no words', words, '', 'empty'],
    ['space alone', words, ' \n\t\u00A0 ', 'empty'],
    ['joiners alone', words, '\u200D\u200D', 'nothing to see'],
    ['a control character', words, 'ring\u0007 the bell', 'cannot be shown'],
    ['a null character', words, 'a\u0000b', 'cannot be shown'],
    ['an escape sequence', words, '\u001B[31mred', 'cannot be shown'],
    ['half of a character', words, 'half \uD83D', 'cannot be shown (U+D83D)'],
    ['a character of somebody\'s own', words, 'logo \uE000', 'cannot be shown (U+E000)'],
    ['a filler alone', words, '\u3164', 'nothing to see'],
    ['fillers of every width', words, '\u115F\u1160\u3164\uFFA0', 'nothing to see'],
    ['an accent alone', words, '\u0301', 'nothing to see'],
    ['one character too many', words, 'x'.repeat(21), 'has 21 characters; at most 20'],
    ['10,000 characters', words, 'x'.repeat(10_000), 'has 10000 characters'],
    ['a script that is too long', words, '<script>alert("hello")</script>', 'at most 20'],
    ['a number for words', words, 7, 'few words'],
    ['an object for words', words, { toString: 'x' }, 'few words'],
  ])('%s', (_, poll, input, reason) => {
    expect(checkAnswer(poll, input)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('never make the check itself fail, and the reason is short', () => {
    fc.assert(fc.property(fc.constantFrom(...all), fc.anything(), (poll, input) => {
      const checked = checkAnswer(poll, input)
      expect(checked.ok ? '' : checked.reason).not.toMatch(/^.{200}/)
    }))
  })
})
