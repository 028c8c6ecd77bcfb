import type { Countdown } from '../domain/state.ts'
import { onScopeDispose, readonly, ref, watch } from 'vue'
import { tick } from './countdown.ts'

/** Whole seconds left of a countdown, counted by this window's clock; null without a countdown. */
export function useSecondsLeft(countdown: () => Countdown | null | undefined): Readonly<{ value: number | null }> {
  const left = ref<number | null>(null)
  let stop = (): void => {}
  watch(countdown, (now) => {
    stop()
    left.value = null
    stop = now ? tick(now, seconds => left.value = seconds) : () => {}
  }, { immediate: true })
  onScopeDispose(() => stop())
  return readonly(left)
}
