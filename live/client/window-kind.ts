import type { ComputedRef } from 'vue'
import type { WindowKind } from './shortcuts.ts'
import type { DeckWindow } from './slidev.ts'
import { computed } from 'vue'
import { audience } from './audience.ts'
import { useFollowing } from './following.ts'

/** The kind of this window. It may change: whether it is the presenter's is known once the server has answered. */
export function useWindowKind(deck: Pick<DeckWindow, 'presenterView'>): ComputedRef<WindowKind> {
  return computed(() => {
    if (audience === 'reader')
      return 'reader'
    if (audience === 'presenter' && deck.presenterView.value)
      return 'presenter'
    return useFollowing()?.drives.value ? 'projector' : 'elsewhere'
  })
}
