/** `live` after an event arrived, `lost` while trying again. */
export type Connection = 'connecting' | 'live' | 'lost'

export interface StreamOptions {
  /** A function is asked at each connection. */
  url: string | (() => string)
  /** Called with the parsed data of each event, by its name. */
  on: Record<string, (data: never) => void>
  onConnection: (connection: Connection) => void
}

/** The server sends a heartbeat at least every 20 s; this long without one means that the line is dead. */
const SILENCE_MS = 45_000
/** A page that comes back to the front trusts its line only if it heard something this recently. */
const FRESH_MS = 20_000
const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 8_000

/**
 * An event stream that comes back by itself: after an error, a silence, a locked phone, or the network's return.
 * Retries double and are spread by half, so that a restarted server does not meet everybody at once.
 */
export function openStream({ url, on, onConnection }: StreamOptions): { reopen: () => void, close: () => void } {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let heardAt = Date.now()

  function connect(): void {
    clearTimeout(retry)
    source?.close()
    heardAt = Date.now()
    source = new EventSource(typeof url === 'string' ? url : url())
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
    source?.close()
    clearTimeout(retry)
    onConnection('lost')
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS)
    retry = setTimeout(connect, delay * (0.5 + Math.random()))
  }

  function wake(): void {
    if (document.visibilityState === 'visible' && (source?.readyState !== EventSource.OPEN || Date.now() - heardAt > FRESH_MS))
      connect()
  }

  const watchdog = setInterval(() => {
    if (source?.readyState === EventSource.OPEN && Date.now() - heardAt > SILENCE_MS)
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
      clearTimeout(retry)
      clearInterval(watchdog)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', connect)
      removeEventListener('pageshow', wake)
      source?.close()
    },
  }
}
