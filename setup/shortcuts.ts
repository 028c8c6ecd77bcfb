import type { ShortcutOptions } from '@slidev/types'
import { defineShortcutsSetup } from '@slidev/types'
import { watch } from 'vue'
import { audience } from '../live/client/audience.ts'
import { pressCounts } from '../live/client/clicker.ts'
import { useDeck } from '../live/client/slidev.ts'

/**
 * The keys of the deck. ArrowDown and ArrowUp step like Right and Left: Slidev's jump to the next slide would
 * leave a poll without its result. A key held down moves once, so that it cannot run through a poll.
 */
export default defineShortcutsSetup((nav, base) => {
  const { at, slide } = useDeck()
  let steppedAt = 0
  // Counts from when the step can be seen: presses that queued up while a slow slide was drawn came too early.
  watch(at, () => {
    steppedAt = Infinity
    requestAnimationFrame(() => requestAnimationFrame(() => steppedAt = performance.now()))
  }, { flush: 'sync' })

  function guard(name: string, move: () => void): () => void {
    return () => {
      if (audience === 'reader' ? !isForScrolling(name) : pressCounts(slide.value.poll !== null, performance.now() - steppedAt))
        move()
    }
  }

  const steps: Record<string, () => void> = {}
  for (const name of ['next_space', 'next_right', 'next_page_key', 'next_down'])
    steps[name] = guard(name, nav.next)
  for (const name of ['prev_space', 'prev_left', 'prev_page_key', 'prev_up'])
    steps[name] = guard(name, nav.prev)

  return base.map((shortcut): ShortcutOptions => {
    const step = steps[shortcut.name ?? '']
    return { ...shortcut, fn: step ?? shortcut.fn, autoRepeat: audience === 'reader' && shortcut.autoRepeat }
  })
})

/** In reading mode a page may be longer than the window: only Left and Right turn it then. */
function isForScrolling(name: string): boolean {
  return !/_(?:right|left)$/.test(name) && document.documentElement.scrollHeight > innerHeight + 1
}
