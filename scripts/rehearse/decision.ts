import type { Answer } from '../../live/domain/check-answer.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import { NONE, optionsOf } from '../../live/domain/poll-rules.ts'
import { delayBetween, randomOf } from './random.ts'
import { ordinaryWords, wordsToHide } from './rehearsal-words.ts'

/** A person of the simulated room. The same person of the same seed decides the same each time. */
export interface Person { seed: number, phone: number, phones: number }

/** What somebody answers, and when, counted from the opening in milliseconds. */
export interface Decision {
  after: number
  answer: Answer
  /** A change of mind, counted from the answer. */
  change: { after: number, answer: Answer } | null
}

const ABSTAIN = 0.06
const CHANGE = 0.15
/** At a scale's second asking this share of the room moves a step down, and half of it a step up. */
const DOWN = 0.12
const UP = 0.5
/** How far people are spread around the room's tendency, as a share of the scale. */
const SPREAD = 0.55

/** What a person does with one asking of a poll; null for somebody who gives no answer. */
export function decisionOn(poll: Poll, polls: readonly Poll[], round: number, person: Person): Decision | null {
  const random = randomOf(`${person.seed}/${person.phone}/${poll.id}/${round}`)
  if (random() < ABSTAIN && !(poll.kind === 'words' && isRude(poll.id, person)))
    return null
  const [quick, slow] = poll.kind === 'words' ? [8_000, 40_000] : [3_000, 22_000]
  const after = delayBetween(random, quick, slow)
  const answer = answerTo(poll, polls, person, random)
  const change = random() < CHANGE ? { after: delayBetween(random, 3_000, 12_000), answer: answerTo(poll, polls, person, random) } : null
  return { after, answer, change: poll.kind === 'words' ? null : change }
}

function answerTo(poll: Poll, polls: readonly Poll[], person: Person, random: () => number): Answer {
  if (poll.kind === 'words')
    return wordsOf(poll.id, poll.maxLength, person, random)
  if (poll.kind === 'scale')
    return stepOf(poll, polls, person, random)
  const [first = '', ...others] = ordered(poll, person.seed, random)
  if (poll.kind === 'single')
    return first
  return poll.kind === 'multi' ? random() < 0.08 ? [] : [first, ...others.slice(0, Math.floor(random() * 3))] : [first, ...others]
}

/** The options in this person's order; those that the whole room tends to come first more often. */
function ordered(poll: Poll, seed: number, random: () => number): string[] {
  return optionsOf(poll)
    .filter(option => option !== NONE)
    .map(({ id }) => ({ id, lot: random() ** (1 / (0.2 + randomOf(`${seed}/${poll.id}/${id}`)() ** 2)) }))
    .sort((a, b) => b.lot - a.lot)
    .map(({ id }) => id)
}

/** A step around the room's tendency; at a second asking, around this person's first answer. */
function stepOf(poll: Extract<Poll, { kind: 'scale' }>, polls: readonly Poll[], person: Person, random: () => number): number {
  const earlier = polls.find(({ id }) => id === poll.compareWith)
  const before = earlier && decisionOn(earlier, polls, 1, person)
  const stood = before?.change?.answer ?? before?.answer
  const way = random()
  const width = poll.max - poll.min
  const step = typeof stood === 'number'
    ? stood + (way < DOWN ? -1 : way < DOWN + UP ? 1 : 0)
    : poll.min + width * (0.25 + randomOf(`${person.seed}/${poll.id}`)() / 2 + SPREAD * (way - random()))
  return Math.min(poll.max, Math.max(poll.min, Math.round(step)))
}

function wordsOf(poll: string, maxLength: number, person: Person, random: () => number): string {
  const words = isRude(poll, person) ? wordsToHide : ordinaryWords[Math.floor(random() * ordinaryWords.length)] ?? ''
  return words.slice(0, maxLength)
}

/** True for the one person who writes a word to hide, another one for each poll. */
function isRude(poll: string, { seed, phone, phones }: Person): boolean {
  return phone === Math.floor(randomOf(`${seed}/${poll}`)() * phones)
}
