import type { Context, MiddlewareHandler } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import { getCookie, setCookie } from 'hono/cookie'
import { isSame } from './keys.ts'
import { RateLimit } from './limits.ts'
import { Refusal } from './refusal.ts'

const COOKIE = 'presenter'
const WEEK_S = 7 * 24 * 3600
const WHERE = 'The presenter link stands in the terminal where npm start runs: open it on this device once.'
const SLOW_MS = 400

/** Tells the presenter from everybody else by the key, which comes in a cookie or as a bearer token. */
export class PresenterDoor {
  readonly #key: string
  readonly #tries = new RateLimit(10, 60_000)

  constructor(key: string) {
    this.#key = key
  }

  /** For what everybody may ask for and the presenter gets more of. A wrong key counts as a try here too. */
  isPresenter(c: Context): boolean {
    const given = this.#given(c)
    return given !== undefined && this.#judge(c, given) === 'right'
  }

  /** Lets only the presenter through: 401 for anybody else, after a pause when a key was tried, 429 after ten tries in a minute. */
  readonly only: MiddlewareHandler = async (c, next) => {
    await this.#check(c, this.#given(c))
    await next()
  }

  /** Takes the key of the start-up link and keeps it as a cookie. */
  async enter(c: Context, key: string): Promise<void> {
    await this.#check(c, key)
    setCookie(c, COOKIE, key, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: WEEK_S })
  }

  async #check(c: Context, given: string | undefined): Promise<void> {
    if (given === undefined)
      throw new Refusal(401, 'presenter-only', `Only the presenter can do this. ${WHERE}`)
    const verdict = this.#judge(c, given)
    if (verdict === 'right')
      return
    if (verdict === 'unread')
      throw new Refusal(429, 'too-many-tries', 'Too many wrong presenter keys. Wait a minute, then use the link in the terminal.')
    await wait(SLOW_MS)
    throw new Refusal(401, 'wrong-key', `This presenter key is not the one of this session. ${WHERE}`)
  }

  /** After ten wrong keys from one address none is looked at until the minute is over: guessing on would find the right one. */
  #judge(c: Context, given: string): 'right' | 'wrong' | 'unread' {
    const caller = getConnInfo(c).remote.address ?? ''
    if (this.#tries.isSpent(caller))
      return 'unread'
    if (isSame(given, this.#key))
      return 'right'
    this.#tries.allows(caller)
    return 'wrong'
  }

  #given(c: Context): string | undefined {
    return c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1] ?? getCookie(c, COOKIE)
  }
}
