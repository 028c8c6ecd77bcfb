import type { Format } from './exercise.ts'

/** How one length of workshop does an exercise. */
export interface Carried {
  /** For the facilitator, in a few words. */
  how: string
  /** Ids of the polls this length puts on slides for it. */
  polls: readonly string[]
}

/** `null`: that length leaves it out. */
export type MatrixRow = Readonly<{ id: string, title: string } & Record<Format, Carried | null>>

/** What each length does of each exercise. Slides that serve only what a length leaves out are left out with it. */
export const exerciseMatrix: readonly MatrixRow[] = [
  {
    id: 'clarity',
    title: 'Clarity, first and last',
    45: { how: 'poll at both ends', polls: ['clarity-first', 'clarity-last'] },
    60: { how: 'poll at both ends', polls: ['clarity-first', 'clarity-last'] },
    90: { how: 'poll at both ends', polls: ['clarity-first', 'clarity-last'] },
  },
  {
    id: 'sort-the-work',
    title: 'Sort the work',
    45: { how: 'no cards, only the poll', polls: ['different-here'] },
    60: { how: 'eight cards, then the poll', polls: ['different-here'] },
    90: { how: 'fourteen cards, then the poll', polls: ['different-here'] },
  },
  {
    id: 'two-tuesdays',
    title: 'Two Tuesdays',
    45: { how: 'the two days shown', polls: [] },
    60: { how: 'the two days shown, later the hybrid’s as well', polls: [] },
    90: { how: 'the two days shown, later the hybrid’s played by the room', polls: [] },
  },
  {
    id: 'energy-audit',
    title: 'Energy audit',
    45: { how: 'done beforehand on paper or the site and brought along; six silent minutes for those who have not', polls: [] },
    60: { how: 'in the room', polls: [] },
    90: { how: 'in the room', polls: [] },
  },
  {
    id: 'pair-share',
    title: 'Share one item in pairs',
    45: null,
    60: null,
    90: { how: 'one item, never a score', polls: [] },
  },
  {
    id: 'try-it',
    title: 'Try it first',
    45: { how: 'menu and card', polls: [] },
    60: { how: 'menu and card', polls: [] },
    90: { how: 'menu, card, then the poll', polls: ['trial-side'] },
  },
  {
    id: 'break-the-hybrid',
    title: 'Break the hybrid',
    45: { how: 'the list of eight', polls: ['already-do'] },
    60: { how: 'the list of eight, then one thing to stop', polls: ['already-do'] },
    90: { how: 'words, the list of eight, then one thing to stop', polls: ['break-hybrid', 'already-do'] },
  },
  {
    id: 'the-toll',
    title: 'The toll',
    45: { how: 'a show of hands', polls: [] },
    60: { how: 'poll', polls: ['toll'] },
    90: { how: 'poll', polls: ['toll'] },
  },
  {
    id: 'forecast',
    title: 'Sealed forecast',
    45: { how: 'paper, handed out at the door', polls: [] },
    60: { how: 'phone or paper', polls: [] },
    90: { how: 'phone or paper', polls: [] },
  },
  {
    id: 'exit-ticket',
    title: 'Exit ticket',
    45: { how: 'paper, handed out at the door', polls: [] },
    60: { how: 'phone or paper', polls: ['exit-keep', 'exit-change'] },
    90: { how: 'phone or paper', polls: ['exit-keep', 'exit-change'] },
  },
]
