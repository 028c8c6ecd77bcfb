import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { Refusal } from './refusal.ts'

/** The host of a `Host` header without port and brackets, in lower case; null for what no browser sends. */
export function hostOf(header: string | undefined): string | null {
  const match = header?.match(/^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i)
  const host = (match?.[1] ?? match?.[2])?.toLowerCase().replace(/\.$/, '')
  if (!host)
    return null
  // Digits and dots have to be a valid address: no browser takes 999.1.1.1 for a name.
  return /^[\d.]+$/.test(host) && isIP(host) === 0 ? null : host
}

/**
 * Whether a request is meant for this server. A page elsewhere can have its own name point here and then read what
 * its visitors may see; it cannot do that with an address, and addresses there may be many, behind a router for instance.
 */
function isOwnHost(host: string, names: readonly string[]): boolean {
  return isIP(host) !== 0 || host === 'localhost' || host.endsWith('.localhost') || names.includes(host) || isOwnName(host)
}

/** The laptop's own name is read each time, since it may change with the network. */
function isOwnName(host: string): boolean {
  const own = hostname().toLowerCase()
  return host === own || host === `${own}.local`
}

/** Turns away requests for a name that is not this server's. */
export function onlyOwnHost(names: readonly string[]): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    refuseOtherHost(c.env.incoming.headers, names)
    await next()
  }
}

/** @throws Refusal when a request is for a name that is not this server's. */
export function refuseOtherHost(headers: IncomingHttpHeaders, names: readonly string[]): void {
  const host = hostOf(headers.host)
  if (host === null || !isOwnHost(host, names))
    throw new Refusal('other-host', 'This server does not answer to that name. Open the address that the presenter shows, or start with --public and the name.')
}

/**
 * True when a page of another origin sent this request. Programs that are no browsers say nothing, and hold no cookies of
 * anybody. Hono's `csrf` turns those away, and lets JSON from any page through.
 */
function isFromElsewhere({ origin, host = '', 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (origin !== undefined) {
    const own = host.toLowerCase()
    return origin !== `http://${own}` && (!URL.canParse(origin) || new URL(origin).host !== own)
  }
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** @throws Refusal when another site's page makes the browser send what its cookies allow. */
export function refuseElsewhere(headers: IncomingHttpHeaders): void {
  if (isFromElsewhere(headers))
    throw new Refusal('other-origin', 'Only the pages of this server may do this. Open them at the address that the presenter shows.')
}
