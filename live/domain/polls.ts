/** One thing to choose. `id` is what is stored: changing it changes the poll, changing `label` mends a typo. */
export interface PollOption { id: string, label: string }

interface PollBase {
  /** Lower-case words joined by hyphens; stands in the slide's frontmatter and in URLs. */
  id: string
  /** The question as the room reads it, on slide, phone and paper. */
  question: string
  /** One line for somebody who reads the deck alone: what the question is for. */
  purpose: string
  /** Answers needed before a result is shown. Wins over the session's floor. */
  floor?: number
}

/** Exactly one of the options. */
export interface SinglePoll extends PollBase { kind: 'single', options: readonly PollOption[] }

/** Any number of the options, or none of them. */
export interface MultiPoll extends PollBase { kind: 'multi', options: readonly PollOption[] }

/** A whole number from `min` to `max`, with the ends named. */
export interface ScalePoll extends PollBase {
  kind: 'scale'
  min: number
  max: number
  minLabel: string
  maxLabel: string
  /** An earlier scale poll with the same ends: the result then shows how each voter moved. */
  compareWith?: string
}

/** Short free text, at most `maxLength` characters after trimming. */
export interface WordsPoll extends PollBase {
  kind: 'words'
  maxLength: number
  /** `never`: the answers are for the facilitator's export and are not shown to the room. */
  show: 'after-moderation' | 'never'
}

export type Poll = SinglePoll | MultiPoll | ScalePoll | WordsPoll
export type PollKind = Poll['kind']
/** Every kind there is. */
export const pollKinds = ['single', 'multi', 'scale', 'words'] as const satisfies readonly PollKind[]

/** What a `multi` poll offers beside its options, and without them: the answer is then an empty list. No option may have its id. */
export const NONE: PollOption = { id: 'none', label: 'None of these' }

/** What a person is asked to choose from: the options, for `multi` with "None of these", or the steps of a scale. None for words. */
export function optionsOf(poll: Poll): readonly PollOption[] {
  switch (poll.kind) {
    case 'single':
      return poll.options
    case 'multi':
      return [...poll.options, NONE]
    case 'scale':
      return Array.from({ length: poll.max - poll.min + 1 }, (_, i) => String(poll.min + i)).map(step => ({ id: step, label: step }))
    case 'words':
      return []
  }
}

/** Clicks a poll slide takes: one to close and reveal, two when words are moderated in between, none when nothing is shown. */
export function clicksOf(poll: Poll): number {
  if (poll.kind !== 'words')
    return 1
  return poll.show === 'never' ? 0 : 2
}

/**
 * Equal for two versions of a poll that mean the same: a typo mended keeps it, a changed option or kind does not. Nor
 * does showing what was promised to be shown to nobody.
 */
export function meaningOf(poll: Poll): string {
  const options = poll.kind === 'multi' ? poll.options : optionsOf(poll)
  return JSON.stringify([poll.kind, options.map(option => option.id), poll.kind === 'words' ? poll.show : null])
}
