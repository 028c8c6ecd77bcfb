import type { ReadWork, Takeaway, Work } from '../exercises/exercise.ts'
import { noWork } from '../exercises/exercise.ts'
import { exerciseIds } from '../exercises/registry.ts'

const found = import.meta.glob<ReadWork>('../exercises/*/work.ts', { eager: true, import: 'readWork' })
const readers = new Map(exerciseIds.flatMap((id): [string, ReadWork][] => {
  const read = found[`../exercises/${id}/work.ts`]
  return read ? [[id, read]] : []
}))

/** The work of one exercise. The id comes from the server and may be unknown to this page. */
export function workIn(exercise: string, session: string): Work {
  return readers.get(exercise)?.(session) ?? noWork
}

/** Everything that may be taken along. */
export function takeawaysIn(session: string): Takeaway[] {
  return [...readers.values()].flatMap(read => read(session).takeaway ?? [])
}
