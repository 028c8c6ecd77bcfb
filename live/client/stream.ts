import { pauseAfter } from './retry.ts'

/** `live` after an event arrived, `lost` while trying again. */
export type Connection = 'connecting' | 'live' | 'lost'

/** Where a stream comes from and who hears of it. */
export interface StreamOptions {
  /** The address, asked for at each connection. A promise that rejects counts as a lost connection. */
  url: () => string | Promise<string>
  /** Called with the parsed data of each event, by its name. */
  on: Record<string, (data: never) => void>
  onConnection: (connection: Connection) => void
}

/** The server sends a heartbeat at least every 20 s; after this long without one the connection counts as lost. */
const SILENCE_MS = 45_000
/** A page that becomes visible again connects anew unless it heard something this recently. */
const FRESH_MS = 20_000
/** A connection that is not made within this time is given up. */
const CONNECTING_MS = 15_000

/**
 * An event stream that connects again by itself: after an error, a silence, a locked phone, or the network's return.
 * Retries are spread, so that a restarted server is not met by everybody at once.
 */
export function openStream({ url, on, onConnection }: StreamOptions): { reopen: () => void, close: () => void } {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let heardAt = Date.now()
  /** The connection in use or being made; null while waiting for the next try. */
  let current: symbol | null = null

  function connect(): void {
    const mine = Symbol('connection')
    current = mine
    clearTimeout(retry)
    source?.close()
    source = null
    heardAt = Date.now()
    Promise.resolve().then(url).then(address => current === mine && listen(address), () => current === mine && lost())
  }

  function listen(address: string): void {
    source = new EventSource(address)
    source.addEventListener('beat', heard)
    for (const [name, handle] of Object.entries(on)) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        heard()
        handle(JSON.parse(event.data) as never)
      })
    }
    source.onerror = lost
  }

  function heard(): void {
    heardAt = Date.now()
    failures = 0
    onConnection('live')
  }

  function lost(): void {
    current = null
    source?.close()
    clearTimeout(retry)
    onConnection('lost')
    retry = setTimeout(connect, pauseAfter(++failures))
  }

  function wake(): void {
    if (document.visibilityState === 'visible' && (current === null || Date.now() - heardAt > FRESH_MS))
      connect()
  }

  const watchdog = setInterval(() => {
    const patience = source?.readyState === EventSource.OPEN ? SILENCE_MS : CONNECTING_MS
    if (current !== null && Date.now() - heardAt > patience)
      lost()
  }, 5_000)
  document.addEventListener('visibilitychange', wake)
  addEventListener('online', connect)
  addEventListener('pageshow', wake)
  onConnection('connecting')
  connect()

  return {
    reopen: connect,
    close() {
      current = null
      clearTimeout(retry)
      clearInterval(watchdog)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', connect)
      removeEventListener('pageshow', wake)
      source?.close()
    },
  }
}
