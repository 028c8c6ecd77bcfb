/** How much room words need, estimated without a browser: slides are checked before they are built. */

const SOFT_HYPHEN = '\u00AD'
const vowels = 'aeiouyáàâäãåāăąæéèêëēėęěíìîïīįıóòôöõøōőœúùûüūůűųýÿαάεέηήιίϊΐοόυύϋΰωώаеёиоуыэюяіїє'
const longWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]{13,}/gu
const syllable = new RegExp(`(?:sch|ch|ck|ph|th|sh|gh|[^${vowels}])(?=[${vowels}])`, 'giu')
const vowel = new RegExp(`[${vowels}]`, 'iu')

/**
 * Lets long words break, with a hyphen, before the last consonant in front of a vowel: the rule that languages with
 * these alphabets share. Browsers have no dictionary for it where nothing was downloaded. Other scripts break by their own rules.
 */
export function hyphenated(text: string): string {
  return text.replace(longWord, word => word.replace(syllable, (start: string, at: number) =>
    at >= 3 && word.length - at >= 3 && vowel.test(word.slice(0, at)) ? SOFT_HYPHEN + start : start))
}

/** Lines that a text takes in a column `width` em wide, estimated rather high than low. */
export function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of hyphenated(text).split(' ')) {
    const parts = word.split(SOFT_HYPHEN)
    for (const [i, part] of parts.entries()) {
      const space = i === 0 && used > 0 ? emOf(' ') : 0
      const length = emOf(part)
      const hyphen = i < parts.length - 1 ? emOf('-') : 0
      if (used + space + length + hyphen <= width) {
        used += space + length
        continue
      }
      lines += (used > 0 ? 1 : 0) + Math.max(1, Math.ceil(length / width)) - 1
      used = length > width ? length % width : length
    }
  }
  return lines
}

/** Width of a text in em, as the deck's semi-bold text face sets it. Other alphabets are set by whatever face the laptop has, and are taken as its wide ones set them; all other signs as a little wider than high. */
export function emOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + emOfSign(sign), 0)
}

const otherAlphabets = /(?=\p{L})[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Lao}]/u

function emOfSign(sign: string): number {
  if (/[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u.test(sign))
    return 0
  if (otherAlphabets.test(sign))
    return /\p{Lu}/u.test(sign) ? 0.95 : 0.8
  if (sign > '\u024F')
    return 1.2
  if (/[ fijlrt.,:;'!|()-]/.test(sign))
    return 0.36
  return /[MW@%]/i.test(sign) ? 0.95 : /[A-Z]/.test(sign) ? 0.72 : 0.59
}
