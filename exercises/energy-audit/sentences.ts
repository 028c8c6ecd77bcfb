import type { Axis } from './items.ts'
import type { Level, NoReading, Note, Reading, ScoredReading } from './scoring.ts'
import { axisName, itemText, priceItem } from './items.ts'

/** One thing a reading says, and when it says it. */
export interface ResultSentence {
  id: string
  /** The first one shown becomes the headline. */
  title: string
  text: string
  /** The rule in words, shown beside the sentence. */
  rule: string
  /** The same rule, computed. */
  holds: (reading: Reading) => boolean
}

const sides = ['people', 'systems'] as const satisfies readonly Axis[]

const levelRule: Record<Level, string> = {
  feeds: 'at +5 or more',
  mixed: 'between −4 and +4',
  costs: 'at −5 or less',
}

/** Has to be true of ratings +2 +2 0 0 0 0 0 as well as of seven zeros. */
const mixedMeans = 'Mixed says only that a sum lies between −4 and +4. Strong single answers can hide in it, and so can none.'

function otherSide(axis: Axis): Axis {
  return axis === 'people' ? 'systems' : 'people'
}

function lower(axis: Axis): string {
  return axisName[axis].toLowerCase()
}

function noReading(reason: NoReading['reason'], title: string, rule: string, text: string): ResultSentence {
  return { id: reason, title, text, rule, holds: reading => reading.lean === 'none' && reading.reason === reason }
}

function note(id: Note, title: string, rule: string, text: string): ResultSentence {
  return { id, title, text, rule, holds: reading => reading.lean !== 'none' && reading.notes.includes(id) }
}

function levels(people: Level, systems: Level, title: string, text: string): ResultSentence {
  return {
    id: `${people}-${systems}`,
    title,
    text,
    rule: `People work ${levelRule[people]}, systems work ${levelRule[systems]}.`,
    holds: reading => reading.lean !== 'none' && reading.levels.people === people && reading.levels.systems === systems,
  }
}

/** Two levels that differ where the difference is large enough to be named. */
function apart(people: Level, systems: Level, title: string, text: string): ResultSentence {
  const sentence = levels(people, systems, title, text)
  return { ...sentence, rule: `${sentence.rule.slice(0, -1)}, and the difference is larger than the band.`, holds: reading => reading.lean !== 'too-close' && sentence.holds(reading) }
}

/** For two levels that differ although the sums are too close to call. It names no side, since that would read as a lean. */
function acrossLine(level: 'feeds' | 'costs', title: string, rule: string, line: string): ResultSentence {
  return {
    id: `across-${level}`,
    title,
    text: `The two sums lie on different sides of the line at ${line}, and too near each other for that to tell them apart. Do not read it as an order.`,
    rule,
    holds: reading => reading.lean === 'too-close' && reading.levels.people !== reading.levels.systems && Object.values(reading.levels).includes(level),
  }
}

/** A lean's sentence depends on the level of the side it leans to. */
function lean(axis: Axis, clear: boolean, level: Level): ResultSentence {
  const name = axisName[axis]
  const clearly = clear ? 'clearly ' : ''
  const distance = clear ? 'The difference is 10 points or more' : 'The difference is larger than the band and below 10 points'
  const said: Record<Level, { title: string, text: string }> = {
    feeds: {
      title: `${name} ${clearly}gives you more`,
      text: `${distance}, and ${lower(axis)} adds to your energy. That makes it the first thing to test, not the answer.`,
    },
    mixed: {
      title: `${name} comes out ${clearly}higher`,
      text: `${distance}. Higher is all it says: ${lower(axis)} stays below the +5 from which it would feed you.`,
    },
    costs: {
      title: `${name} drains you less`,
      text: `${distance}. A smaller drain is still a drain, so this is not yet a reason to move towards it.`,
    },
  }
  const wanted: ScoredReading['lean'] = clear ? `clearly-${axis}` : axis
  return {
    id: `${wanted}-${level}`,
    ...said[level],
    rule: `${distance}, and ${lower(axis)} is ${levelRule[level]}.`,
    holds: reading => reading.lean === wanted && reading.levels[axis] === level,
  }
}

