import { defineRootSetup } from '@slidev/types'
import { audience } from '../live/client/audience.ts'
import { connectDeck, setFollowing } from '../live/client/following.ts'
import { keepKeysOnDeck } from '../live/client/keys.ts'
import { useScreen } from '../live/client/live.ts'
import { useDeck } from '../live/client/slidev.ts'

/** Once per window: keys that always work, and its place in the session. */
export default defineRootSetup(() => {
  keepKeysOnDeck()
  const live = useScreen()
  if (live)
    setFollowing(connectDeck(useDeck(), live, audience === 'presenter' ? 'presenter' : 'room'))
})
