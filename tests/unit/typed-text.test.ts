import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersOf, foldText, lengthOf, normaliseText, unshowableReason } from '../../live/domain/typed-text.ts'

const code = (text: string): string => Array.from(text, sign => sign.codePointAt(0)?.toString(16)).join(' ')
/** Every code point that is a character with this property, or the first `most` of them. */
function withProperty(property: RegExp, most = Infinity): string[] {
  const found: string[] = []
  for (let point = 0; point <= 0x10FFFF && found.length < most; point++) {
    const sign = String.fromCodePoint(point)
    if (property.test(sign) && !/\p{Cs}/u.test(sign))
      found.push(sign)
  }
  return found
}

const scripts = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Malayalam', 'Thai', 'Khmer', 'Tibetan', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Ethiopic', 'Armenian', 'Georgian', 'Mongolian']
const letters = scripts.map(script => withProperty(new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'u'), 200))
const ofOneScript = fc.constantFrom(...letters).chain(some => fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 12 })).map(signs => signs.join(''))
const mark = fc.constantFrom('\u0301', '\u0308', '\u0323', '\u064E', '\u05B0', '\u093E', '\u094D', '\u0E34', '\u20E3')
const invisible = fc.constantFrom(...withProperty(/(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u))
const emoji = fc.constantFrom('👍', '❤️', '👩🏽‍💻', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪', '1️⃣', '☹︎')
/** Anything that may come out of a keyboard, a paste or an attack. */
const typed = fc.array(fc.oneof(ofOneScript, mark, invisible, emoji, fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u3000', '\u2800', '.', '。', '؟', '«', '-', '•', 'ـ', '՞'), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 }).map(parts => parts.join(''))

describe('a typed text, normalised', () => {
  it.each<[string, string, string]>([
    ['a zero-width space of a Khmer keyboard', 'ពេល\u200Bវេលា', 'ពេលវេលា'],
    ['a zero-width space of a Thai keyboard', 'ไม่มี\u200Bเวลา', 'ไม่มีเวลา'],
    ['a right-to-left mark', 'אין זמן.\u200F', 'אין זמן.'],
    ['an Arabic letter mark', '\u061Cلا وقت', 'لا وقت'],
    ['soft hyphens of a paste', 'Zu\u00ADsam\u00ADmen\u00ADarbeit', 'Zusammenarbeit'],
    ['isolates around a name', '\u2068Dana\u2069 decides', 'Dana decides'],
    ['a byte-order mark', '\uFEFFtime', 'time'],
    ['a word joiner', 'on\u2060call', 'oncall'],
    ['a picture that was pasted away', 'time \uFFFC', 'time'],
    ['tags that are no flag', 'hi\u{E0068}\u{E0069}', 'hi'],
    ['an override', 'abc\u202Edef', 'abcdef'],
    ['a filler between letters', 'ab\u3164cd', 'abcd'],
    ['a joiner without anything to join', '\u200Dx\u200D', 'x'],
    ['a joiner between Latin letters', 'on\u200Dcall', 'oncall'],
    ['a blank of Braille', 'a\u2800b', 'a b'],
    ['separate accents', 'cafe\u0301', 'café'],
    ['more accents than a letter holds', `Z${'\u0335'.repeat(40)}`, `Z${'\u0335'.repeat(8)}`],
  ])('is without %s', (_, raw, text) => {
    expect(code(normaliseText(raw))).toBe(code(text))
    expect(unshowableReason(normaliseText(raw))).toBeNull()
  })

  it.each([
    ['a non-joiner in Persian', 'می‌خواهم'],
    ['a joiner in Devanagari', 'क्‍ष'],
    ['a joiner that ends a Malayalam letter', 'ന്‍'],
    ['a variant of a Han character', '葛󠄀'],
    ['a variant of a Mongolian letter', 'ᠠ᠋'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a profession with a skin', '👩🏽‍💻'],
    ['a heart in colour', '❤️'],
    ['a sad face as text', '☹︎'],
    ['a key', '1️⃣'],
    ['a flag of letters', '🇩🇪'],
    ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['an Arabic number sign', '؀١٢'],
  ])('keeps %s', (_, text) => {
    expect(code(normaliseText(text))).toBe(code(text))
    expect(unshowableReason(text)).toBeNull()
  })

  it('keeps letters and emoji of every script among invisible characters', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.oneof(ofOneScript, emoji), invisible), { minLength: 1, maxLength: 6 }), (parts) => {
      const bare = (text: string): string => text.normalize('NFC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').normalize('NFC')
      expect(bare(normaliseText(parts.flat().join(' ')))).toBe(bare(parts.map(([text]) => text).join(' ').replace(/\s+/g, ' ')).replace(/\s+/g, ' ').trim())
    }))
  })

  it('is the same when it is normalised again, and never longer', () => {
    fc.assert(fc.property(typed, (raw) => {
      const text = normaliseText(raw)
      expect(code(normaliseText(text))).toBe(code(text))
      expect(lengthOf(text)).toBeLessThanOrEqual(Array.from(raw.normalize('NFC')).length)
      expect(text).not.toMatch(/^\s|\s$|\s\s|\n/)
    }), { numRuns: 2_000 })
  })

  it('is refused when nothing of it is visible', () => {
    fc.assert(fc.property(fc.array(fc.oneof(invisible, fc.constantFrom(' ', '\n', '\u2800', '\u3164', '\uFFA0')), { minLength: 1 }), (signs) => {
      expect(unshowableReason(normaliseText(signs.join('')))).toContain('nothing to see')
    }))
  })

  it('says which character cannot be shown', () => {
    expect(unshowableReason(normaliseText('ring\u0007 the bell'))).toBe('One character cannot be shown (U+0007). Delete it, or type the answer again.')
    expect(unshowableReason(normaliseText('half \uD83D'))).toContain('U+D83D')
  })
})