/** Every result sentence, in the order in which they are said. The ones that hold for a reading are shown. */
export const sentences: readonly ResultSentence[] = [
  noReading('incomplete', 'No reading yet', 'One or more of the fourteen scored items is blank.', 'Some answers are missing, and nothing is guessed in their place. A tick without a rating counts as blank.'),
  noReading('flat', 'No reading from these answers', 'Twelve or more of the fourteen scored answers are the same.', 'When nearly every answer is the same, the two sides cannot be told apart. It may be how things are, or you may be tired: both are fine. Try again on another day, or change an answer that you gave too fast.'),
  note('both-feed', 'Both kinds of work feed you', 'People work and systems work are both at +5 or more.', 'Each side adds to your energy on its own. Whichever role you take, ask how much of the other work it would leave you.'),
  note('both-cost', 'Both kinds of work cost you', 'People work and systems work are both at −5 or less.', 'Look at the season before you look at the role: a bad quarter, a tired team or too little sleep drains both sides at once. If it is the same in a calmer month, some senior engineers answer for neither a team nor a whole system: ask about those roles too.'),
  {
    id: 'too-close',
    title: 'Too close to call',
    rule: 'The difference is no larger than the band.',
    text: 'The difference is smaller than this exercise can see. That does not make the two sides equal; it means that these answers cannot tell which one comes first. A trial can.',
    holds: reading => reading.lean === 'too-close',
  },
  ...sides.flatMap(axis => [
    lean(axis, false, 'feeds'),
    lean(axis, false, 'mixed'),
    lean(axis, false, 'costs'),
    lean(axis, true, 'feeds'),
    lean(axis, true, 'mixed'),
  ]),
  levels('mixed', 'mixed', 'Both kinds of work are mixed', mixedMeans),
  acrossLine('feeds', 'One sum is past +5, the other is not', 'One side is at +5 or more, the other between −4 and +4, and the difference is no larger than the band.', '+5'),
  acrossLine('costs', 'One sum is past −5, the other is not', 'One side is at −5 or less, the other between −4 and +4, and the difference is no larger than the band.', '−5'),
  ...sides.flatMap((axis) => {
    const other = otherSide(axis)
    const pair = (own: Level, others: Level): [Level, Level] => axis === 'people' ? [own, others] : [others, own]
    return [
      apart(...pair('feeds', 'mixed'), `${axisName[axis]} feeds you, ${lower(other)} is mixed`, `The answers about ${lower(axis)} add up to energy. ${mixedMeans}`),
      apart(...pair('feeds', 'costs'), `${axisName[axis]} feeds you, ${lower(other)} costs you`, `The two sides pull in opposite directions. While you test ${lower(axis)}, keep an eye on the ${other} work that comes with it: every role has some of both.`),
      apart(...pair('mixed', 'costs'), `${axisName[axis]} is mixed, ${lower(other)} costs you`, `The answers about ${lower(other)} add up to a drain. ${mixedMeans}`),
    ]
  }),
  ...sides.map(axis => note(`price-${axis}`, `${axisName[axis]} has a price`, `${axisName[axis]} is at +5 or more, and its hardest item is at −2.`, `One part of it drains you a lot, whatever the rest gives: “${itemText[priceItem[axis]]}.” If you try ${lower(axis)}, choose a trial that has some of that in it, and test that part first.`)),
  ...sides.map(axis => note(`pulls-${axis}`, `${axisName[axis]} pulls you both ways`, `${axisName[axis]} is at +5 or more, and handing all of it over would give you energy too.`, `Doing it gives you energy, and so would a quarter without it. You may want it in a smaller dose, or a rest from it: a trial with an end date shows which.`)),
  { id: 'guesses', title: 'Part of this is a guess', rule: 'One or more scored items are ticked “never done”.', text: 'You rated work that you have not done, so the band is wider: one point for each such item, up to 8 in all.', holds: reading => reading.lean !== 'none' && reading.band > 4 },
]

/** The sentences of a reading, in order; at least one. */
export function sentencesFor(reading: Reading): ResultSentence[] {
  return sentences.filter(sentence => sentence.holds(reading))
}

/** The limits under every result. */
export const everyResultEnds: readonly string[] = [
  'This is about what feeds you, not about what you are good at.',
  'It is fourteen answers on one day. Nobody has piloted or validated this exercise.',
  'It is yours alone. Nobody may ask you for it.',
  'It is not for choosing who gets a role.',
]
