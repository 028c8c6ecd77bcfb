import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayTryAgain, pauseAfter, reasonIn } from '../../live/client/retry.ts'

const refusal = { error: { code: 'not-open', message: 'This poll is not open.' } }

describe('the retry of a request', () => {
  it.each([
    ['nothing came back', null, true],
    ['the server broke', { status: 500, body: refusal }, true],
    ['the disk is full', { status: 507, body: refusal }, true],
    ['the proxy lost the server', { status: 502, body: null }, true],
    ['it was too much in a short time', { status: 429, body: refusal }, true],
    ['a portal answered in its place', { status: 200, body: null }, true],
    ['a portal refused in its place', { status: 403, body: null }, true],
    ['a refusal has no sentence', { status: 400, body: { error: {} } }, true],
    ['the poll is closed', { status: 409, body: refusal }, false],
    ['the answer does not fit', { status: 422, body: refusal }, false],
    ['nobody may do this without the key', { status: 401, body: refusal }, false],
    ['it worked', { status: 200, body: {} }, false],
    ['it worked, without a word', { status: 204, body: null }, false],
  ])('follows the rule when %s', (_, reply, again) => {
    expect(mayTryAgain(reply)).toBe(again)
  })

  it('waits for pauses that grow, stay below twelve seconds, and differ between phones', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      expect(pauseAfter(failures, random)).toBeGreaterThanOrEqual(250)
      expect(pauseAfter(failures, random)).toBeLessThanOrEqual(12_000)
      expect(pauseAfter(failures + 1, random)).toBeGreaterThanOrEqual(pauseAfter(failures, random))
    }))
    expect(pauseAfter(3, 0)).not.toBe(pauseAfter(3, 1))
  })
})

it('a reason is a sentence from the server, and not any text in a reply', () => {
  expect(reasonIn(refusal)).toBe('This poll is not open.')
  for (const body of [null, undefined, 'no', 404, [], {}, { error: null }, { error: 'no' }, { error: { message: 7 } }])
    expect(reasonIn(body)).toBeNull()
})
