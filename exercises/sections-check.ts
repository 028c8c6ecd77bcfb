import { DefinitionError } from '../live/domain/define-polls.ts'
import { allSections } from './sections.ts'

const file = 'exercises/sections.ts'
/** As many as the map has room for, and as few as make one. */
const [FEWEST, MOST] = [3, 9]

/**
 * Proves that the stops count up from 1, and that the map has room for them.
 * @throws DefinitionError naming the file and the section, at the first mistake
 */
export function checkSections(list: readonly { id: string, title: string, stop: number | null }[] = allSections): void {
  const ids = new Set<string>()
  let next = 1
  for (const { id, title, stop } of list) {
    if (ids.has(id))
      throw new DefinitionError(`${file}: section "${id}" stands there twice. Give one of the two another id.`)
    ids.add(id)
    if (!/^[a-z0-9]+$/.test(id))
      throw new DefinitionError(`${file}: section "${id}": an id is one lower-case word, since it stands in the name of a file.`)
    if (title.trim() === '')
      throw new DefinitionError(`${file}: section "${id}", field "title": must not be empty.`)
    if (stop !== null && stop !== next)
      throw new DefinitionError(`${file}: section "${id}", field "stop": is ${stop}, and the stops count up from 1. Write ${next}.`)
    if (stop !== null)
      next++
  }
  if (next - 1 < FEWEST || next - 1 > MOST)
    throw new DefinitionError(`${file}: the map has room for ${FEWEST} to ${MOST} stops, not for ${next - 1}. Write "stop: null" for a section that is none.`)
}
