import type { Choice } from '../domain/session.ts'
import type { Live } from './live.ts'
import { computed } from 'vue'
import { attempt, presenter } from './presenter.ts'

/** A small thing that the presenter chose and every window shows alike; the session keeps it. */
export interface SharedChoice<T extends Choice> {
  readonly value: T
  /** Works in windows that know the presenter key; elsewhere the server refuses. */
  choose: (value: T) => void
}

/**
 * The choice with this id, or `initial` until somebody chose.
 * @param live this window's stream; null where there is no session
 */
export function sharedChoice<T extends Choice>(live: Live | null, id: string, initial: T): SharedChoice<T> {
  const value = computed(() => ({ ...initial, ...live?.state.value?.choices?.[id] }))
  return {
    get value() {
      return value.value
    },
    choose: next => void attempt(presenter.choose(id, next)),
  }
}
