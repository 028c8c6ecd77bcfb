import { isRecord } from '../live/domain/is-record.ts'
/** Private work of one person, stored on their own device for one workshop session. */
export interface Stored<T> {
  /** The entry's name, as it arrives in the browser's `storage` event. */
  readonly key: string
  /** False once the browser refuses: the work then lasts only as long as the page. */
  readonly lasting: boolean
  read: () => T
  /** Applies the change to what is stored now, so that a tab left open loses nothing of another's. */
  update: (change: (stored: T) => T) => T
  clear: () => void
}

export interface StoredOptions<T> {
  /** The exercise's id. */
  name: string
  session: string
  /** Raised when the stored shape changes; older entries are then ignored. */
  version: number
  empty: T
  isValid: (value: unknown) => value is T
  /** Where to store it, asked each time; may throw, as a browser's `localStorage` does when blocked. */
  storage?: () => Storage
}

const prefix = 'the-fork:'
const ended = `${prefix}ended:`

/** Opens the entry and removes what earlier sessions left of the same exercise. Never throws. */
export function openStored<T>(options: StoredOptions<T>): Stored<T> {
  const { name, version, empty, isValid } = options
  const key = `${prefix}${name}:${encodeURIComponent(options.session)}`
  const storage = options.storage ?? (() => storageOf(options.session))
  let lasting = attempt(() => {
    removeWhere(storage(), other => other.startsWith(`${prefix}${name}:`) && other !== key)
    storage().setItem(`${prefix}probe`, '')
    storage().removeItem(`${prefix}probe`)
    return true
  }) === true
  let memory = readStored()

  function readStored(): T {
    const stored: unknown = attempt(() => JSON.parse(storage().getItem(key) ?? 'null'))
    return isEntry(stored) && stored.version === version && isValid(stored.value) ? stored.value : empty
  }

  function read(): T {
    return lasting ? readStored() : memory
  }

  return {
    key,
    get lasting() { return lasting },
    read,
    update(change) {
      memory = change(read())
      lasting &&= attempt(() => {
        storage().setItem(key, JSON.stringify({ version, value: memory }))
        return true
      }) === true
      return memory
    },
    clear() {
      memory = empty
      attempt(() => storage().removeItem(key))
    },
  }
}

/**
 * Moves everything stored for an ended session into this tab's storage, where it outlives reloads until the tab is
 * closed. It is removed from the device after `moment`, so that other open tabs take theirs first.
 * @returns true when there is something. Never throws.
 */
export function leaveToTab(session: string, moment: (remove: () => void) => void): boolean {
  return attempt(() => {
    for (const key of keysOf(session, localStorage))
      sessionStorage.setItem(key, localStorage.getItem(key) ?? '')
    sessionStorage.setItem(`${ended}${encodeURIComponent(session)}`, '')
    moment(() => attempt(() => keysOf(session, localStorage).forEach(key => localStorage.removeItem(key))))
    return keysOf(session, sessionStorage).length > 1
  }) === true
}

/** Removes everything stored for a session on this device, the tab included. Never throws. */
export function forgetSession(session: string, storages: readonly (() => Storage)[] = [() => localStorage, () => sessionStorage]): void {
  for (const storage of storages)
    attempt(() => keysOf(session, storage()).forEach(key => storage().removeItem(key)))
}

/** The device's storage; once the session has ended here, the tab's. */
function storageOf(session: string): Storage {
  return attempt(() => sessionStorage.getItem(`${ended}${encodeURIComponent(session)}`)) === '' ? sessionStorage : localStorage
}

function keysOf(session: string, storage: Storage): string[] {
  return keysIn(storage).filter(key => key.startsWith(prefix) && key.endsWith(`:${encodeURIComponent(session)}`))
}

function removeWhere(storage: Storage, matches: (key: string) => boolean): void {
  keysIn(storage).filter(matches).forEach(key => storage.removeItem(key))
}

function keysIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
}

function attempt<R>(action: () => R): R | undefined {
  try {
    return action()
  }
  catch {
    return undefined
  }
}

function isEntry(value: unknown): value is { version: unknown, value: unknown } {
  return isRecord(value) && 'version' in value && 'value' in value
}
