import type { ResultSentence } from './sentences.ts'

/** A claim of a sentence, found by its words and not by its rule. */
type Claim = readonly [phrase: RegExp, about: 'reading' | 'ahead' | 'people' | 'systems' | 'difference', value: string]

/** Phrases of result sentences and what they claim. Naming two different levels also claims who is ahead. */
const claims: readonly Claim[] = [
  [/No reading/, 'reading', 'none'],
  [/Too close to call|cannot tell which one comes first|Do not read it as an order/, 'ahead', 'nobody'],
  [/Too close to call|no larger than the band|too near each other/i, 'difference', 'within the band'],
  [/difference is larger than the band|10 points or more/, 'difference', 'beyond the band'],
  [/People work (?:clearly )?(?:gives you more|comes out|drains you less)|People work feeds you, systems|People work is mixed, systems work costs/, 'ahead', 'people'],
  [/Systems work (?:clearly )?(?:gives you more|comes out|drains you less)|Systems work feeds you, people|Systems work is mixed, people work costs/, 'ahead', 'systems'],
  ...(['people', 'systems'] as const).flatMap(side => [
    [new RegExp(`${side} work (?:clearly )?(?:gives you more|feeds you|has a price|pulls you)|${side} work adds to your energy|both kinds of work feed you`, 'i'), side, 'feeds'] as const,
    [new RegExp(`${side} work is mixed|${side} work (?:clearly )?comes out|both kinds of work are mixed`, 'i'), side, 'mixed'] as const,
    [new RegExp(`${side} work (?:costs you|drains you less)|both kinds of work cost you`, 'i'), side, 'costs'] as const,
  ]),
]

/** Pairs of sentences, by their ids, that claim different things about the same: none may be shown together. */
export function contradictionsIn(shown: readonly Pick<ResultSentence, 'id' | 'title' | 'text'>[]): string[] {
  const said = shown.flatMap(({ id, title, text }) => claims
    .filter(([phrase]) => phrase.test(`${title}. ${text}`))
    .map(([, about, value]) => ({ id, about, value })))
  const clashes = said.flatMap((one, i) => said.slice(i + 1)
    .filter(other => (other.about === one.about && other.value !== one.value) || (one.about === 'reading' && other.about !== 'reading'))
    .map(other => `${one.id} and ${other.id}: ${one.about} ${one.value}, ${other.about} ${other.value}`))
  return [...new Set(clashes)]
}
