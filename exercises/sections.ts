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

export type SectionId = typeof sections[number]['id']

/** The title of a section, or an empty string for an id that no section has. */
export function sectionTitle(id: string): string {
  return sections.find(section => section.id === id)?.title ?? ''
}
