import type { Format, Minutes, PerLength } from './exercise.ts'

/** Something people do on one slide, and the minutes it takes in addition to what is said. */
interface Timed {
  /** `routeAlias` of the slide. Null for what is on no slide: only whoever is ahead of time does it, and no section holds its minutes. */
  slide: string | null
  /** A missing length leaves it out. Quarters of a minute are allowed. */
  minutes: PerLength<Minutes>
}

/** An exercise with its parts and minutes in each length. */
export interface MatrixRow {
  id: string
  title: string
  /** How each length does it, for the facilitator in a few words. */
  how: PerLength<string>
  parts: readonly Timed[]
}

/** Planned minutes, the fewest and the most that still work. */
const min = (planned: number, from: number, to: number): Minutes => ({ planned, from, to })

/** What each length does of each exercise, and its minutes. Slides that serve only what a length leaves out are left out with it. */
export const exerciseMatrix: readonly MatrixRow[] = [
  {
    id: 'joining',
    title: 'Joining',
    how: { 90: 'phones, while you talk', 60: 'phones, while you talk', 45: 'phones, while you talk', 30: 'phones, while you talk' },
    parts: [{ slide: 'join', minutes: { 90: min(1, 0.5, 2), 60: min(1, 0.5, 2), 45: min(0.75, 0.5, 1) } }, { slide: 'join-again', minutes: { 30: min(0.5, 0.25, 1) } }],
  },
  {
    id: 'clarity',
    title: 'Clarity, first and last',
    how: { 90: 'poll at both ends', 60: 'poll at both ends', 45: 'poll at both ends' },
    parts: [
      { slide: 'clarity-first', minutes: { 90: min(0.75, 0.5, 1), 60: min(0.75, 0.5, 1), 45: min(0.5, 0.5, 1) } },
      { slide: 'clarity-last', minutes: { 90: min(1, 0.75, 1.5), 60: min(0.75, 0.5, 1), 45: min(0.75, 0.5, 1) } },
    ],
  },
  {
    id: 'day-that-flew-by',
    title: 'A day that flew by',
    how: { 90: 'one story each, in pairs' },
    parts: [{ slide: 'pairs', minutes: { 90: min(2.5, 0, 3) } }],
  },
  {
    id: 'two-tuesdays',
    title: 'Two Tuesdays',
    how: { 90: 'the two days shown, later the hybrid’s played by the room', 60: 'the two days shown, later the hybrid’s as well', 45: 'the two days shown' },
    parts: [
      { slide: 'two-tuesdays', minutes: { 90: min(0.75, 0.5, 1), 60: min(0.5, 0.25, 1), 45: min(0.5, 0.25, 0.75) } },
      { slide: 'third-tuesday', minutes: { 90: min(2.5, 0.5, 3), 60: min(0.5, 0, 1) } },
    ],
  },
  {
    id: 'sort-the-work',
    title: 'Sort the work',
    how: { 90: 'fourteen cards, then the poll', 60: 'eight cards, then the poll', 45: 'no cards, only the poll' },
    parts: [
      { slide: 'sort-work', minutes: { 90: min(5.5, 2, 6), 60: min(2.25, 0, 3) } },
      { slide: 'different-here', minutes: { 90: min(1, 0.75, 1.5), 60: min(0.75, 0.5, 1), 45: min(0.75, 0.5, 1) } },
    ],
  },
  {
    id: 'energy-audit',
    title: 'Energy audit',
    how: { 90: 'in the room', 60: 'in the room', 45: 'done beforehand on paper or the site and brought along; whoever brings none takes the whole form home and works with two items' },
    parts: [
      { slide: 'audit', minutes: { 90: min(8, 7, 9), 60: min(7, 6, 8) } },
      { slide: 'audit-brought', minutes: { 45: min(3.5, 3, 4) } },
    ],
  },
  {
    id: 'pair-share',
    title: 'Share one item in pairs',
    how: { 90: 'one item, never a score' },
    parts: [{ slide: 'share-one', minutes: { 90: min(2, 1, 3) } }],
  },
  {
    id: 'try-it',
    title: 'Try it first',
    how: { 90: 'menu, card, partner, then two polls', 60: 'menu, card, partner, then the poll', 45: 'menu, card, partner, then the poll' },
    parts: [
      { slide: 'trial-card', minutes: { 90: min(6, 5, 7), 60: min(4.5, 4, 6), 45: min(4, 3.5, 5) } },
      { slide: 'partner', minutes: { 90: min(3, 2, 4), 60: min(2, 2, 3), 45: min(2, 2, 2.5) } },
      { slide: 'card-has', minutes: { 90: min(0.75, 0.5, 1), 60: min(0.5, 0.5, 1), 45: min(0.5, 0.5, 0.75) } },
      { slide: 'trial-side', minutes: { 90: min(0.5, 0.5, 1) } },
    ],
  },
  {
    id: 'break-the-hybrid',
    title: 'Break the hybrid',
    how: { 90: 'words, the list of eight, then one thing to stop', 60: 'the list of eight, then one thing to stop', 45: 'the list of eight' },
    parts: [
      { slide: 'break-hybrid', minutes: { 90: min(2.5, 0, 3) } },
      { slide: 'already-do', minutes: { 90: min(2, 1, 2.5), 60: min(1.5, 0.75, 2), 45: min(1, 0, 1.5) } },
    ],
  },
  {
    id: 'hybrid-check',
    title: 'Hybrid check',
    how: { 90: 'only if you are ahead', 60: 'only if you are ahead', 45: 'only if you are ahead' },
    parts: [{ slide: null, minutes: { 90: min(3, 2, 4), 60: min(3, 2, 4), 45: min(3, 2, 4) } }],
  },
  {
    id: 'the-toll',
    title: 'The toll',
    how: { 90: 'poll', 60: 'poll', 45: 'a show of hands' },
    parts: [
      { slide: 'toll', minutes: { 90: min(1, 0.75, 1.5), 60: min(0.75, 0, 1) } },
      { slide: 'toll-hands', minutes: { 45: min(0.5, 0, 0.75) } },
    ],
  },
  {
    id: 'forecast',
    title: 'Sealed forecast',
    how: { 90: 'phone or paper', 60: 'phone or paper', 45: 'paper, handed out at the door' },
    parts: [
      { slide: 'forecast', minutes: { 90: min(2.5, 2, 3), 60: min(1.5, 1.5, 2) } },
      { slide: 'at-the-door', minutes: { 45: min(1.5, 1, 2) } },
    ],
  },
  {
    id: 'exit-ticket',
    title: 'Exit ticket',
    how: { 90: 'phone or paper', 60: 'phone or paper', 45: 'paper, handed out at the door' },
    parts: [
      { slide: 'exit-ticket', minutes: { 90: min(1, 0.5, 1.5), 60: min(0.75, 0.5, 1) } },
      { slide: 'at-the-door', minutes: { 45: min(0.5, 0.5, 1) } },
    ],
  },
  {
    id: 'became',
    title: 'What became of the trials',
    how: { 30: 'poll, then two or three voices' },
    parts: [{ slide: 'became', minutes: { 30: min(0.75, 0.5, 1) } }, { slide: 'never-began', minutes: { 30: min(1.25, 0.25, 2) } }],
  },
  {
    id: 'open-forecast',
    title: 'Open the forecast',
    how: { 30: 'each alone, then the poll' },
    parts: [{ slide: 'open-forecast', minutes: { 30: min(2.25, 2, 3) } }, { slide: 'felt', minutes: { 30: min(0.75, 0.5, 1) } }],
  },
  {
    id: 'three-questions',
    title: 'Three questions',
    how: { 30: 'in pairs, three minutes each' },
    parts: [{ slide: 'three-questions', minutes: { 30: min(6, 5, 7) } }],
  },
  {
    id: 'what-now',
    title: 'What now?',
    how: { 30: 'poll' },
    parts: [{ slide: 'what-now', minutes: { 30: min(1.25, 0.75, 1.5) } }],
  },
  {
    id: 'easier-here',
    title: 'Easier here',
    how: { 30: 'words, then one sentence that leaves the room' },
    parts: [{ slide: 'easier-here', minutes: { 30: min(2.5, 1, 3) } }],
  },
  {
    id: 'next-date',
    title: 'The next date',
    how: { 30: 'each alone, then with a partner' },
    parts: [{ slide: 'next-date', minutes: { 30: min(1.5, 1, 2) } }],
  },
  {
    id: 'equal-here',
    title: 'Is it equal here?',
    how: { 90: 'two answers' },
    parts: [{ slide: 'equal', minutes: { 90: min(1, 0.5, 1) } }],
  },
]

/** The minutes of an exercise in one length, all its parts together; `undefined` where it has none. */
export function exerciseMinutes(id: string, format: Format): Minutes | undefined {
  const own = exerciseMatrix.find(row => row.id === id)?.parts.flatMap(({ minutes }) => minutes[format] ?? []) ?? []
  const sum = (of: keyof Minutes): number => own.reduce((total, one) => total + one[of], 0)
  return own.length === 0 ? undefined : { planned: sum('planned'), from: sum('from'), to: sum('to') }
}
