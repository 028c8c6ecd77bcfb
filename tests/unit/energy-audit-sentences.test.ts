import type { Reading, ScoredReading } from '../../exercises/energy-audit/scoring.ts'
import { describe, expect, it } from 'vitest'
import { barScale, barsOf, signed } from '../../exercises/energy-audit/bars.ts'
import { contradictionsIn } from '../../exercises/energy-audit/contradictions.ts'
import { everyResultEnds, sentences, sentencesFor } from '../../exercises/energy-audit/sentences.ts'
import { everyReading } from './energy-audit-readings.ts'

const readings = everyReading()

/**
 * One reading for each combination that sentences depend on: lean, levels, notes, guesses. A reading too close to call
 * does not tell which side has which level.
 */
const kinds = [...new Map(readings.map(reading => [kindOf(reading), reading])).values()]

function kindOf(reading: Reading): string {
  if (reading.lean === 'none')
    return reading.reason
  const { people, systems } = reading.levels
  return JSON.stringify([reading.lean, reading.lean === 'too-close' ? [people, systems].sort() : [people, systems], reading.notes, reading.band > 4])
}

function idsOf(reading: Reading): string[] {
  return sentencesFor(reading).map(sentence => sentence.id)
}

function textOf(reading: Reading): string {
  return sentencesFor(reading).map(({ title, text }) => `${title} ${text}`).join('\n')
}

const scored = kinds.filter((reading): reading is ScoredReading => reading.lean !== 'none')

describe('the sentences of every reachable reading', () => {
  it('cover every lean, level and note', () => {
    expect(new Set(readings.map(reading => reading.lean)).size).toBe(6)
    expect(new Set(scored.flatMap(reading => reading.notes)).size).toBe(6)
    expect(new Set(scored.map(reading => `${reading.levels.people} ${reading.levels.systems}`)).size).toBe(9)
    expect(new Set(readings.map(reading => reading.band))).toEqual(new Set([null, 4, 5, 6, 7, 8]))
    expect(readings.length).toBeGreaterThan(30_000)
  })

  it.each(sentences.map(sentence => [sentence.id, sentence] as const))('%s is shown for some and false for others', (_id, sentence) => {
    expect(kinds.some(reading => sentence.holds(reading))).toBe(true)
    expect(kinds.some(reading => !sentence.holds(reading))).toBe(true)
  })

  it('differ between different readings', () => {
    expect(new Set(kinds.map(textOf)).size).toBe(kinds.length)
  })

  it('are never none, and name the lean once', () => {
    for (const reading of scored)
      expect(idsOf(reading).filter(id => id === 'too-close' || /^(?:clearly-)?(?:people|systems)-/.test(id))).toHaveLength(1)
  })

  it('name both sides first, then the lean, the levels, price and pull', () => {
    const rank = (id: string): number => [
      /^both-/,
      /^(?:too-close|(?:clearly-)?(?:people|systems)-)/,
      /^(?:across|feeds|mixed|costs)-/,
      /^price-/,
      /^pulls-/,
      /^guesses/,
    ].findIndex(pattern => pattern.test(id))
    for (const reading of scored) {
      const ranks = idsOf(reading).map(rank)
      expect(ranks).not.toContain(-1)
      expect(ranks).toEqual([...ranks].sort())
    }
  })
})

describe('sentences that contradict each other', () => {
  it('are never shown together, over every reachable reading', () => {
    expect(kinds.flatMap(reading => contradictionsIn(sentencesFor(reading)))).toEqual([])
  })

  it.each([
    ['Too close to call', 'People work feeds you, systems work is mixed'],
    ['Too close to call', 'Systems work comes out higher'],
    ['People work gives you more', 'Systems work drains you less'],
    ['People work clearly gives you more', 'Both kinds of work are mixed'],
    ['Systems work has a price', 'Both kinds of work cost you'],
    ['No reading yet', 'Too close to call'],
  ])('are recognised by their words: “%s” and “%s”', (one, other) => {
    expect(contradictionsIn([one, other].map((title, i) => ({ id: String(i), title, text: '' })))).not.toEqual([])
  })

  it('are all of those recognised as claims', () => {
    const silent = sentences.filter(sentence => sentences.every(other => other === sentence || contradictionsIn([sentence, other]).length === 0))
    expect(silent.map(({ id }) => id)).toEqual(['guesses'])
  })

  it('do not arise from a reading too close to call, which names no side\'s level beside the other\'s', () => {
    for (const reading of scored.filter(reading => reading.lean === 'too-close'))
      expect(textOf(reading)).not.toMatch(/(?:people|systems) work (?:feeds|costs|is mixed|gives|drains|comes)/i)
  })
})

