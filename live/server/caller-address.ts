import type { Context } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'

/** The address a request came from, without the form that IPv4 takes on an IPv6 socket. */
export function addressOf(c: Context): string {
  return (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '')
}

/** True for this machine itself: a program on it, or a proxy that was not named. */
export function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}
