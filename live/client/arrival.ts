import type { Ref } from 'vue'
import { usePreferredReducedMotion } from '@vueuse/core'
import { onScopeDispose, ref, watch } from 'vue'

/**
 * The progress of an animation, from 0 to 1 in `ms` milliseconds, begun whenever `isHere` turns true; 1 throughout
 * where reduced motion is asked for.
 */
export function useArrival(isHere: () => boolean, ms: number): Readonly<Ref<number>> {
  const motion = usePreferredReducedMotion()
  const way = ref(1)
  let frame = 0

  function step(begun: number, now: number): void {
    const share = Math.min(Math.max((now - begun) / ms, 0), 1)
    way.value = 1 - (1 - share) ** 3
    if (share < 1)
      frame = requestAnimationFrame(later => step(begun, later))
  }

  watch(isHere, (here, before) => {
    if (typeof window === 'undefined')
      return
    cancelAnimationFrame(frame)
    way.value = 1
    // A slide that is shown from the start is not animated.
    if (here && before === false && motion.value !== 'reduce') {
      way.value = 0
      const begun = performance.now()
      frame = requestAnimationFrame(now => step(begun, now))
    }
  }, { immediate: true })
  onScopeDispose(() => {
    if (typeof window !== 'undefined')
      cancelAnimationFrame(frame)
  })
  return way
}
