import { claimById } from '../../exercises/claims.ts'

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const number = String.raw`[−-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)`

/** Numbers that the workshop gives itself: its days and scales, what a clock says, and the ends of a correlation. */
const own = [/\bday (?:30|90)\b/gi, /[−-]2 to \+2/g, /\bfrom 1 to 5\b/gi, /\b\d{1,2}:\d\d\b/g, /\bstop \d of \d\b/gi, /\b1 would be a perfect match/g]

/** What makes a number in a drawing a finding and not a measure of the drawing. */
const counted = new RegExp(`(?:${number}[–-])?(?:${number}\\s?(?:%|per cent|SD|studies|reports|years|months|people)|(?<![\\d.])[−-]?\\d*\\.\\d+(?![\\d.]))|\\b(?:${words.join('|')}) (?:in|out of) (?:${words.join('|')})\\b`, 'gi')

/** Every number of a text, with its sign and its per cent; written out or in digits makes no difference. */
function numbersIn(text: string): string[] {
  const digits = words.reduce((all, word, n) => all.replace(new RegExp(`\\b${word}\\b`, 'gi'), `${n}`), text)
  const range = digits.replace(/(\d)[–-](?=\d)/g, '$1 ')
  return range.replace(/\s?per cent/g, '%').match(new RegExp(`${number}%?`, 'g'))?.map(one => one.replace('-', '−')) ?? []
}

/** Figures in what somebody wrote for a slide: every number in digits that is not the workshop's own. */
export function writtenFigures(text: string): string[] {
  const plain = own.reduce((rest, form) => rest.replace(form, ''), text.replace(/^\d+\. /gm, '').replace(/<[A-Z][^>]*>/g, ''))
  return [...new Set([...plain.match(/[\d.,−–-]*\d[\d.,–-]*\s?%?/g) ?? [], ...plain.match(counted) ?? []])]
}

/** Figures in all that a slide shows, drawings too. */
export function shownFigures(text: string): string[] {
  return text.replaceAll('\n', ' · ').match(counted) ?? []
}

/** The claims among these in which every number of a figure stands. */
export function claimsWith(figure: string, ids: readonly string[]): NonNullable<ReturnType<typeof claimById>>[] {
  return ids.flatMap(id => claimById(id) ?? []).filter(({ claim, doesNotShow }) => {
    const known = new Set(numbersIn(`${claim} ${doesNotShow}`))
    return numbersIn(figure).every(one => known.has(one))
  })
}
