import { StoreError } from './store.ts'

/** SQLite's primary result codes that a person can do something about. */
const FULL = 13
const BUSY = [5, 6]
const NO_WRITING = [3, 8, 14, 23]

function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xFF : null
}

function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)
}

/** True when somebody else has the file open. */
export function isInUse(error: unknown): boolean {
  return BUSY.includes(codeOf(error) ?? -1)
}

/** Why a write failed and what to do, to be put behind a colon. */
export function whySqlite(error: unknown): string {
  if (codeOf(error) === FULL || systemCodeOf(error) === 'ENOSPC')
    return 'the disk is full. Free some disk space, then try again.'
  if (NO_WRITING.includes(codeOf(error) ?? -1) || ['EACCES', 'EROFS', 'EPERM'].includes(systemCodeOf(error)))
    return `the session's file may not be written any more (${reasonOf(error)}). Allow writing there, then try again.`
  return `the disk reports a fault (${reasonOf(error)}). Look whether it is there and has free disk space, then try again.`
}

/** Why a session's file could not be opened or made, with its name and what to do. */
export function whyNotOpened(file: string, error: unknown): StoreError {
  if (error instanceof StoreError && error.message.includes(file))
    return error
  if (isInUse(error))
    return new StoreError(`The session file ${file} is in use: this session runs already in another window. Stop it there first.`, { cause: error })
  if (codeOf(error) === FULL || ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error)))
    return new StoreError(`The session file ${file} cannot be written: the disk is full. Free some disk space, then start again.`, { cause: error })
  if (NO_WRITING.includes(codeOf(error) ?? -1) || ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'ENOENT'].includes(systemCodeOf(error)))
    return new StoreError(`The session file ${file} cannot be written (${reasonOf(error)}). Allow writing there, or name another folder with --data-dir or FORK_DATA_DIR.`, { cause: error })
  return new StoreError(`The session file ${file} cannot be read (${reasonOf(error)}). It was left as it is. Move it elsewhere, or start a new session with --new.`, { cause: error })
}

/** Says what could not be read in a session's file. */
export function whyNotRead(file: string, what: string, error: unknown): StoreError {
  return new StoreError(`The session file ${file} is damaged: ${what} cannot be read (${reasonOf(error)}). Move the file elsewhere, or start a new session with --new.`, { cause: error })
}

/** For a session's file that was deleted or renamed while it is in use. */
export function fileIsGone(file: string): StoreError {
  return new StoreError(`The session file ${file} was moved or deleted while the workshop runs, so nothing that is answered now would be kept. Put it back, or stop and run npm start again.`)
}

/** For a failed sync: what was written last may be on the disk or not, and trying again would not tell. */
export function diskFailed(cause: unknown): StoreError {
  return new StoreError(`The disk reported a fault while answers were brought to it (${reasonOf(cause)}), so nothing more is taken. Look whether it is there and has free space, then stop and run npm start again.`, { cause })
}
