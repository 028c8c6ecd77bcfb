import type { SharedChoice } from './choices.ts'
import { useChoice } from './choices.ts'

/** Whether the presenter has made the room's screens black. */
export function useBlack(): SharedChoice<{ on: boolean }> {
  return useChoice<{ on: boolean }>('black', { on: false })
}

/** Black, or the slide again. */
export function toggleBlack(): void {
  useBlack().choose({ on: !useBlack().value.on })
}
