import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cookieName, derived, hashOf, isSame, mintVoter, newSecret, seal, signVoter, unseal, voterOf } from '../../live/server/secrets.ts'

describe('secrets', () => {
  it('have 128 bits, need no escaping and differ', () => {
    const secrets = Array.from({ length: 1_000 }, newSecret)
    expect(new Set(secrets).size).toBe(1_000)
    expect(secrets.every(secret => /^[\w-]{22}$/.test(secret))).toBe(true)
  })

  it('are equal only when every character is', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(isSame(a, a)).toBe(true)
      expect(isSame(a, b)).toBe(a === b)
      expect(isSame(a, `${a}x`)).toBe(false)
    }))
  })
})

describe('voters', () => {
  const secret = newSecret()

  it('are recognised by their cookie', () => {
    const { id, signed } = mintVoter(secret)
    expect(voterOf(signed, secret)).toBe(id)
    expect(signVoter(id, secret)).toBe(signed)
    expect(mintVoter(secret).id).not.toBe(id)
  })

  it.each([
    ['no cookie', () => undefined],
    ['an empty one', () => ''],
    ['an id alone', () => mintVoter(secret).id],
    ['an id with a dot', () => `${mintVoter(secret).id}.`],
    ['another id with this signature', () => `${newSecret()}.${mintVoter(secret).signed.split('.')[1]}`],
    ['one minted by another session', () => mintVoter(newSecret()).signed],
    ['a signature cut short', () => mintVoter(secret).signed.slice(0, -1)],
    ['a signature without an id', () => `.${mintVoter(secret).signed.split('.')[1]}`],
  ])('are not recognised from %s', (_, cookie) => {
    expect(voterOf(cookie(), secret)).toBeNull()
  })

  it('are not recognised from any other text', () => {
    fc.assert(fc.property(fc.string(), cookie => voterOf(cookie, secret) === null))
  })

  it('have another cookie than the presenter', () => {
    const session = { name: 'team', startedAt: '2026-11-23T09:00:00.000Z' }
    expect(cookieName('presenter', session)).not.toBe(cookieName('voter', session))
  })

  it('have another cookie for every session', () => {
    const monday = { name: 'team', startedAt: '2026-11-23T09:00:00.000Z' }
    expect(cookieName('voter', monday)).toMatch(/^voter-[0-9a-f]{8}$/)
    expect(cookieName('voter', monday)).toBe(cookieName('voter', { ...monday }))
    expect(cookieName('voter', monday)).not.toBe(cookieName('voter', { ...monday, startedAt: '2026-11-24T09:00:00.000Z' }))
    expect(cookieName('voter', monday)).not.toBe(cookieName('voter', { ...monday, name: 'other team' }))
  })
})

describe('a sealed text', () => {
  const secret = newSecret()

  it('is read with the secret, differs each time, and tells nothing', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(unseal(seal(text, secret), secret)).toBe(text)
      expect(seal(text, secret)).not.toBe(seal(text, secret))
      expect(unseal(seal(text, secret), newSecret())).toBeNull()
    }))
    expect(seal('the voter', secret)).toMatch(/^[\w-]+$/)
  })

  it('is not read from any other text, nor from a part', () => {
    fc.assert(fc.property(fc.string(), text => unseal(text, secret) === null))
    expect(unseal(seal('text', secret).slice(0, -2), secret)).toBeNull()
  })
})

describe('a value derived from a key', () => {
  it('is the same for one purpose, differs between purposes, and is no hash of the key', () => {
    expect(derived('key', 'a')).toBe(derived('key', 'a'))
    expect(derived('key', 'a')).not.toBe(derived('key', 'b'))
    expect([derived('key', ''), hashOf('key')]).not.toContain('key')
    expect(hashOf('key')).toBe(hashOf('key'))
  })
})
