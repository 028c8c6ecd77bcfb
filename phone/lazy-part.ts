/** A module that is loaded after the page: ahead of time when the browser is idle, or when it is needed. */
export interface Part<T> {
  /** Null until it is loaded. */
  get: () => T | null
  /** Loads it once; after a failure, again. */
  load: () => Promise<T>
}

/** A part that `fetchPart` loads, at most once at a time. */
export function createPart<T>(fetchPart: () => Promise<T>): Part<T> {
  let part: T | null = null
  let loading: Promise<T> | null = null
  return {
    get: () => part,
    load() {
      loading ??= fetchPart().then((loaded) => {
        part = loaded
        return loaded
      }).catch((error: unknown) => {
        loading = null
        throw error
      })
      return loading
    },
  }
}

/** The longest wait for an idle browser, and the delay where a browser cannot tell. */
const REST_MS = 2_000

/** Calls `work` when the browser has nothing else to do. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(work, { timeout: REST_MS })
  else
    setTimeout(work, REST_MS)
}
