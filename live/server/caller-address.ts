import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'

declare module 'hono' {
  interface ContextVariableMap {
    /** Where the request came from, behind the proxies that were named. */
    callerAddress: string
  }
}

/** Finds out once for each request where it came from; `addressOf` tells. */
export function findCaller(proxies: readonly string[]): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    c.set('callerAddress', callerAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), proxies))
    await next()
  }
}

export function addressOf(c: Context): string {
  return c.get('callerAddress')
}

/**
 * The address a request came from. Only a proxy that was named is believed when it says who called it: the last address
 * in `forwarded` (`X-Forwarded-For`) that is no such proxy itself; what stands before it anybody could have written.
 */
export function callerAddress(remote: string, forwarded: string | undefined, proxies: readonly string[]): string {
  const chain = [...(forwarded ?? '').split(','), remote].map(plainAddress)
  const caller = chain.findLast(address => !proxies.includes(address))
  return caller !== undefined && isIP(caller) !== 0 && proxies.includes(plainAddress(remote)) ? caller : plainAddress(remote)
}

/** Without the form that IPv4 takes on an IPv6 socket. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=[\d.]+$)/, '')
}

/** True for this machine itself: a program on it, or a proxy that was not named. */
export function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}
