import type { Answer } from '../live/domain/check-answer.ts'
import type { Poll, PollKind } from '../live/domain/poll-rules.ts'
import type { KindSample } from '../live/kinds/sample.ts'
import { pollKinds } from '../live/domain/poll-rules.ts'

/** A sample of each kind of poll, found by the name of its folder. */
const samples = import.meta.glob<KindSample<Poll>>('../live/kinds/*/sample.ts', { eager: true, import: 'sample' })

export function sampleOf(kind: PollKind): KindSample<Poll> {
  const sample = samples[`../live/kinds/${kind}/sample.ts`]
  if (!sample)
    throw new TypeError(`live/kinds/${kind} has no sample.ts`)
  return sample
}

const about = { question: 'Which of these?', purpose: 'To try it.' }

/** A poll of each kind. */
export function pollsOfEveryKind(labels: readonly string[]): Poll[] {
  return pollKinds.map(kind => sampleOf(kind).poll({ id: `some-${kind}`, ...about }, labels))
}

/** The answers of `people` voters. */
export function answersOf(poll: Poll, people: number, texts: readonly string[]): Map<string, Answer> {
  return new Map(Array.from({ length: people }, (_, n) => [`voter-${n}`, sampleOf(poll.kind).answer(poll, n, texts)]))
}
