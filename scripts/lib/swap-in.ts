import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { PlainError } from './say.ts'

/**
 * Fills a folder beside `target` and puts it in its place at the end: whatever goes wrong, `target` stays as it was.
 * What stands there by a name of `keep` is not replaced.
 * @throws PlainError when the place cannot be written to, or the folder there cannot be replaced
 */
export async function swapIn(target: string, fill: (folder: string) => Promise<void>, keep: readonly string[] = []): Promise<void> {
  const fresh = join(dirname(target), `.${basename(target)}-${process.pid}`)
  const old = `${fresh}-old`
  const clean = (): void => rmSync(fresh, { recursive: true, force: true })
  try {
    mkdirSync(fresh, { recursive: true })
  }
  catch (error) {
    throw new PlainError(`The folder ${dirname(target)} cannot be written to (${error instanceof Error ? error.message : String(error)}). Allow writing there and try again.`)
  }
  process.once('exit', clean)
  try {
    await fill(fresh)
    replace(target, fresh, old, keep)
  }
  finally {
    clean()
    process.off('exit', clean)
  }
}

/** Puts `fresh` in the place of `target`, or leaves `target` there. */
function replace(target: string, fresh: string, old: string, keep: readonly string[]): void {
  const isThere = existsSync(target)
  try {
    if (isThere)
      renameSync(target, old)
    for (const name of keep.filter(one => existsSync(join(old, one))))
      renameSync(join(old, name), join(fresh, name))
    renameSync(fresh, target)
  }
  catch (error) {
    if (existsSync(old) && !existsSync(target)) {
      for (const name of keep.filter(one => existsSync(join(fresh, one)) && !existsSync(join(old, one))))
        renameSync(join(fresh, name), join(old, name))
      renameSync(old, target)
    }
    const what = isThere ? `${target} stays as it was` : `${target} was not made`
    throw new PlainError(`${what}: the new folder could not be put there (${error instanceof Error ? error.message : String(error)}). Close what is open from that folder and try again.`)
  }
  rmSync(old, { recursive: true, force: true })
}
