import type { PollState } from '../domain/state.ts'
import type { Shown } from './follow-rules.ts'
import { wasShown } from '../domain/phases.ts'
import { revealOf } from '../domain/poll-rules.ts'

/** What the sentence about the next click depends on. */
export interface Ahead {
  /** The poll of the slide that is shown; null when it has none. */
  poll: PollState | null
  /** The poll of the slide after it. */
  nextPoll: PollState | null
  /** Whether the workshop ends with this slide, and only sources follow. */
  ends: boolean
  at: Shown
  /** Slides in the deck. */
  slides: number
}

/** What the next click of the clicker will do, as a sentence for the presenter. */
export function nextClick({ poll, nextPoll, ends, at, slides }: Ahead): string {
  const left = at.total - at.clicks
  if (left > 0)
    return poll ? onPoll(poll, left) : 'The next click shows more of this slide.'
  if (poll?.withheld)
    return 'Too few answers to show. One click back opens the poll again; the next click goes on.'
  if (at.slide >= slides)
    return 'This is the last slide.'
  if (ends)
    return 'The workshop ends here. The next click goes on to its sources.'
  if (nextPoll && !wasShown(nextPoll))
    return toPoll(nextPoll)
  return poll?.phase === 'open'
    ? 'The next click goes to the next slide. Phones can answer until another poll opens.'
    : 'The next click goes to the next slide.'
}

/** What arriving on the slide of a poll does whose result the room has not seen. */
function toPoll({ poll, phase }: PollState): string {
  const name = `“${poll.question}”`
  if (phase === 'waiting')
    return `The next click opens the poll ${name}`
  return phase === 'open' ? `The next click goes to the poll ${name}, which is open.` : `The next click goes to the poll ${name} and opens it again.`
}

function onPoll(state: PollState, left: number): string {
  const { poll, phase, answered, floor } = state
  const isRead = revealOf(poll) === 'after-reading'
  if (phase === 'waiting')
    return 'The next click opens this poll.'
  if (state.withheld)
    return 'Too few answers to show. Press Open to go on asking.'
  if (phase === 'revealed')
    return `The room has the result already: ${left + 1} clicks to the next slide.`
  if (isRead && phase === 'open')
    return 'The next click closes the poll. You read the answers first; the room sees nothing yet.'
  if (isRead && left > 1)
    return 'The click after the next one shows the answers to the room.'
  if (answered < floor)
    return `The next click ends the poll without a result: it has ${answered} of the ${floor} answers it needs.${phase === 'closed' ? ' One click back opens it again.' : ''}`
  if (isRead)
    return 'The next click shows the answers to the room, without those you hide.'
  return phase === 'open' ? 'The next click closes the poll and shows the result.' : 'The next click shows the result.'
}
