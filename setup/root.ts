import { defineRootSetup } from '@slidev/types'
import { onScopeDispose, watchEffect } from 'vue'
import { audience, isPrinting } from '../live/client/audience.ts'
import { connectDeck, setFollowing } from '../live/client/following.ts'
import { listenToKeys, provideActions } from '../live/client/keyboard.ts'
import { useScreen } from '../live/client/live.ts'
import { leaveOtherLength } from '../live/client/other-length.ts'
import { presenterActions } from '../live/client/presenter-actions.ts'
import { useDeckWindow } from '../live/client/slidev.ts'
import { useWindowKind } from '../live/client/window-kind.ts'
import { announceSlides } from './announce.ts'

/** Once per window: its keys, the spoken name of each slide, and its place in the session. */
export default defineRootSetup(() => {
  const deck = useDeckWindow()
  announceSlides(deck)
  const live = useScreen()
  if (live) {
    leaveOtherLength(live, () => location.replace(`${import.meta.env.BASE_URL}${deck.presenterView.value ? 'presenter/' : ''}1`))
    setFollowing(connectDeck(deck, live))
    onScopeDispose(provideActions(presenterActions(deck, live)))
  }
  if (isPrinting())
    return
  const kind = useWindowKind(deck)
  listenToKeys(() => kind.value)
  watchEffect(() => document.documentElement.dataset.window = kind.value)
  if (audience !== 'reader')
    addEventListener('pointerdown', ignoreBarClicks, true)
})

/** Slidev steps when the bars beside a slide are clicked. A click that only focuses the window must not move everybody. */
function ignoreBarClicks(event: PointerEvent): void {
  if (event.target instanceof Element && event.target.id === 'slide-container')
    event.stopPropagation()
}
