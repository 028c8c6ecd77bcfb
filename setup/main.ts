import { defineAppSetup } from '@slidev/types'
import { audience, isPrinting } from '../live/client/audience.ts'
import { leaveSyncToServer } from '../live/client/slidev.ts'
import { printLight } from './print-light.ts'

/** Where Slidev keeps the height of the notes, in pixels. */
const NOTES_HEIGHT = 'slidev-presenter-notes-row-size'
/** Height in pixels that the next slide and the bars need beside the notes. */
const BESIDE_NOTES_PX = 320

/** In a live session the server alone moves windows: two channels would send them back and forth. */
export default defineAppSetup(() => {
  if (!isPrinting() || !location.search)
    printLight() // an exporter, whose address says so, chooses for itself
  if (audience === 'reader' || isPrinting())
    return
  leaveSyncToServer()
  if (audience === 'presenter' && localStorage.getItem(NOTES_HEIGHT) === null)
    localStorage.setItem(NOTES_HEIGHT, String(innerHeight - BESIDE_NOTES_PX))
})
