import type { ShallowRef } from 'vue'
import type { Choice } from '../domain/session.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { isPrinting } from './audience.ts'
import { useScreen } from './live.ts'
import { presenter } from './presenter.ts'

/**
 * A small value that all windows show alike: what the presenter chooses is on every wall at once, and on those that are
 * opened later. It is part of the session; for a reader on their own it goes between windows of one browser and is kept
 * nowhere. In print it stays at `initial`.
 */
export function sharedBetweenWindows<T extends Choice>(name: string, initial: T): ShallowRef<T> {
  const value: ShallowRef<T> = shallowRef(initial)
  if (useScreen() !== null)
    shareBySession(name, value)
  else if (typeof BroadcastChannel !== 'undefined' && !isPrinting())
    shareInBrowser(name, value)
  return value
}

/** The session's choice comes in; the presenter's goes out. A window elsewhere may try for itself. */
function shareBySession<T extends Choice>(name: string, value: ShallowRef<T>): void {
  const state = useScreen()?.state
  let received: T | undefined
  let sending = 0
  watch(() => JSON.stringify(state?.value?.choices?.[name] ?? null), (json) => {
    const choice = JSON.parse(json) as T | null
    // While the presenter goes on choosing, what comes back is older.
    if (choice === null || sending > 0)
      return
    received = choice
    value.value = choice
  }, { immediate: true, flush: 'sync' })
  watch(value, (now) => {
    if (now === received || !state?.value?.presenter)
      return
    sending++
    void presenter.choose(name, now).then(() => sending--)
  }, { flush: 'sync' })
}

function shareInBrowser<T extends Choice>(name: string, value: ShallowRef<T>): void {
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
}
