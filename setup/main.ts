import { defineAppSetup } from '@slidev/types'
import { audience, isPrinting } from '../live/client/audience.ts'
import { leaveSyncToServer } from '../live/client/slidev.ts'

/** In a live session the server alone moves windows: two channels would send them back and forth. */
export default defineAppSetup(() => {
  if (audience !== 'reader' && !isPrinting())
    leaveSyncToServer()
})
