import type { GenericSchema } from 'valibot'

/**
 * What a kind of poll is made of. Each has a folder here; `kinds.ts` is the list of them. A folder holds
 * `poll.ts` (what is asked), `answers.ts` (what fits, how it is counted), `form.ts` (the phone) and, where it is not
 * drawn as a list of options, `Slide.vue`, `Paper.vue`, `Ballot.vue` and `Strokes.vue`.
 */

/** One thing to choose. `id` is what is stored: changing it changes the poll, changing `label` mends a typo. */
export interface PollOption { id: string, label: string }

/** The fields that every kind of poll has. */
export interface PollBase {
  kind: string
  /** Lower-case words joined by hyphens; stands in the slide's frontmatter and in URLs. */
  id: string
  /** The question as the room reads it, on slide, phone and paper. */
  question: string
  /** One line for somebody who reads the deck alone: what the question is for. */
  purpose: string
  /** Answers needed before a result is shown. Wins over the session's floor. */
  floor?: number
}

/** An option id, option ids (for `multi` empty for none of them), a whole number or text: each kind says which. */
export type Answer = string | string[] | number

/** The answer as it is stored, or the reason for which it is refused, as a sentence. */
export type CheckedAnswer = { ok: true, answer: Answer } | { ok: false, reason: string }

/** When the room sees the result: at the close, once the presenter has read the answers, or never. */
export type Reveal = 'at-close' | 'after-reading' | 'never'

/* eslint-disable ts/method-signature-style -- a kind of one poll is to pass for a kind of any */

/** What is asked. Phones load this first: it stays small. */
export interface Kind<P extends PollBase = PollBase> {
  /** What a person is asked to choose from, in the order shown; none where they write. */
  options(poll: P): readonly PollOption[]
  /** The ids that an answer counts for. */
  chosen(answer: Answer): string[]
  /** An answer as a person would say it back. */
  say(poll: P, answer: Answer): string
  /** What to do, where the question does not say it. */
  how?: string
  /** What to do on the phone, on the slide. */
  status: string
  /** What a person who sends nothing is told. */
  blank: string
  /** Answers are text. Left out: they are choices, with a count for each option. */
  writes?: true
  /** `at-close` where it is left out. */
  reveal?(poll: P): Reveal
  /** Text beside the option that a person's own answer counts for; `your answer` where it is left out. */
  ownText?: string
  /** One person chooses several: hands are then no count of people. */
  several?: true
  /** Why hands cannot be counted; left out where they can. */
  noHands?: string
  /** The names of the ends, by field, where options are steps between two of them. */
  ends?(poll: P): Readonly<Record<string, string>>
  /** The name of the end that an option is. */
  endOf?(poll: P, option: string): string | undefined
  /** The id of the poll whose answers this one's are compared with. */
  comparedWith?(poll: P): string | undefined
  /** What a count and the second figure beside it say: `mean` has one digit after the point. */
  meanText?(mean: string): string
}

/** What fits, and how it is counted. */
export interface AnswerRules<P extends PollBase = PollBase> {
  /** The kind's own fields in `exercises/polls.ts`. */
  fields(make: Fields): Record<string, GenericSchema>
  /** A mistake that no single field shows, as the field and the rest of a sentence about it. `earlier` holds the polls before this one. */
  fault?(poll: P, earlier: ReadonlyMap<string, PollBase>): Fault | null
  /** Decides whether `input`, from anywhere, is an answer, and brings it into stored form. */
  check(poll: P, input: unknown): CheckedAnswer
  /** A second figure for each option, by id. */
  means?(poll: P, answers: readonly Answer[]): Record<string, number>
}

/* eslint-enable ts/method-signature-style */

interface Fault { field?: string, reason: string }

/** Makers of field schemas, as `live/domain/define-polls.ts` hands them to a kind. */
export interface Fields {
  id: GenericSchema
  text: GenericSchema
  step: GenericSchema
  options: GenericSchema
  whole: (min: number, max: number) => GenericSchema
  oneOf: (words: readonly string[]) => GenericSchema
  optional: (schema: GenericSchema) => GenericSchema
}

/** Infers the types of a kind from its poll; changes nothing. */
export function defineKind<P extends PollBase>(kind: Kind<P>): Kind<P> {
  return kind
}

/** The check's result for an answer that does not fit. */
export function refuse(reason: string): CheckedAnswer {
  return { ok: false, reason }
}

/** The check's result for an id that the poll does not offer. */
export function unknownOption(id: unknown): CheckedAnswer {
  return refuse(`"${String(id).slice(0, 40)}" is not an option of this poll. Reload the page to see the current ones.`)
}

/** The labels of these options, as a person would say them. */
export function labelsOf(options: readonly PollOption[], ids: readonly string[]): string {
  return options.filter(option => ids.includes(option.id)).map(option => option.label).join(' · ')
}
