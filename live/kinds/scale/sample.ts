import type { KindSample } from '../sample.ts'
import type { ScalePoll } from './poll.ts'

export const sample: KindSample<ScalePoll> = {
  poll: (about, labels) => ({ ...about, kind: 'scale', min: 0, max: Math.min(10, labels.length - 1), minLabel: labels[0] ?? '', maxLabel: labels.at(-1) ?? '' }),
  answer: ({ min, max }, n) => min + n % (max - min + 1),
  misfits: [null, '1', -1, 2, 0.5, [0]],
}
