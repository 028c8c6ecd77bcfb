/** WebDriver BiDi, as far as these tests speak it: https://www.w3.org/TR/webdriver-bidi/ */

interface Answered { id: number, type: 'success' | 'error', result: unknown, message?: string }

/** A connection to a browser: sends commands, and collects the errors of its pages. */
export class Bidi {
  /** What any page wrote to its console as an error, or threw. */
  readonly problems: string[] = []
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>()
  #last = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Partial<Answered> & { method?: string, params?: { level?: string, text?: string } }))
    socket.addEventListener('close', () => this.#waiting.forEach(({ reject }) => reject(new Error('The browser closed the line.'))))
  }

  static async open(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error(`No line to ${address}.`)))
    })
    const bidi = new Bidi(socket)
    await bidi.send('session.new', { capabilities: {} })
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] })
    return bidi
  }

  send<T>(method: string, params: object): Promise<T> {
    const id = ++this.#last
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve: result => resolve(result as T), reject }))
  }

  /** Opens a page in a context of its own, without the cookies of the others. */
  async newPage(address: string, size: { width: number, height: number }): Promise<BidiPage> {
    const { userContext } = await this.send<{ userContext: string }>('browser.createUserContext', {})
    const { context } = await this.send<{ context: string }>('browsingContext.create', { type: 'window', userContext })
    await this.send('browsingContext.setViewport', { context, viewport: size })
    await this.send('browsingContext.navigate', { context, url: address, wait: 'complete' })
    return new BidiPage(this, context)
  }

  close(): void {
    this.#socket.close()
  }

  #hear({ id, type, result, message, method, params }: Partial<Answered> & { method?: string, params?: { level?: string, text?: string } }): void {
    if (method === 'log.entryAdded' && params?.level === 'error')
      this.problems.push(params.text ?? '')
    const waiting = this.#waiting.get(id ?? 0)
    this.#waiting.delete(id ?? 0)
    if (type === 'error')
      waiting?.reject(new Error(message))
    else
      waiting?.resolve(result)
  }
}

/** What WebDriver calls the keys that write nothing. */
const keys = { PageDown: '\uE00F', Tab: '\uE004' } as const

export class BidiPage {
  readonly #bidi: Bidi
  readonly #context: string

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi
    this.#context = context
  }

  /** Evaluates an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#bidi.send<{ result?: { value?: string }, exceptionDetails?: { text: string } }>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.#context },
      awaitPromise: true,
    })
    if (exceptionDetails)
      throw new Error(`${expression}: ${exceptionDetails.text}`)
    return JSON.parse(result?.value ?? 'null') as T
  }

  /** Resolves once an expression holds in the page. */
  async until(expression: string): Promise<void> {
    await this.evaluate(`new Promise(resolve => { const look = () => (${expression}) ? resolve(true) : setTimeout(look, 50); look() })`)
  }

  /** Waits until the selected element has this text. */
  reads(selector: string, text: string): Promise<void> {
    return this.until(`[...document.querySelectorAll(${JSON.stringify(selector)})].some(one => one.textContent.includes(${JSON.stringify(text)}) && one.getClientRects().length > 0)`)
  }

  press(key: keyof typeof keys | 't'): Promise<unknown> {
    const value = key === 't' ? key : keys[key]
    return this.#perform([{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }])
  }

  async write(text: string): Promise<void> {
    await this.#perform([{ type: 'key', id: 'keyboard', actions: Array.from(text).flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }])
  }

  /** Clicks into the middle of the first thing that the selector finds and that has this text. */
  async click(selector: string, text = ''): Promise<void> {
    await this.reads(selector, text)
    const at = await this.evaluate<{ x: number, y: number }>(`(() => {
      const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find(one => one.textContent.includes(${JSON.stringify(text)}) && one.getClientRects().length > 0)
      found.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top, width, height } = found.getBoundingClientRect()
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
    })()`)
    await this.#perform([{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', ...at }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }])
  }

  /** A picture as PNG, in base 64. */
  async picture(): Promise<string> {
    return (await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context: this.#context })).data
  }

  #perform(actions: object[]): Promise<unknown> {
    return this.#bidi.send('input.performActions', { context: this.#context, actions })
  }
}
