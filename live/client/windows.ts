import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { isPrinting } from './audience.ts'

/**
 * A small value that all windows of this browser show alike: what is chosen in the presenter view is on the
 * wall at once. It goes through no server, is stored nowhere, and in print it stays at `initial`.
 */
export function sharedBetweenWindows<T extends object>(name: string, initial: T): ShallowRef<T> {
  const value: ShallowRef<T> = shallowRef(initial)
  if (typeof BroadcastChannel === 'undefined' || isPrinting())
    return value
  const channel = new BroadcastChannel(`the-fork ${name}`)
  let received: T | undefined
  channel.onmessage = ({ data }: MessageEvent<T>) => {
    received = data
    value.value = data
  }
  watch(value, (now) => {
    if (now !== received)
      channel.postMessage(now)
  }, { flush: 'sync' })
  onScopeDispose(() => channel.close())
  return value
}
