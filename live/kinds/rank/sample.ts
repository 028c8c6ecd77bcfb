import type { KindSample } from '../sample.ts'
import type { RankPoll } from './poll.ts'
import { optionsFrom } from '../sample.ts'

export const sample: KindSample<RankPoll> = {
  poll: (about, labels) => ({ ...about, kind: 'rank', options: optionsFrom(labels.slice(0, 5)) }),
  answer({ options }, n) {
    const ids = options.map(({ id }) => id)
    const first = n % ids.length
    return [...ids.slice(first), ...ids.slice(0, first)]
  },
  misfits: [null, 'option-0', [], ['option-0'], ['option-0', 'option-0'], ['option-0', 'option-2'], [0, 1]],
}
