import type { SharedChoice } from './choices.ts'
import { sharedChoice } from './choices.ts'
import { useScreen } from './live.ts'

let black: SharedChoice<{ on: boolean }> | undefined

/** Whether the presenter has made the room's screens black. */
export function useBlack(): SharedChoice<{ on: boolean }> {
  return black ??= sharedChoice<{ on: boolean }>(useScreen(), 'black', { on: false })
}

/** Black, or the slide again. */
export function toggleBlack(): void {
  useBlack().choose({ on: !useBlack().value.on })
}
