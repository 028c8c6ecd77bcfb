import type { ErrorBody, LiveState, OwnAnswers, Progress, Snapshot } from '../../live/domain/state.ts'

/** An answer of the server. `json` is null where the body is none. */
export interface Reply<T = unknown> { status: number, headers: Headers, text: string, json: T }

/** What each event of a stream carries. */
export interface EventData { snapshot: Snapshot, state: LiveState, progress: Progress, mine: OwnAnswers, beat: object }
export type EventName = keyof EventData
export type StreamEvent = { [N in EventName]: { name: N, data: EventData[N] } }[EventName]

/** An open event stream, and everything that came over it. */
export class Listener {
  readonly events: StreamEvent[] = []
  /** Every byte so far, as text. */
  text = ''
  readonly response: Response
  readonly #abort: AbortController
  readonly #waiting = new Set<() => void>()
  /** Resolves when the stream ended, whoever ended it. */
  readonly ended: Promise<void>

  constructor(response: Response, abort: AbortController) {
    this.response = response
    this.#abort = abort
    this.ended = this.#read().catch(() => {})
  }

  /** The newest state: each one replaces the one before. */
  get state(): LiveState {
    const last = this.events.findLast(event => event.name === 'snapshot' || event.name === 'state')
    if (!last)
      throw new Error('no state came yet')
    return last.data as LiveState
  }

  /** Resolves once `check` holds, now or after an event. */
  async until(check: (listener: this) => boolean): Promise<void> {
    while (!check(this))
      await new Promise<void>(resolve => this.#waiting.add(resolve))
  }

  /** Resolves with the first event of this name, now or later. */
  async first<N extends EventName>(name: N): Promise<EventData[N]> {
    await this.until(({ events }) => events.some(event => event.name === name))
    return this.events.find(event => event.name === name)?.data as EventData[N]
  }

  async close(): Promise<void> {
    this.#abort.abort()
    await this.ended
  }

  async #read(): Promise<void> {
    let rest = ''
    for await (const chunk of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      this.text += chunk
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, name, data] = block.match(/^event: (\w+)\ndata: (.*)$/) ?? []
        this.events.push({ name, data: JSON.parse(data ?? '') } as StreamEvent)
      }
      this.#waiting.forEach(check => check())
      this.#waiting.clear()
    }
  }
}

/** A client that sends requests and keeps cookies, as a browser does. */
export class Caller {
  readonly cookies = new Map<string, string>()
  readonly #base: string
  readonly #headers: Record<string, string>

  constructor(base: string, headers: Record<string, string> = {}) {
    this.#base = base
    this.#headers = headers
  }

  async fetch(method: string, path: string, body?: unknown, more: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(pair => pair.join('=')).join('; ')
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: { ...this.#headers, ...cookie && { cookie }, ...body !== undefined && { 'content-type': 'application/json' } },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      ...more,
    })
    for (const [name, value, isGone] of response.headers.getSetCookie().map(parseCookie)) {
      if (isGone)
        this.cookies.delete(name)
      else
        this.cookies.set(name, value)
    }
    return response
  }

  async send<T = unknown>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const response = await this.fetch(method, path, body)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, text, json: (isJson ? JSON.parse(text) : null) as T }
  }

  /** Opens the phone page, which gives a new caller a voter. */
  async open(): Promise<void> {
    await this.fetch('GET', '/').then(response => response.text())
  }

  /** Sends an answer, from the page. */
  async answer(poll: string, answer: unknown, round = 1): Promise<Reply<{ status: 'counted' | 'changed' } & Partial<ErrorBody>>> {
    if (![...this.cookies.keys()].some(name => name.startsWith('voter-')))
      await this.open()
    return this.send('PUT', `/api/polls/${poll}/answer`, { round, answer })
  }

  state(as: 'phone' | 'screen' = 'phone'): Promise<Reply<Snapshot>> {
    return this.send('GET', `/api/state?as=${as}`)
  }

  /** Opens an event stream and resolves once its snapshot came. */
  async listen(as: 'phone' | 'screen' = 'phone', more = ''): Promise<Listener> {
    const abort = new AbortController()
    const response = await this.fetch('GET', `/api/events?as=${as}${more}`, undefined, { signal: abort.signal })
    if (response.status !== 200)
      throw new Error(`no stream: ${response.status} ${await response.text()}`)
    const listener = new Listener(response, abort)
    await listener.first('snapshot')
    return listener
  }
}

function parseCookie(header: string): [name: string, value: string, isGone: boolean] {
  const [, name = '', value = ''] = header.match(/^([^=]+)=([^;]*)/) ?? []
  return [name, value, /max-age=0/i.test(header)]
}
