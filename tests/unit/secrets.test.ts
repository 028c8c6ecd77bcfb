import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, mintVoter, newSecret, voterCookieName, voterOf } from '../../live/server/secrets.ts'

describe('secrets', () => {
  it('have 128 bits, need no escaping and differ', () => {
    const secrets = Array.from({ length: 1_000 }, newSecret)
    expect(new Set(secrets).size).toBe(1_000)
    expect(secrets.every(secret => /^[\w-]{22}$/.test(secret))).toBe(true)
  })

  it('are the same only when every character is', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(isSame(a, a)).toBe(true)
      expect(isSame(a, b)).toBe(a === b)
      expect(isSame(a, `${a}x`)).toBe(false)
    }))
  })
})

describe('voters', () => {
  const secret = newSecret()

  it('are known again by their cookie', () => {
    const { id, cookie } = mintVoter(secret)
    expect(voterOf(cookie, secret)).toBe(id)
    expect(mintVoter(secret).id).not.toBe(id)
  })

  it.each([
    ['no cookie', () => undefined],
    ['an empty one', () => ''],
    ['an id alone', () => mintVoter(secret).id],
    ['an id with a dot', () => `${mintVoter(secret).id}.`],
    ['another id with this signature', () => `${newSecret()}.${mintVoter(secret).cookie.split('.')[1]}`],
    ['one minted by another session', () => mintVoter(newSecret()).cookie],
    ['a signature cut short', () => mintVoter(secret).cookie.slice(0, -1)],
    ['a signature without an id', () => `.${mintVoter(secret).cookie.split('.')[1]}`],
  ])('are not made from %s', (_, cookie) => {
    expect(voterOf(cookie(), secret)).toBeNull()
  })

  it('are not made from anything somebody thinks up', () => {
    fc.assert(fc.property(fc.string(), cookie => voterOf(cookie, secret) === null))
  })

  it('have another cookie for every session', () => {
    const monday = { name: 'team', startedAt: '2026-11-23T09:00:00.000Z' }
    expect(voterCookieName(monday)).toMatch(/^voter-[0-9a-f]{8}$/)
    expect(voterCookieName(monday)).toBe(voterCookieName({ ...monday }))
    expect(voterCookieName(monday)).not.toBe(voterCookieName({ ...monday, startedAt: '2026-11-24T09:00:00.000Z' }))
    expect(voterCookieName(monday)).not.toBe(voterCookieName({ ...monday, name: 'other team' }))
  })
})
