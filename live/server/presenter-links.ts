import type { Context } from 'hono'
import type { Auth } from './auth.ts'
import type { SessionHandle } from './session-handle.ts'
import { Refusal } from './refusal.ts'
import { hashOf, newSecret } from './secrets.ts'

/**
 * PresenterLinks that open the presenter view: each holds a code in its fragment, which no server, log or history of requests
 * sees, is good once and for 15 minutes, and is exchanged for a cookie. Kept as a hash.
 */
export class PresenterLinks {
  readonly #handle: SessionHandle
  readonly #auth: Auth
  readonly #origin: string

  constructor(handle: SessionHandle, auth: Auth, origin: string) {
    this.#handle = handle
    this.#auth = auth
    this.#origin = origin
  }

  async make(): Promise<string> {
    const code = newSecret()
    await this.#handle.perform({ type: 'code', hash: hashOf(code) })
    return `${this.#origin}/enter#${code}`
  }

  /**
   * Exchanges a code for the presenter's cookie. A browser that has the cookie keeps it and spends no code.
   * @throws Refusal for a code that is not valid, after a pause
   */
  async enter(c: Context, code: string): Promise<void> {
    try {
      await this.#handle.perform({ type: 'enter', hash: hashOf(code) })
    }
    catch (error) {
      if (this.#auth.isPresenter(c))
        return
      if (error instanceof Refusal)
        await this.#auth.slow(c)
      throw error
    }
    this.#auth.giveCookie(c)
  }
}
