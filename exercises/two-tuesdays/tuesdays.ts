/** Which kind of work fills the time. `both`: one person does the two at once. `neutral`: neither. */
type BlockKind = 'people' | 'systems' | 'both' | 'neutral'

/** A stretch of a day. `start` and `end` are minutes from midnight; a title fits a narrow column (26 characters or fewer). */
export interface Block { start: number, end: number, title: string, kind: BlockKind }

/** All three days start here, in minutes from midnight. */
export const dayStart = 9 * 60

/** All three days are meant to end here, in minutes from midnight. */
export const dayEnd = 17 * 60

/** A manager's Tuesday: no gaps and no overlaps from `dayStart` to `dayEnd`. */
export const managerDay: readonly Block[] = [
  { start: 540, end: 630, title: 'Three one-to-ones', kind: 'people' },
  { start: 630, end: 675, title: 'Stand-up', kind: 'people' },
  { start: 675, end: 735, title: 'Interview a candidate', kind: 'people' },
  { start: 735, end: 780, title: 'Lunch, salary sheet open', kind: 'neutral' },
  { start: 780, end: 855, title: 'Planning, three teams', kind: 'people' },
  { start: 855, end: 900, title: 'Defend a hire to finance', kind: 'people' },
  { start: 900, end: 960, title: 'Feedback that will hurt', kind: 'people' },
  { start: 960, end: 1020, title: 'Write up what was agreed', kind: 'people' },
]

/** A lead's Tuesday: no gaps and no overlaps from `dayStart` to `dayEnd`, about half of it spent explaining. */
export const leadDay: readonly Block[] = [
  { start: 540, end: 600, title: 'Review queue', kind: 'systems' },
  { start: 600, end: 720, title: 'A fault on one host only', kind: 'systems' },
  { start: 720, end: 765, title: 'Lunch, graph still open', kind: 'neutral' },
  { start: 765, end: 840, title: 'Argue for a design', kind: 'systems' },
  { start: 840, end: 900, title: 'Trade-offs with product', kind: 'systems' },
  { start: 900, end: 975, title: 'Prototype, phone off', kind: 'systems' },
  { start: 975, end: 1020, title: 'Pair on a junior’s patch', kind: 'systems' },
]

/** One person with both jobs. No gaps; two blocks with the same times collide, and `collisions` names what they cost. */
export const hybridDay: readonly Block[] = [
  { start: 540, end: 585, title: 'Stand-up', kind: 'people' },
  { start: 585, end: 645, title: 'One-to-one', kind: 'people' },
  { start: 585, end: 645, title: 'Fault in production', kind: 'systems' },
  { start: 645, end: 720, title: 'Planning, three teams', kind: 'people' },
  { start: 720, end: 765, title: 'Lunch, two chats open', kind: 'neutral' },
  { start: 765, end: 825, title: 'Interview a candidate', kind: 'people' },
  { start: 765, end: 825, title: 'Review others wait for', kind: 'systems' },
  { start: 825, end: 900, title: 'Draft a design', kind: 'systems' },
  { start: 900, end: 945, title: 'Feedback that will hurt', kind: 'people' },
  { start: 900, end: 945, title: 'Settle the API', kind: 'systems' },
  { start: 945, end: 1020, title: 'Prototype, interrupted', kind: 'both' },
]
