/**
 * Rules for text that people type. Slide, moderation, phone, CSV, print and calendar all use these. No look-behind and
 * no `v` flag: older phones would not even load the page.
 */

/**
 * Characters that are never drawn: format characters, fillers, the mark for a pasted picture. Arabic number signs are
 * format characters that are drawn.
 */
const unseen = /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\u{16FE4}\u{1D159}\uFFFC\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Not drawn either, but meaningful after some characters: joiners, variation selectors, the tags of a flag. */
const modifier = /[\p{Join_Control}\p{Variation_Selector}\u180E\u{E0020}-\u{E007F}]/u
/** Where those modifiers are kept: flags, emoji, variants of Han and Mongolian, joined or unjoined letters. */
const meant = [
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{3,6}\u{E007F}/u,
  /\p{Emoji}(?:\p{Emoji_Modifier}|(?:\uFE0E|\uFE0F)\u20E3?)?(?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?){0,9}/u,
  /\p{Script=Han}\p{Variation_Selector}/u,
  /\p{Script=Mongolian}(?:\p{Variation_Selector}|\u180E)/u,
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Lao}])[\p{L}\p{M}]\p{Join_Control}(?=[\p{L}\p{M}])/u,
  /[\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]\u200D/u,
]
const meantOrModifier = new RegExp(`(${meant.map(({ source }) => source).join('|')})|${modifier.source}`, 'gu')

/** No script stacks more marks on one letter; more would run over the lines around it. */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu

/** A text as it is stored and shown: one form of each letter, single spaces, nothing invisible. Applying it twice changes nothing more. */
export function normaliseText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\s\u0085\u2800]+/gu, ' ')
    .replace(unseen, sign => modifier.test(sign) ? sign : '')
    .replace(/\p{Join_Control}{2,}/gu, joiners => joiners.charAt(0))
    .replace(meantOrModifier, '$1')
    .replace(tooManyMarks, '$1')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim()
}

/** Controls, halves of characters, private use, and numbers that are no character yet; an emoji newer than this program is a character. */
const unshowable = /(?!\p{Extended_Pictographic})[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u
const visible = /[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u

/** Why a normalised text cannot be shown, as a sentence; null when it can. */
export function unshowableReason(text: string): string | null {
  const sign = unshowable.exec(text)?.[0]
  if (sign !== undefined)
    return `One character cannot be shown (${codeOf(sign)}). Delete it, or type the answer again.`
  return visible.test(text) ? null : 'Write a few words first: there is nothing to see in this answer.'
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The longest emoji has eleven code points; what is longer counts as several characters. */
const LONGEST = 12
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null

/** Characters as a person counts them: an accented letter, a syllable and a family of emoji are one each. */
export function charactersOf(text: string): string[] {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : Array.from(text)
}

/** How many characters a person would say the text has. */
export function lengthOf(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + Math.ceil(Array.from(character).length / LONGEST), 0)
}

/** What stands at the end of a text and says nothing. Unicode does not list the stops of Sinhala, Tibetan and Georgian; a dash counts where it stands apart. */
const ending = /(?:[\s\p{Quotation_Mark}\p{Terminal_Punctuation}\u0DF4\u0F0B\u0F0C\u0F14\u10FB…⋯¿¡]|\s-)+$/u
/** The same at its beginning; a line that comes from a list begins with its sign. */
const beginning = /^(?:[-*•·‣▪◦]\s|[\s\p{Quotation_Mark}¿¡])+/u

/** Equal for texts that say the same: case, width, quotes around it, the stops at its end and the sign of a list are folded, in every script. Armenian marks its questions within the word. */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/(?![\u{E0020}-\u{E007F}])[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640\u055B-\u055E]/gu, '')
    .replace(/i\u0307/g, 'i')
    .replace(/ς/g, 'σ')
    .replace(/[\u2018-\u201B\u02BC\u0060\u00B4\u2032]/g, '\'')
    .replace(/\p{Dash}/gu, '-')
    .replace(/\s+/g, ' ')
  const bare = plain.replace(beginning, '').replace(ending, '')
  return (bare || plain || text).normalize('NFKC')
}
