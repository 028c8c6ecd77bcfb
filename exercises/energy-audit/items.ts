import { ratingScale } from '../rating.ts'

/** In fixed order: seven items of people work, seven of systems work, two unscored checks. */
export const itemIds = [
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'C1',
  'C2',
] as const

export type ItemId = typeof itemIds[number]

const knownIds: ReadonlySet<string> = new Set(itemIds)

export function isItemId(text: string): text is ItemId {
  return knownIds.has(text)
}

/** The two kinds of work, each the sum of its own seven items. */
export type Axis = 'people' | 'systems'

/** The scored items of each side. */
export const axisItems = {
  people: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'],
  systems: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'],
} as const satisfies Record<Axis, readonly ItemId[]>

export const scoredItems: readonly ItemId[] = [...axisItems.people, ...axisItems.systems]

/** False for the two checks. */
export function isScored(id: ItemId): boolean {
  return scoredItems.includes(id)
}

/** The hardest item of each side, for which the reading warns. */
export const priceItem = { people: 'P6', systems: 'S6' } as const satisfies Record<Axis, ItemId>

/** An item with the opposite of each side's work, never added to a score. */
export const checkItem = { people: 'C1', systems: 'C2' } as const satisfies Record<Axis, ItemId>

export const axisName: Readonly<Record<Axis, string>> = { people: 'People work', systems: 'Systems work' }

/** The question above every item. */
export const stem = 'Imagine this were part of your next quarter. What would it do to your energy?'

/** What an activity does to somebody's energy. */
export const scale = ratingScale('Drains me a lot', 'Drains me a little', 'Gives me a little', 'Gives me a lot')

/** The tick beside the scale. The rating is then a guess; a tick without a rating is a blank. */
export const neverLabel = 'I have never done this'

export const itemText: Readonly<Record<ItemId, string>> = {
  P1: 'Working out what each teammate needs to succeed, then arranging it',
  P2: 'A day of five conversations in a row, each about someone else’s problem',
  P3: 'Deciding a colleague’s level or place on the team, and telling them yourself',
  P4: 'A month in which others’ code ships and none of yours does',
  P5: 'Answering to leadership for whether people stay, grow and deliver',
  P6: 'Telling a colleague their work falls short, and staying with them through the months after',
  P7: 'A quarter whose only win is that someone you coached outgrew their role',
  S1: 'Working out how the parts should fit together, then steering work towards that shape',
  S2: 'A day of tracing one odd fault through unfamiliar code, hardly speaking',
  S3: 'Winning people to a technical direction when you cannot instruct any of them',
  S4: 'A month in which your code ships and others wait for it',
  S5: 'Answering to leadership for whether the system stays up, sound and changeable',
  S6: 'Owning a bad result after others, as was their right, decided against you',
  S7: 'A quarter whose only win is that a stubborn technical problem is gone for good',
  C1: 'Handing every people matter to someone else for the quarter',
  C2: 'Handing every technical decision to someone else for the quarter',
}

/** The order on the phone, the slide and paper form A: sides mixed, nothing labelled. */
export const formA: readonly ItemId[] = [
  'S2',
  'P5',
  'P1',
  'S4',
  'S6',
  'P3',
  'C1',
  'S1',
  'P4',
  'P7',
  'S3',
  'S5',
  'C2',
  'P2',
  'S7',
  'P6',
]

/** The two items of the short audit, an ordinary day of either kind of work. Two answers give no reading. */
export const twoItems: readonly ItemId[] = ['S2', 'P2']

/** Paper form B: the same items backwards, so that tiredness does not fall on the same ones. */
export const formB: readonly ItemId[] = [...formA].reverse()
