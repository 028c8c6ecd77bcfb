import type { ComputedRef } from 'vue'
import { usePreferredReducedMotion } from '@vueuse/core'
import { computed, watch } from 'vue'
import { useChoice } from './choices.ts'
import { useScreen } from './live.ts'

/** Time to read a page. */
const PAGE_MS = 12_000

/** `of`: the poll and round that the pages belong to. `held`: somebody turned a page, so pages no longer turn by themselves. */
type Turned = Readonly<{ of: string, page: number, held: boolean }>

/** The page of a room's words that is shown, the same in every window. */
export interface WordsPage {
  page: ComputedRef<number>
  turn: (by: number) => void
}

/**
 * The page of a poll's words. It turns by itself in the presenter's windows, until somebody turns it by hand.
 * @param of the poll and its round
 * @param count how many pages there are
 * @param isOn whether the poll is on, rather than in a preview or on a slide further on
 */
export function useWordsPage(of: () => string, count: () => number, isOn: () => boolean): WordsPage {
  const live = useScreen()
  /** Where reduced motion is asked for, pages turn by hand only. */
  const motion = usePreferredReducedMotion()
  const choice = useChoice<Turned>('words-page', { of: '', page: 0, held: false })
  const turned = computed(() => choice.value.of === of() ? choice.value : { of: of(), page: 0, held: false })
  const page = computed(() => Math.min(turned.value.page, Math.max(0, count() - 1)))

  function turn(by: number, held = true): void {
    choice.choose({ of: of(), page: (page.value + by + count()) % count(), held })
  }

  // The timer starts again with every page, so that of several presenter windows only the first one turns it.
  watch([page, count, () => turned.value.held, isOn, () => Boolean(live?.state.value?.presenter)], (_now, _before, onCleanup) => {
    if (count() < 2 || turned.value.held || !isOn() || !live?.state.value?.presenter || motion.value === 'reduce')
      return
    const timer = setTimeout(turn, PAGE_MS, 1, false)
    onCleanup(() => clearTimeout(timer))
  }, { immediate: true })
  return { page, turn }
}
