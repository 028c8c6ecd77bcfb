import type { Context, MiddlewareHandler } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { getCookie, setCookie } from 'hono/cookie'
import { addressOf, headersOf } from './caller-address.ts'
import { RateLimit } from './limits.ts'
import { refuseElsewhere } from './origin.ts'
import { Refusal } from './refusal.ts'
import { cookieName, derived, isSame } from './secrets.ts'

const WEEK_S = 7 * 24 * 3600
const WHERE = 'The presenter link stands in the terminal where npm start runs; Enter there makes another.'
const SLOW_MS = 400
const SAFE = ['GET', 'HEAD']

/**
 * Tells the presenter from everybody else: by the key as a bearer token, or by the cookie that a one-time code was
 * exchanged for. The right one always works; wrong keys are slowed, by the address they come from.
 */
export class Auth {
  readonly #key: string
  readonly #cookie: string
  readonly #cookieName: string
  readonly #secure: boolean
  readonly #tries = new RateLimit(10, 60_000)

  /** `secure` keeps the cookie on HTTPS. */
  constructor(key: string, session: { name: string, startedAt: string }, secure: boolean) {
    this.#key = key
    this.#secure = secure
    this.#cookie = derived(key, `presenter of ${session.name} ${session.startedAt}`)
    this.#cookieName = cookieName('presenter', session)
  }

  /** For routes that answer everybody, and the presenter with more. */
  isPresenter(c: Context): boolean {
    return this.#hasKey(c) || this.#hasCookie(c)
  }

  /**
   * Lets only the presenter through. The cookie counts only for requests from this server's own pages, since a browser
   * sends it along from foreign pages too.
   */
  readonly only: MiddlewareHandler = async (c, next) => {
    if (!this.#hasKey(c)) {
      if (!this.#hasCookie(c))
        await this.#turnAway(c)
      if (!SAFE.includes(c.req.method))
        refuseElsewhere(headersOf(c))
    }
    await next()
  }

  /** Makes this browser the presenter's. */
  giveCookie(c: Context): void {
    setCookie(c, this.#cookieName, this.#cookie, { httpOnly: true, secure: this.#secure, sameSite: 'Lax', path: '/', maxAge: WEEK_S })
  }

  /**
   * Waits after a wrong key or code.
   * @throws Refusal after ten of them in a minute from one address
   */
  async slow(c: Context): Promise<void> {
    if (!this.#tries.allows(addressOf(c)))
      throw new Refusal('too-many-tries', 'Too many wrong presenter keys came from here. Wait a minute, then use the link in the terminal.')
    await wait(SLOW_MS)
  }

  async #turnAway(c: Context): Promise<never> {
    if (this.#bearer(c) === undefined)
      throw new Refusal('presenter-only', `Only the presenter can do this. ${WHERE}`)
    await this.slow(c)
    throw new Refusal('wrong-key', `This presenter key is not the one of this session. ${WHERE}`)
  }

  #bearer(c: Context): string | undefined {
    return c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  }

  #hasKey(c: Context): boolean {
    const given = this.#bearer(c)
    return given !== undefined && isSame(given, this.#key)
  }

  #hasCookie(c: Context): boolean {
    const given = getCookie(c, this.#cookieName)
    return given !== undefined && isSame(given, this.#cookie)
  }
}