describe('the length of a text', () => {
  it.each<[string, number]>([['', 0], ['time', 4], ['café', 4], ['नमस्ते', 3], ['👨‍👩‍👧‍👦', 1], ['🇩🇪🇫🇷', 2], ['1️⃣', 1], ['ไม่มี', 3], ['각', 1]])('of %j is %i', (text, length) => {
    expect(lengthOf(text)).toBe(length)
  })

  it('grows with a chain of joined characters, which is no way around the limit', () => {
    expect(lengthOf(Array.from({ length: 200 }).fill('👩').join('\u200D'))).toBeGreaterThan(30)
    expect(lengthOf('क्'.repeat(500))).toBeGreaterThan(80)
  })

  it('is the number of its parts, and the parts make up the text', () => {
    fc.assert(fc.property(typed, text => charactersOf(text).join('') === text && lengthOf(text) >= charactersOf(text).length))
  })
})

describe('folding for counting', () => {
  it.each<[string, string]>([
    ['时间。', '时间'],
    ['時間！', '時間'],
    ['समय।', 'समय'],
    ['وقت؟', 'وقت'],
    ['זמן.', 'זמן'],
    ['ժամանակ։', 'ժամանակ'],
    ['ጊዜ።', 'ጊዜ'],
    ['ពេល។', 'ពេល'],
    ['කාලය෴', 'කාලය'],
    ['དུས་ཚོད་', 'དུས་ཚོད།'],
    ['დრო჻', 'დრო'],
    ['¿Tiempo?', 'tiempo'],
    ['«Время»', 'время'],
    ['「時間」', '時間'],
    ['TIME …', 'time'],
    ['Ｔｉｍｅ', 'time'],
    ['Straße', 'STRASSE'],
    ['ΛΟΓΟΣ', 'λογος'],
    ['SINIF', 'sınıf'],
    ['İstanbul', 'istanbul'],
    ['زمــن', 'زمن'],
    ['می‌خواهم', 'میخواهم'],
    ['don’t know', 'don\'t know'],
    ['one‑to‑one', 'one-to-one'],
    ['❤️', '❤'],
    ['ժա՞մ', 'ժամ'],
    ['- time', 'time'],
    ['• время', 'время'],
    ['时间 —', '时间'],
  ])('%s is %s', (one, other) => {
    expect(foldText(normaliseText(one))).toBe(foldText(normaliseText(other)))
  })

  it.each([['C', 'C#'], ['C', 'C++'], ['cafe', 'café'], ['?', '!'], ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'], ['👍🏽', '👍🏿'], ['no', 'on'], ['-1', '1'], ['C-', 'C'], ['ـ', '-']])('%s is not %s', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other))
  })

  it('removes the stops at the end of a sentence in every script', () => {
    const stops = withProperty(/\p{Sentence_Terminal}/u)
    expect(stops.length).toBeGreaterThan(100)
    expect(stops.filter(stop => foldText(normaliseText(`time${stop}`)) !== 'time')).toEqual([])
  })

  it('is the same when repeated, and never empties a visible text', () => {
    fc.assert(fc.property(typed, (raw) => {
      const text = normaliseText(raw)
      const folded = foldText(text)
      expect(code(foldText(folded))).toBe(code(folded))
      if (unshowableReason(text) === null)
        expect(folded).not.toBe('')
    }), { numRuns: 2_000 })
  })

  it('ignores upper and lower case in every script that has them', () => {
    fc.assert(fc.property(ofOneScript, text => foldText(text.toUpperCase()) === foldText(text.toLowerCase())))
  })
})