describe('the claims of sentences', () => {
  /** The claim that a phrase makes, written from the words alone, not from the rules. */
  const claims: readonly [phrase: RegExp, isTrue: (reading: ScoredReading) => boolean][] = [
    [/Both kinds of work feed you|Each side adds to your energy/, ({ people, systems }) => Math.min(people, systems) >= 5],
    [/Both kinds of work cost you/, ({ people, systems }) => Math.max(people, systems) <= -5],
    [/Both kinds of work are mixed/, ({ people, systems }) => Math.max(Math.abs(people), Math.abs(systems)) < 5],
    [/smaller than this exercise can see|cannot tell which one comes first/, ({ difference, band }) => Math.abs(difference) <= band],
    [/difference is larger than the band/, ({ difference, band }) => Math.abs(difference) > band],
    [/10 points or more/, ({ difference }) => Math.abs(difference) >= 10],
    [/below 10 points/, ({ difference }) => Math.abs(difference) < 10],
    [/People work (?:clearly )?gives you more/, ({ people, systems }) => people > systems && people > 0],
    [/Systems work (?:clearly )?gives you more/, ({ people, systems }) => systems > people && systems > 0],
    [/People work comes out (?:clearly )?higher|People work drains you less/, ({ people, systems }) => people > systems],
    [/Systems work comes out (?:clearly )?higher|Systems work drains you less/, ({ people, systems }) => systems > people],
    [/drains you less/, ({ people, systems }) => Math.max(people, systems) < 0],
    [/people work adds to your energy|People work feeds you|answers about people work add up to energy/, ({ people }) => people >= 5],
    [/systems work adds to your energy|Systems work feeds you|answers about systems work add up to energy/, ({ systems }) => systems >= 5],
    [/people work stays below the \+5|people work is mixed|People work is mixed/, ({ people }) => people < 5],
    [/systems work stays below the \+5|systems work is mixed|Systems work is mixed/, ({ systems }) => systems < 5],
    [/people work costs you|answers about people work add up to a drain/, ({ people }) => people <= -5],
    [/systems work costs you|answers about systems work add up to a drain/, ({ systems }) => systems <= -5],
    [/pull in opposite directions/, ({ people, systems }) => people * systems < 0],
    [/People work has a price|People work pulls you both ways/, ({ people }) => people >= 5],
    [/Systems work has a price|Systems work pulls you both ways/, ({ systems }) => systems >= 5],
    [/different sides of the line at \+5/, ({ people, systems }) => Math.max(people, systems) >= 5 && Math.min(people, systems) < 5],
    [/different sides of the line at −5/, ({ people, systems }) => Math.min(people, systems) <= -5 && Math.max(people, systems) > -5],
    [/Mixed says only that a sum lies between −4 and \+4/, ({ people, systems }) => Math.min(Math.abs(people), Math.abs(systems)) < 5],
    [/too near each other/, ({ difference, band }) => Math.abs(difference) <= band],
    [/band is wider/, ({ band }) => band > 4],
  ]

  it.each(claims)('%s holds wherever it is shown, and is shown somewhere', (phrase, isTrue) => {
    const saying = sentences.filter(({ title, text }) => phrase.test(`${title} ${text}`))
    const shown = readings.filter((reading): reading is ScoredReading => reading.lean !== 'none' && saying.some(sentence => sentence.holds(reading)))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(reading => !isTrue(reading))).toEqual([])
  })

  it('cover every sentence about a scored reading', () => {
    const bare = sentences.filter(sentence => sentence.id !== 'incomplete' && sentence.id !== 'flat')
      .filter(({ title, text }) => !claims.some(([phrase]) => phrase.test(`${title} ${text}`)))
    expect(bare).toEqual([])
  })

  it('call a close difference too close, and not equal', () => {
    for (const reading of scored.filter(reading => reading.lean === 'too-close'))
      expect(textOf(reading)).not.toMatch(/equally|the same energy|as much as/)
  })

  it('name the season, and senior roles without a team, when both sides cost', () => {
    for (const reading of scored.filter(reading => reading.notes.includes('both-cost'))) {
      expect(sentencesFor(reading)[0]?.text).toMatch(/season/)
      expect(sentencesFor(reading)[0]?.text).toMatch(/senior engineers/)
    }
  })

  it('mention no side when there is no reading', () => {
    for (const reading of kinds.filter(reading => reading.lean === 'none'))
      expect(textOf(reading)).not.toMatch(/people work|gives you more|feeds/i)
  })

  it('are mirrored when the sides are swapped', () => {
    const names = { people: 'systems', systems: 'people', People: 'Systems', Systems: 'People' }
    const ids = sentences.map(sentence => sentence.id).filter(id => /people|systems/.test(id))
    for (const id of ids)
      expect(ids).toContain(id.replace(/people|systems/, side => side === 'people' ? names.people : names.systems))
  })
})

