import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { PlainError } from './say.ts'

/**
 * Fills a folder beside `target` and puts it in its place at the end: whatever goes wrong, `target` stays as it was.
 * @throws PlainError when the place cannot be written to
 */
export async function swapIn(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const fresh = join(dirname(target), `.${basename(target)}-${process.pid}`)
  const old = `${fresh}-old`
  const clean = (): void => [fresh, old].forEach(folder => rmSync(folder, { recursive: true, force: true }))
  try {
    mkdirSync(fresh, { recursive: true })
  }
  catch (error) {
    throw new PlainError(`The folder ${dirname(target)} cannot be written to (${error instanceof Error ? error.message : String(error)}). Allow writing there and try again.`)
  }
  process.once('exit', clean)
  try {
    await fill(fresh)
    if (existsSync(target))
      renameSync(target, old)
    renameSync(fresh, target)
  }
  finally {
    clean()
    process.off('exit', clean)
  }
}
