import type { Context } from 'hono'
import type { IncomingHttpHeaders } from 'node:http'
import type { SessionHandle } from './session-handle.ts'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { addressOf, headersOf, isThisMachine } from './caller-address.ts'
import { RateLimit } from './limits.ts'
import { Refusal } from './refusal.ts'
import { cookieName, mintVoter, seal, signVoter, unseal, voterOf } from './secrets.ts'

const DAY_S = 24 * 3600
/** So many cookies are remembered with their voter, which spares checking a signature per request. */
const MOST_KNOWN = 20_000
/** A phone sends a few short cookies; what is longer is not kept. */
const LONGEST_KNOWN = 500
const TICKET_MS = 60_000
const WINDOW_MS = 10 * 60_000

/**
 * Who a phone is: an anonymous signed id, good for one session. It comes in a cookie, or in a header from a phone that
 * keeps no cookies. Minted where the page or its stream is opened, never by an answer; minting writes nothing.
 */
export class Voters {
  readonly #session: SessionHandle
  readonly #cookie: string
  readonly #secure: boolean
  readonly #minting: { elsewhere: RateLimit, here: RateLimit }
  /** Voter ids by cookie. */
  #known = new Map<string, string>()
  #taken = new Map<string, number>()

  /** `most` says how many voters one address may be given in ten minutes; a room may share one. `secure` keeps the cookie on HTTPS. */
  constructor(session: SessionHandle, most: (address: string) => number, secure: boolean) {
    this.#session = session
    this.#secure = secure
    this.#cookie = cookieName('voter', session.record)
    this.#minting = { elsewhere: new RateLimit(most(''), WINDOW_MS), here: new RateLimit(most('127.0.0.1'), WINDOW_MS) }
  }

  get #secret(): string {
    return this.#session.record.voterSecret
  }

  /** The caller's voter id; null without one, with a forged one, and once the session is over. */
  of({ cookie, 'x-voter': signed }: IncomingHttpHeaders): string | null {
    if (this.#session.session.endedAt !== null)
      return null
    return this.#ofCookie(cookie) ?? voterOf(signed?.toString(), this.#secret)
  }

  #ofCookie(sent: string | undefined): string | null {
    if (sent === undefined)
      return null
    const known = this.#known.get(sent)
    if (known !== undefined)
      return known
    const voter = voterOf(parse(sent, this.#cookie)[this.#cookie], this.#secret)
    if (voter === null)
      return null
    this.#know(sent, voter)
    return voter
  }

  #know(cookie: string, voter: string): void {
    if (cookie.length > LONGEST_KNOWN)
      return
    if (this.#known.size >= MOST_KNOWN)
      this.#known.clear()
    this.#known.set(cookie, voter)
  }

  /** The caller's voter, or a new one with its signed id. Once the session is over everybody loses theirs. */
  greet(c: Context): { id: string | null, minted?: string } {
    if (this.#session.session.endedAt !== null) {
      deleteCookie(c, this.#cookie, { path: '/' })
      return { id: null }
    }
    const known = this.of(headersOf(c)) ?? this.#ofTicket(c.req.query('ticket'))
    if (known !== null)
      return { id: known }
    const address = addressOf(c)
    const limit = isThisMachine(address) ? this.#minting.here : this.#minting.elsewhere
    if (!limit.allows(address))
      throw new Refusal('too-many-phones', 'Very many phones have joined from this network in a few minutes. Wait a little, then reload the page.')
    const { id, signed } = mintVoter(this.#secret)
    setCookie(c, this.#cookie, signed, { httpOnly: true, secure: this.#secure, sameSite: 'Lax', path: '/', maxAge: DAY_S })
    this.#know(`${this.#cookie}=${signed}`, id)
    return { id, minted: signed }
  }

  /** A ticket that opens one stream as the caller's voter within a minute, without telling the id. Null for a caller whose cookie does that. */
  ticket(c: Context): string | null {
    const headers = headersOf(c)
    const isKnown = this.#ofCookie(headers.cookie) !== null
    const voter = this.of(headers)
    if (voter === null)
      throw new Refusal('no-voter', 'This phone is not known yet. Reload the page.')
    return isKnown ? null : seal(`${this.#session.now() + TICKET_MS} ${signVoter(voter, this.#secret)}`, this.#secret)
  }

  #ofTicket(ticket: string | undefined): string | null {
    const [until, signed] = (ticket && unseal(ticket, this.#secret))?.split(' ') ?? []
    const now = this.#session.now()
    if (!ticket || Number(until) < now || this.#taken.has(ticket))
      return null
    this.#taken = new Map([...this.#taken].filter(([, end]) => end > now)).set(ticket, Number(until))
    return voterOf(signed, this.#secret)
  }
}
