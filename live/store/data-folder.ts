import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './store.ts'

/** Nobody else on this computer may see whose sessions there are. */
const OWNER_ONLY = 0o700

/**
 * Makes the folder where answers are kept, and those above it. One by one: where the system makes none, as under
 * `/proc`, Node's own way of making all at once tries for ever.
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
