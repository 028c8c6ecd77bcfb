import type { Answer, PollBase } from './kind.ts'

/** What tests need to know of a kind, so that a new one is tried without another test: each folder has a `sample.ts`. */
export interface KindSample<P extends PollBase> {
  /** A poll with these options, or as many of them as the kind takes. */
  poll: (about: Pick<P, 'id' | 'question' | 'purpose'>, labels: readonly string[]) => P
  /** What person `n` answers, in stored form; whoever writes, writes one of `texts`. */
  answer: (poll: P, n: number, texts: readonly string[]) => Answer
  /** What is no answer to the poll of two options. */
  misfits: readonly unknown[]
}

/** Options with these labels. */
export function optionsFrom(labels: readonly string[]): { id: string, label: string }[] {
  return labels.map((label, i) => ({ id: `option-${i}`, label }))
}
