import type { Choice } from '../domain/session.ts'
import type { Live } from './live.ts'
import { computed, effectScope, shallowRef, watch } from 'vue'
import { useScreen } from './live.ts'
import { attempt, presenter } from './presenter-requests.ts'

/** A small value that the presenter sets for every window of the session, such as the black screen. The session stores it. */
export interface SharedChoice<T extends Choice> {
  readonly value: T
  /** In a window that drives: sets the value for everybody. In any other window: sets it there alone, until the presenter sets another one. */
  choose: (value: T) => void
}

/**
 * The shared value with this id, or `initial` until somebody set one. A new value shows at once and is dropped when the
 * session tells another one.
 * @param live this window's stream; null where there is no session
 * @param id names the value in the session
 * @param initial the value before anybody set one
 * @param send tells the server; resolves with null when it refused
 */
export function sharedChoice<T extends Choice>(live: Pick<Live, 'state'> | null, id: string, initial: T, send = (next: T) => attempt(presenter.choose(id, next))): SharedChoice<T> {
  const told = computed(() => live?.state.value?.choices?.[id])
  const own = shallowRef<T | null>(null)
  const value = computed(() => own.value ?? { ...initial, ...told.value })
  // Detached: the watcher has to outlive the component that asked for this value first.
  effectScope(true).run(() => watch(() => JSON.stringify(told.value), () => own.value = null, { flush: 'sync' }))

  async function choose(next: T): Promise<void> {
    own.value = next
    if (live?.state.value?.presenter && await send(next) === null && own.value === next)
      own.value = null
  }
  return {
    get value() {
      return value.value
    },
    choose: next => void choose(next),
  }
}

const choices = new Map<string, unknown>()

/** The one shared value with this id in this window, so that a slide and its preview show the same. */
export function useChoice<T extends Choice>(id: string, initial: T): SharedChoice<T> {
  if (!choices.has(id))
    choices.set(id, sharedChoice<T>(useScreen(), id, initial))
  return choices.get(id) as SharedChoice<T>
}
