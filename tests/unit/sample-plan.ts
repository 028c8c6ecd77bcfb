import type { Plan } from '../../live/domain/pacing.ts'

const parts = [['welcome', 'Welcome', 5], ['fork', 'The fork', 9], ['roles', 'Two roles', 16], ['energy', 'Follow your energy', 16], ['buffer', 'Buffer', 3], ['try', 'Try it first', 12], ['hybrid', 'The hybrid trap', 13], ['switching', 'Switching costs', 8], ['close', 'The close', 8]] as const
const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, [,, minutes]) => sum + minutes, 0))

/** A plan that exists only in tests: what follows from a plan is tested on it, whatever the workshop's own minutes are today. */
export const samplePlan: Plan = {
  arrival: 'join',
  sections: parts.map(([id, title], i) => ({ id, title, start: ends[i - 1] ?? 0, end: ends[i] ?? 0 })),
  cuts: [
    { section: 'buffer', minutes: 3, how: 'Skip it.' },
    { section: 'switching', minutes: 5, how: 'Show the toll only.' },
    { section: 'roles', minutes: 5, how: 'Read out two cards.' },
    { section: 'hybrid', minutes: 6, how: 'Leave out the words.' },
    { section: 'fork', minutes: 3, how: 'Leave out the talk.' },
    { section: 'try', minutes: 3, how: 'Side and end date only.' },
  ],
}
