import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.ts'

/** Every file under the given paths, in order; a path that does not exist has none. */
export function filesUnder(paths: readonly string[], folder = root): string[] {
  return paths.flatMap((path) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false })
    if (!stat?.isDirectory())
      return stat ? [path] : []
    return filesUnder(readdirSync(join(folder, path)).sort().map(name => `${path}/${name}`), folder)
  })
}

/** A digest that changes when any file under the paths is added, removed, renamed or edited. */
export function hashOf(paths: readonly string[], folder = root): string {
  const hash = createHash('sha256')
  for (const file of filesUnder(paths, folder))
    hash.update(`${file}\0`).update(readFileSync(join(folder, file))).update('\0')
  return hash.digest('hex')
}