it.each([
  ['two strong lines and five of nothing', [2, 2, 0, 0, 0, 0, 0]],
  ['seven of nothing', [0, 0, 0, 0, 0, 0, 0]],
  ['four against three', [2, 2, -2, -2, 2, -2, 2]],
] as const)('the sentence on “mixed” is true of %s', (_, ratings) => {
  const sum = ratings.reduce<number>((total, rating) => total + rating, 0)
  expect(Math.abs(sum)).toBeLessThan(5)
  const said = sentences.filter(({ id }) => id.includes('mixed-') || id.endsWith('-mixed')).map(({ text }) => text).join(' ')
  expect(said).not.toMatch(/cancel|moves you|nothing|none of them|nearly/)
  expect(said).toMatch(/lies between −4 and \+4\. Strong single answers can hide in it, and so can none/)
})

it('every result ends with its limits', () => {
  const limits = everyResultEnds.join(' ')
  for (const limit of [/not about what you are good at/, /fourteen answers on one day/, /piloted/, /validated/, /yours alone.*Nobody may ask/, /not for choosing who gets a role/])
    expect(limits).toMatch(limit)
})

describe('the bars', () => {
  it('touch zero exactly when the difference is too close to call', () => {
    for (const reading of kinds) {
      if (reading.lean === 'none')
        continue
      const bar = barsOf(reading)[2]
      expect(bar && bar.from <= 0 && bar.to >= 0).toBe(reading.lean === 'too-close')
    }
  })

  it('stay on their scale and are as wide as their errors', () => {
    for (const reading of scored) {
      const bars = barsOf(reading)
      expect(bars.filter(bar => bar.from < barScale.min || bar.to > barScale.max)).toEqual([])
      expect(bars.map(bar => bar.band)).toEqual([3, 3, reading.band])
      for (const bar of bars)
        expect(bar.to - bar.from === 2 * bar.band).toBe(bar.beyond === null)
    }
  })

  it('draw equal numbers equally long, on one scale for all three', () => {
    for (const reading of scored) {
      const [people, systems, difference] = barsOf(reading)
      if (reading.people === reading.systems)
        expect([people?.from, people?.to]).toEqual([systems?.from, systems?.to])
      expect(difference?.beyond === 'right').toBe(reading.difference + reading.band > barScale.max)
      expect(difference?.beyond === 'left').toBe(reading.difference - reading.band < barScale.min)
    }
  })

  it('name the points of the paper form beside their own', () => {
    for (const reading of scored)
      expect(barsOf(reading).map(bar => Number.parseInt(bar.paper))).toEqual([reading.people + 14, reading.systems + 14, Math.abs(reading.difference)])
  })

  it.each([[3, '+3'], [0, '0'], [-12, '−12']])('write %i as %s', (points, text) => {
    expect(signed(points)).toBe(text)
  })
})
