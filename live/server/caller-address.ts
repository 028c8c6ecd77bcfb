import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** What routes find in the context of each request. */
export interface Bindings extends HttpBindings {
  /** Addresses of proxies that are believed when they say who called. */
  proxies: readonly string[]
}

/** A request's headers as Node read them. */
export function headersOf(c: Context): IncomingHttpHeaders {
  return (c.env as Bindings).incoming.headers
}

/** The caller's address as limits count it, read behind trusted proxies. It costs a system call, so it is asked for only where it matters. */
export function addressOf(c: Context): string {
  const { incoming, proxies } = c.env as Bindings
  return subnetOf(callerAddress(incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'), proxies))
}

/** An IPv6 address as its /64 subnet: one caller has all of its addresses, and could seem to be millions. */
export function subnetOf(address: string): string {
  if (isIP(address) !== 6 || isThisMachine(address))
    return address
  const [before = [], after = []] = address.split('::').map(part => part.split(':').filter(group => group !== ''))
  const groups = [...before, ...Array.from<string>({ length: 8 - before.length - after.length }).fill('0'), ...after]
  return `${groups.slice(0, 4).map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
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
