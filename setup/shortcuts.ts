import type { Action } from '../live/client/shortcuts.ts'
import { defineShortcutsSetup } from '@slidev/types'
import { watch } from 'vue'
import { audience } from '../live/client/audience.ts'
import { toggleBlack, useBlack } from '../live/client/black-screen.ts'
import { pressCounts } from '../live/client/double-press.ts'
import { useFollowing } from '../live/client/following.ts'
import { provideActions } from '../live/client/keyboard.ts'
import { focusGoto, leaveKeysToTable, useDeckWindow } from '../live/client/slidev.ts'

/** What Slidev's own shortcuts are called here. */
const slidevs: Partial<Record<Action, string>> = {
  nextSlide: 'next_shift',
  prevSlide: 'prev_shift',
  dark: 'toggle_dark',
  overview: 'toggle_overview',
  overviewNext: 'next_overview',
  overviewPrev: 'prev_overview',
  overviewDown: 'down_overview',
  overviewUp: 'up_overview',
}

/** Offers Slidev's functions to the table of shortcuts (`live/client/shortcuts.ts`) and removes Slidev's own keys. */
export default defineShortcutsSetup((nav, base) => {
  leaveKeysToTable()
  const { at, slide } = useDeckWindow()
  let steppedAt = 0
  // Measured from when the step is seen: presses queued while a slow slide was drawn came too early.
  watch(at, () => {
    steppedAt = Infinity
    requestAnimationFrame(() => requestAnimationFrame(() => steppedAt = performance.now()))
  }, { flush: 'sync' })

  /** A step that ignores the second half of a double press, and leaves scrolling keys alone. */
  function guarded(move: () => unknown): (press: string) => unknown {
    return (press) => {
      if (audience === 'reader')
        return isForScrolling(press) ? false : move()
      if (bringsBack())
        return undefined
      return pressCounts(slide.value.poll !== null, performance.now() - steppedAt) ? move() : undefined
    }
  }

  /** On a black screen a step only shows the slide again, since nobody would see what it did. */
  function bringsBack(): boolean {
    if (!useBlack().value.on || !useFollowing()?.drives.value)
      return false
    toggleBlack()
    return true
  }

  for (const [action, name] of Object.entries(slidevs)) {
    const fn = base.find(shortcut => shortcut.name === name)?.fn
    if (fn)
      provideActions({ [action]: () => fn() }) // Slidev's toggles take an argument for the value to have
  }
  provideActions({
    next: guarded(nav.next),
    prev: guarded(nav.prev),
    goto: () => {
      nav.showGotoDialog()
      return focusGoto()
    },
    fullscreen: () => document.fullscreenElement ? document.exitFullscreen() : document.body.requestFullscreen(),
  })
  return base
})

/** In reading mode a page may be longer than the window: only Left and Right turn it then. */
function isForScrolling(press: string): boolean {
  return !/^Arrow(?:Right|Left)$/.test(press) && document.documentElement.scrollHeight > innerHeight + 1
}
