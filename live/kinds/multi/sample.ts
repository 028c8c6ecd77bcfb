import type { KindSample } from '../sample.ts'
import type { MultiPoll } from './poll.ts'
import { optionsFrom } from '../sample.ts'

export const sample: KindSample<MultiPoll> = {
  poll: (about, labels) => ({ ...about, kind: 'multi', options: optionsFrom(labels) }),
  answer: ({ options }, n) => n % 5 === 0 ? [] : options.filter((_, i) => (n + i) % 2 === 0).map(({ id }) => id),
  misfits: [null, 'option-0', ['none'], ['option-0', 'option-2'], ['option-0', 3]],
}
