import type { RowId } from './sort-the-work/cards.ts'

/** One row of the comparison of the two roles. Both cells are written in a few words, without a full stop. */
export interface RoleRow { id: RowId, label: string, manager: string, lead: string }

/** The seven rows, in the order in which a slide builds them. Change the cells to what is true in your company. */
export const roleRows: readonly RoleRow[] = [
  { id: 'focus', label: 'Main focus', manager: 'people, process, results', lead: 'the code, and where it goes' },
  { id: 'day', label: 'An ordinary day', manager: 'talking', lead: 'reading, fixing, explaining' },
  { id: 'authority', label: 'Authority', manager: 'formal: reviews, promotions', lead: 'earned: proposals, example' },
  { id: 'code', label: 'Writes code', manager: 'a little, off the critical path', lead: 'yes, half the time; it ships' },
  { id: 'answers-for', label: 'Answers for', manager: 'a healthy team that stays', lead: 'a system that stays sound' },
  { id: 'hard-part', label: 'The hard part', manager: 'talks nobody wants, politics', lead: 'results that hang on others' },
  { id: 'reward', label: 'The reward', manager: 'seeing people grow', lead: 'a problem nobody had solved' },
]
