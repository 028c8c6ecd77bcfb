import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of 128 bits, safe in URLs and cookies. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** Compares in a time that does not tell how much of the secret was right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

/** Compares signatures, in constant time too; their length is no secret. */
function isSigned(given: string, signature: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(signature)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The hash under which a secret that somebody else holds is stored. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** A value that proves the key without telling it, for one purpose. */
export function derived(key: string, purpose: string): string {
  return createHmac('sha256', key).update(purpose).digest('base64url')
}

// Not Hono's signed cookies: WebCrypto takes ten times as long for each, and a signed id travels in a header and a ticket, too.
const signature = (id: string, secret: string): string => derived(secret, id).slice(0, 22)

/** A new anonymous voter: the id, and the same signed, which proves that it was minted here. */
export function mintVoter(secret: string): { id: string, signed: string } {
  const id = newSecret()
  return { id, signed: signVoter(id, secret) }
}

export function signVoter(id: string, secret: string): string {
  return `${id}.${signature(id, secret)}`
}

/** The voter id of a signed one, or null for none or a forged one. */
export function voterOf(signed: string | undefined, secret: string): string | null {
  const [id, given] = signed?.split('.') ?? []
  return id && given && isSigned(given, signature(id, secret)) ? id : null
}

/** Name of a cookie: another for each session, so that sessions cannot be linked by it. */
export function cookieName(what: 'voter' | 'presenter', session: { name: string, startedAt: string }): string {
  return `${what}-${createHash('sha256').update(`${session.name} ${session.startedAt}`).digest('hex').slice(0, 8)}`
}

const cipherKey = (secret: string): Buffer => createHash('sha256').update(`ticket ${secret}`).digest()
const IV_BYTES = 12
const TAG_BYTES = 16

/** Text that only who knows the secret can read, safe in URLs; another one each time. */
export function seal(text: string, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(secret), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed, or null for anything else. */
export function unseal(sealed: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= IV_BYTES + TAG_BYTES)
    return null
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(secret), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  }
  catch {
    return null
  }
}
