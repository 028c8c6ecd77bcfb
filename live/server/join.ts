import type { Address, JoinState } from '../domain/state.ts'

export interface JoinOptions {
  /** Asked again every few seconds: a laptop changes its Wi-Fi. */
  addresses: () => Address[]
  wifi: JoinState['wifi']
}

const LOOK_AGAIN_MS = 5_000

/** Where phones join: the address that is shown, the others to cycle through, and whether it lies over the slides. */
export class Join {
  /** Called when phones are to join somewhere else, or the address is shown or put away. */
  changed: () => void = () => {}
  readonly #options: JoinOptions
  readonly #timer: NodeJS.Timeout
  #addresses: Address[]
  #shownUrl: string
  #shown = false

  constructor(options: JoinOptions) {
    this.#options = options
    this.#addresses = options.addresses()
    this.#shownUrl = this.#addresses[0]?.url ?? ''
    this.#timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS)
    this.#timer.unref()
  }

  get addresses(): Address[] {
    return this.#addresses
  }

  /** Index of the shown address; the first when the shown one is gone. */
  get index(): number {
    return Math.max(0, this.#addresses.findIndex(({ url }) => url === this.#shownUrl))
  }

  get state(): JoinState {
    return { url: this.#addresses[this.index]?.url ?? '', shown: this.#shown, wifi: this.#options.wifi }
  }

  next(): void {
    this.#shownUrl = this.#addresses[(this.index + 1) % this.#addresses.length]?.url ?? ''
    this.changed()
  }

  show(shown: boolean): void {
    this.#shown = shown
    this.changed()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #lookAgain(): void {
    const addresses = this.#options.addresses()
    if (JSON.stringify(addresses) === JSON.stringify(this.#addresses))
      return
    this.#addresses = addresses
    this.changed()
  }
}
