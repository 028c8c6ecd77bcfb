import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './store.ts'

/** Other users of this computer may not see which sessions there are. */
const OWNER_ONLY = 0o700

/**
 * Makes the folder for sessions, and those above it, one by one: where the system refuses folders, as under `/proc`,
 * Node's recursive `mkdir` never ends.
 * @throws StoreError when it cannot be made or written to
 */
export function makeFolder(folder: string): void {
  try {
    make(folder)
    if (!statSync(folder).isDirectory())
      throw new Error('it is a file')
    accessSync(folder, constants.W_OK)
  }
  catch (error) {
    throw new StoreError(`The folder ${folder}, where answers are kept, cannot be written to (${error instanceof Error ? error.message : String(error)}). Allow writing there, or name another folder with --data-dir or FORK_DATA_DIR.`)
  }
}

function make(folder: string): void {
  if (existsSync(folder))
    return
  make(dirname(folder))
  mkdirSync(folder, { mode: OWNER_ONLY })
}
