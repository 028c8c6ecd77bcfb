import type { Buffer } from 'node:buffer'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of 128 bits, safe in URLs and cookies. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** Compares in a time that does not tell how much of the secret was right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

const signature = (id: string, secret: string): string => createHmac('sha256', secret).update(id).digest('base64url').slice(0, 22)

/** A new anonymous voter: the id, and the cookie value that proves it was minted here. */
export function mintVoter(secret: string): { id: string, cookie: string } {
  const id = newSecret()
  return { id, cookie: `${id}.${signature(id, secret)}` }
}

/** The voter id of a cookie, or null for none or a forged one. */
export function voterOf(cookie: string | undefined, secret: string): string | null {
  const [id, given] = cookie?.split('.') ?? []
  return id && given && isSame(given, signature(id, secret)) ? id : null
}

/** Name of the voter cookie: another for each session, so that sessions cannot be linked by it. */
export function voterCookieName(session: { name: string, startedAt: string }): string {
  return `voter-${createHash('sha256').update(`${session.name} ${session.startedAt}`).digest('hex').slice(0, 8)}`
}
