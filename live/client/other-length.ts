import type { Live } from './live.ts'
import { watch } from 'vue'

/** A window whose slides are of another length than those that are served now loads the new ones: numbers mean other slides there. */
export function leaveOtherLength(live: Pick<Live, 'state'>, load: () => void): void {
  let loaded: number | null = null
  watch(() => live.state.value, (state) => {
    const minutes = state?.session.minutes ?? loaded
    loaded ??= minutes
    if (minutes !== loaded)
      load()
  }, { immediate: true, flush: 'sync' })
}
