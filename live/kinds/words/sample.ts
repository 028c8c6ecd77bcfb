import type { KindSample } from '../sample.ts'
import type { WordsPoll } from './poll.ts'

export const sample: KindSample<WordsPoll> = {
  poll: about => ({ ...about, kind: 'words', maxLength: 280, show: 'after-moderation' }),
  answer: ({ maxLength }, n, texts) => n === 0 ? 'x'.repeat(maxLength) : `${texts[n % texts.length]} ${n % 70}`,
  misfits: [null, 3, '', ' \u200B ', 'x'.repeat(281), ['word']],
}
