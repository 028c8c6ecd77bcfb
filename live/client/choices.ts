import type { Choice } from '../domain/session.ts'
import type { Live } from './live.ts'
import { computed, effectScope, shallowRef, watch } from 'vue'
import { useScreen } from './live.ts'
import { attempt, presenter } from './presenter-requests.ts'

/** A small thing that is chosen for the room: every window shows what the presenter chose, and the session keeps it. */
export interface SharedChoice<T extends Choice> {
  readonly value: T
  /**
   * From a window that drives, for everybody. Anywhere else it stays in that window, until the presenter chooses:
   * a reader, or somebody who looks around on a screen of their own, moves nobody.
   */
  choose: (value: T) => void
}

/**
 * The choice with this id, or `initial` until somebody chose. It shows at once and gives way to what the session says next.
 * @param live this window's stream; null where there is no session
 * @param id names it in the session
 * @param initial what it is before
 * @param send tells the server; null when it refused
 */
export function sharedChoice<T extends Choice>(live: Pick<Live, 'state'> | null, id: string, initial: T, send = (next: T) => attempt(presenter.choose(id, next))): SharedChoice<T> {
  const told = computed(() => live?.state.value?.choices?.[id])
  const own = shallowRef<T | null>(null)
  const value = computed(() => own.value ?? { ...initial, ...told.value })
  // Outlives the slide it is first shown on.
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

/** This window's one choice with this id: a slide and its preview show the same. */
export function useChoice<T extends Choice>(id: string, initial: T): SharedChoice<T> {
  if (!choices.has(id))
    choices.set(id, sharedChoice<T>(useScreen(), id, initial))
  return choices.get(id) as SharedChoice<T>
}
