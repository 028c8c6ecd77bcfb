import type { Poll } from '../../live/domain/poll-rules.ts'
import type { PollState } from '../../live/domain/state.ts'
import { describe, expect, it } from 'vitest'
import { nextClick } from '../../live/client/next-click.ts'
import { polls } from '../server/sample-workshop.ts'

const named = (id: string): Poll => polls.find(poll => poll.id === id) ?? polls[0]
const single = named('lunch')
const words = named('fear')
const never = named('keep')

function state(poll: Poll, changes: Partial<PollState>): PollState {
  return { poll, round: 1, phase: 'open', answered: 9, floor: 5, result: null, withheld: false, ...changes }
}

const slides = 10
const start = { slide: 3, clicks: 0, total: 1 }
const end = { slide: 3, clicks: 1, total: 1 }

describe('the sentence on the next click', () => {
  it.each<[string, Partial<Parameters<typeof nextClick>[0]>, string]>([
    ['on a slide with steps', { at: start }, 'shows more of this slide'],
    ['at the end of a slide', {}, 'goes to the next slide.'],
    ['at the end of the deck', { at: { ...end, slide: 10 } }, 'This is the last slide.'],
    ['at the end of the workshop', { ends: true }, 'The workshop ends here. The next click goes on to its sources.'],
    ['before a poll', { nextPoll: state(single, { phase: 'waiting' }) }, 'opens the poll “Soup or salad?”'],
    ['before a poll that was shown', { nextPoll: state(single, { phase: 'revealed' }) }, 'goes to the next slide.'],
    ['before a poll without a result', { nextPoll: state(single, { phase: 'revealed', withheld: true }) }, 'goes to the poll “Soup or salad?” and opens it again.'],
    ['before a poll that is open', { nextPoll: state(single, { phase: 'open' }) }, 'goes to the poll “Soup or salad?”, which is open.'],
    ['before words that were closed and not shown', { nextPoll: state(words, { phase: 'closed' }) }, 'and opens it again.'],
    ['on a poll that opens', { poll: state(single, { phase: 'waiting' }), at: start }, 'opens this poll'],
    ['on an open poll', { poll: state(single, {}), at: start }, 'closes the poll and shows the result'],
    ['on an open poll below its floor', { poll: state(single, { answered: 3 }), at: start }, 'without a result: it has 3 of the 5 answers it needs'],
    ['on a poll closed by hand', { poll: state(single, { phase: 'closed' }), at: start }, 'shows the result'],
    ['on a poll revealed by hand', { poll: state(single, { phase: 'revealed' }), at: start }, '2 clicks to the next slide'],
    ['on a poll revealed by hand with too few', { poll: state(single, { phase: 'revealed', withheld: true }), at: start }, 'Press Open to go on asking'],
    ['on a poll whose result was withheld', { poll: state(single, { phase: 'revealed', withheld: true }) }, 'One click back opens the poll again'],
    ['on open words', { poll: state(words, {}), at: { ...start, total: 2 } }, 'You read the answers first'],
    ['on closed words', { poll: state(words, { phase: 'closed' }), at: { slide: 3, clicks: 1, total: 2 } }, 'without those you hide'],
    ['on closed words below their floor', { poll: state(words, { phase: 'closed', answered: 1 }), at: { slide: 3, clicks: 1, total: 2 } }, 'answers it needs. One click back opens it again.'],
    ['on words closed by hand', { poll: state(words, { phase: 'closed' }), at: { ...start, total: 2 } }, 'The click after the next one'],
    ['on words that are never shown', { poll: state(never, {}), at: { slide: 3, clicks: 0, total: 0 } }, 'Phones can answer until another poll opens'],
  ])('%s', (_, changes, sentence) => {
    expect(nextClick({ poll: null, nextPoll: null, ends: false, at: end, slides, ...changes })).toContain(sentence)
  })
})
