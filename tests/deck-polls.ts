import type { Answer } from '../live/domain/check-answer.ts'
import type { Poll } from '../live/domain/poll-rules.ts'
import type { DeckSlide } from './written-deck.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { polls } from '../exercises/polls.ts'
import { checkAnswer } from '../live/domain/check-answer.ts'
import { clicksOf, optionsOf } from '../live/domain/poll-rules.ts'
import { readDeck } from './written-deck.ts'

/** The workshop's own polls and slides at 90 minutes, found by what they are and not by name, so that names may change. */

const figures = new URL('../components/figures/', import.meta.url)

/** A question with the slide that asks it. */
export interface AskedPoll { poll: Poll, alias: string }

// eslint-disable-next-line antfu/no-top-level-await -- the cases of a test file are made from it
export const slides: readonly DeckSlide[] = (await readDeck()).filter(slide => slide.formats.includes(90))
export const asked: readonly AskedPoll[] = slides.flatMap(({ alias, poll: id }) => polls.filter(poll => poll.id === id).map(poll => ({ poll, alias })))

/** Polls that one click closes and reveals. */
export const counted = asked.filter(({ poll }) => clicksOf(poll) === 1)
/** Questions that one tap answers. */
export const tapped = counted.filter(({ poll }) => optionsOf(poll).length > 1 && optionsOf(poll).every(({ id }) => [id, Number(id)].some(choice => checkAnswer(poll, choice).ok)))
/** Questions whose answers the presenter reads before the room does; a workshop may have none. */
export const moderated = asked.filter(({ poll }) => clicksOf(poll) === 2)
/** The first question of each kind that the room is shown. */
export const eachKind = [...Map.groupBy(asked.filter(({ poll }) => clicksOf(poll) > 0), ({ poll }) => poll.kind).values()].flatMap(([first]) => first ?? [])
/** A question, and the earlier one that it is compared with; a workshop may have none. */
export const compared = asked.flatMap(last => 'compareWith' in last.poll ? asked.filter(({ poll }) => poll.id === ('compareWith' in last.poll && last.poll.compareWith)).map(first => ({ first, last })) : [])

/** @throws RangeError when there is none */
function first<T>(all: readonly T[], what: string): T {
  const [one] = all
  if (one === undefined)
    throw new RangeError(`the 90 minutes have no ${what}`)
  return one
}

/** The first question whose result can be counted. */
export const question = first(counted, 'poll whose result is counted')
/** The first slide with exactly one click and no poll. */
export const stepping = first(slides.filter(({ poll, note }) => poll === null && note.split('[click]').length === 2), 'slide with one click').alias
/** The first slide without poll and clicks that has words to select. */
export const talking = first(slides.filter(({ poll, note, body }) => poll === null && !note.includes('[click]') && /^- /m.test(body)), 'slide with a list').alias

/** The first slide that fits. @throws RangeError when there is none */
export function aliasOf(what: string, fits: (slide: DeckSlide) => boolean): string {
  return first(slides.filter(fits), what).alias
}

/** Drawings in which the room chooses, each with the slide that shows it. */
export const choosing = readdirSync(figures).filter(file => readFileSync(new URL(file, figures), 'utf8').includes('useChoice')).flatMap((file) => {
  const name = file.replace('.vue', '')
  return slides.filter(({ body }) => body.includes(`<${name}`)).map(({ alias }) => ({ name, alias }))
})

/** The answer of the person with this number, valid for any kind of poll. */
export function answerOf(poll: Poll, person: number, texts: readonly string[] = [`${person} of many`]): Answer {
  const ids = optionsOf(poll).map(option => option.id)
  const length = 'maxLength' in poll ? poll.maxLength : 0
  const guesses = [
    ...ids,
    ...ids.map(Number),
    ...ids.map((_, i) => ids.filter((_, j) => j % (i + 1) === 0)),
    ...ids.map((_, i) => [...ids.slice(i), ...ids.slice(0, i)]),
    ...length > 0 ? texts.map(text => Array.from(text).slice(0, length).join('').trim()) : [],
  ]
  const fitting = guesses.flatMap((guess) => {
    const checked = checkAnswer(poll, guess)
    return checked.ok ? [checked.answer] : []
  })
  return first(fitting.slice(person % fitting.length), `answer to "${poll.id}" that a test knows`)
}
