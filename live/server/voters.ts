import type { Context } from 'hono'
import type { LiveSession } from './session.ts'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { mintVoter, voterCookieName, voterOf } from './keys.ts'

const DAY_S = 24 * 3600

/** Who a phone is: an anonymous id in a signed cookie that is good for one session. */
export class Voters {
  readonly #session: LiveSession
  readonly #cookie: string

  constructor(session: LiveSession) {
    this.#session = session
    this.#cookie = voterCookieName(session.record)
  }

  /** The caller's voter id; null without a cookie or with a forged one. */
  of(c: Context): string | null {
    return voterOf(getCookie(c, this.#cookie), this.#session.record.voterSecret)
  }

  /** Gives the caller a voter id of their own. */
  mint(c: Context): string {
    const { id, cookie } = mintVoter(this.#session.record.voterSecret)
    setCookie(c, this.#cookie, cookie, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: DAY_S })
    return id
  }

  /** Whoever comes for the first time gets an id; once the session is over everybody loses theirs. */
  greet(c: Context): string | null {
    if (this.#session.record.endedAt === null)
      return this.of(c) ?? this.mint(c)
    deleteCookie(c, this.#cookie, { path: '/' })
    return null
  }
}
