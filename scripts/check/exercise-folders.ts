import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { formOf } from '../../exercises/registry.ts'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { namesLike } from '../lib/closest.ts'
import { root } from '../lib/paths.ts'

const registry = 'exercises/registry.ts'

/**
 * Checks that the registry and the folders of exercises tell of the same exercises, and that no folder lacks a part.
 * @throws DefinitionError naming the file and what to do, at the first mistake
 */
export function checkExerciseFolders(ids: readonly string[], folder = join(root, 'exercises')): void {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name)
  const unknown = folders.find(name => !ids.includes(name))
  if (unknown !== undefined)
    throw new DefinitionError(`${registry}: the folder exercises/${unknown}/ is not in the list. Add the line '${unknown}': {}, or remove the folder.`)
  for (const id of ids) {
    if (!folders.includes(id))
      throw new DefinitionError(`${registry}: "${id}" is in the list, and there is no folder exercises/${id}/. ${namesLike(id, folders)}`)
    for (const part of ['participant.ts', 'facilitator.ts', ...formOf(id) ? ['work.ts'] : []]) {
      if (!existsSync(join(folder, id, part)))
        throw new DefinitionError(`exercises/${id}/${part} is missing. An exercise has two parts, one for participants and one for the facilitator, and "work.ts" where it has a form: copy those of another exercise.`)
    }
  }
}
