import type { Format, WorkshopFormat } from './exercise.ts'

/** The parts of the workshop, in order, as participants read them. Ids stand in slides, agenda and phone. */
export const sections = [
  { id: 'welcome', title: 'Welcome', stop: null },
  { id: 'fork', title: 'The fork', stop: 1 },
  { id: 'roles', title: 'Two roles', stop: 2 },
  { id: 'energy', title: 'Follow your energy', stop: 3 },
  { id: 'try', title: 'Try it first', stop: 4 },
  { id: 'hybrid', title: 'The hybrid trap', stop: 5 },
  { id: 'switching', title: 'Switching costs', stop: 6 },
  { id: 'close', title: 'The close', stop: 7 },
  { id: 'sources', title: 'Sources', stop: null },
] as const

/** The parts of the reunion, in order. They are no stops. */
export const reunionSections = [
  { id: 'back', title: 'Welcome back', stop: null },
  { id: 'became', title: 'What became of it', stop: null },
  { id: 'opened', title: 'The forecast', stop: null },
  { id: 'talk', title: 'Three questions', stop: null },
  { id: 'onward', title: 'What now', stop: null },
  { id: 'easier', title: 'Easier here', stop: null },
  { id: 'date', title: 'The next date', stop: null },
] as const

/** Lengths of the workshop itself, longest last. */
export const workshopFormats = [45, 60, 90] as const satisfies readonly WorkshopFormat[]
/** Length of the reunion. */
export const reunionFormat = 30
/** Every length there is, longest last. */
export const formats = [reunionFormat, ...workshopFormats] as const satisfies readonly Format[]

export type Section = typeof sections[number] | typeof reunionSections[number]
export type SectionId = Section['id']

/** The parts of everything there is: the workshop's, then the reunion's. */
export const allSections: readonly Section[] = [...sections, ...reunionSections]

/** The parts that a length has. */
export function sectionsOf(format: Format): readonly Section[] {
  return format === reunionFormat ? reunionSections : sections
}

/** The lengths that have the section; none for an id that no section has. */
export function formatsWith(id: string): readonly Format[] {
  return formats.filter(format => sectionsOf(format).some(section => section.id === id))
}

/** The title of a section, or an empty string for an id that no section has. */
export function sectionTitle(id: string): string {
  return allSections.find(section => section.id === id)?.title ?? ''
}
