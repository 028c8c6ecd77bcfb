import type { KindSample } from '../sample.ts'
import type { SinglePoll } from './poll.ts'
import { optionsFrom } from '../sample.ts'

export const sample: KindSample<SinglePoll> = {
  poll: (about, labels) => ({ ...about, kind: 'single', options: optionsFrom(labels) }),
  answer: ({ options }, n) => options[n % options.length]?.id ?? '',
  misfits: [null, 0, 'option-2', ['option-0'], 'constructor'],
}
