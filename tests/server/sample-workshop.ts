import type { Manifest, ManifestSlide } from '../../live/domain/manifest.ts'
import type { Plan } from '../../live/domain/pacing.ts'
import { definePolls } from '../../live/domain/define-polls.ts'
import { clicksOf } from '../../live/domain/poll-rules.ts'

const ends = { min: 1, max: 5, minLabel: 'Fog', maxLabel: 'Clear' }

/** Polls of every kind, for a workshop that exists only in tests. */
export const polls = definePolls('tests/server/sample-workshop.ts', [
  { id: 'clear', kind: 'scale', question: 'How clear is it?', purpose: 'A first reading.', ...ends },
  { id: 'lunch', kind: 'single', question: 'Soup or salad?', purpose: 'Lunch.', options: [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad, "green"' }, { id: 'bread', label: '=Bread' }] },
  { id: 'ours', kind: 'single', question: 'Where is our kitchen?', purpose: 'About the company.', floor: 2, options: [{ id: 'up', label: 'Upstairs' }, { id: 'down', label: 'Downstairs' }] },
  { id: 'days', kind: 'multi', question: 'Which days?', purpose: 'To find one.', options: [{ id: 'mon', label: 'Monday' }, { id: 'tue', label: 'Tuesday' }, { id: 'wed', label: 'Wednesday' }] },
  { id: 'fear', kind: 'words', question: 'What could go wrong?', purpose: 'To name it.', maxLength: 80, show: 'after-moderation' },
  { id: 'keep', kind: 'words', question: 'What should we keep?', purpose: 'For next time.', maxLength: 140, show: 'never' },
  { id: 'clear-again', kind: 'scale', question: 'And now?', purpose: 'The same again.', ...ends, compareWith: 'clear' },
])

type PollId = typeof polls[number]['id']

function slide(section: string, alias: string, asks: { poll?: PollId, exercise?: string } = {}): Omit<ManifestSlide, 'no'> {
  const poll = polls.find(({ id }) => id === asks.poll)
  return { title: `The slide ${alias}`, alias, section, poll: poll?.id ?? null, exercise: asks.exercise ?? null, clicks: poll ? clicksOf(poll) : 0 }
}

const slides = [
  slide('welcome', 'hello'),
  slide('welcome', 'ask-clear', { poll: 'clear' }),
  slide('middle', 'talk', { exercise: 'draw' }),
  slide('middle', 'ask-lunch', { poll: 'lunch' }),
  slide('middle', 'ask-ours', { poll: 'ours' }),
  slide('middle', 'ask-days', { poll: 'days' }),
  slide('middle', 'ask-fear', { poll: 'fear', exercise: 'sing' }),
  slide('close', 'ask-clear-again', { poll: 'clear-again' }),
  slide('close', 'ask-keep', { poll: 'keep' }),
  slide('close', 'bye'),
]

export const manifest: Manifest = { format: 90, slides: slides.map((one, i) => ({ no: i + 1, ...one })) }

/** Its minutes: people arrive at `hello`. */
export const plan: Plan = {
  arrival: 'hello',
  sections: [
    { id: 'welcome', title: 'Welcome', start: 0, end: 5 },
    { id: 'middle', title: 'The middle', start: 5, end: 35 },
    { id: 'close', title: 'The close', start: 35, end: 40 },
  ],
  cuts: [{ section: 'middle', minutes: 10, how: 'Leave out the days.' }],
}

/** Number of the slide with this alias. */
export function slideNo(alias: string): number {
  const found = manifest.slides.find(one => one.alias === alias)
  if (!found)
    throw new RangeError(`no slide "${alias}"`)
  return found.no
}
