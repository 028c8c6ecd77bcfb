import { defineRootSetup } from '@slidev/types'
import { audience } from '../live/client/audience.ts'
import { connectDeck, setFollowing } from '../live/client/following.ts'
import { keepKeysOnDeck } from '../live/client/keys.ts'
import { useScreen } from '../live/client/live.ts'
import { useDeck } from '../live/client/slidev.ts'
import { announceSlides } from './announce.ts'

/** Once per window: keys that always work, the spoken name of each slide, and the window's place in the session. */
export default defineRootSetup(() => {
  const deck = useDeck()
  keepKeysOnDeck()
  announceSlides(deck)
  const live = useScreen()
  if (live)
    setFollowing(connectDeck(deck, live, audience === 'presenter' ? 'presenter' : 'room'))
})
