import type { ShallowRef } from 'vue'
import { sharedBetweenWindows } from './windows.ts'

let state: ShallowRef<{ on: boolean }> | undefined

/** Whether the presenter has made the room's screens black. */
export function useBlack(): ShallowRef<{ on: boolean }> {
  return state ??= sharedBetweenWindows('black', { on: false })
}

/** Black, or the slide again. */
export function toggleBlack(): void {
  const black = useBlack()
  black.value = { on: !black.value.on }
}
