import { expect, it } from 'vitest'
import { blockedPorts, LAST_PORT, nextPort } from '../../live/domain/ports.ts'

/** Why Node's own fetch refuses a port, without asking anything there. */
async function reasonOf(port: number): Promise<string> {
  const error = await fetch(`http://127.0.0.1:${port}`).catch((reason: unknown) => reason)
  return error instanceof TypeError && error.cause instanceof Error ? error.cause.message : ''
}

it('every port of the list is one that the fetch standard refuses', async () => {
  const reasons = await Promise.all([...blockedPorts].map(reasonOf))
  expect(new Set(reasons)).toEqual(new Set(['bad port']))
})

it.each([[4590, 4591], [5059, 5062], [6664, 6670], [80, 1024], [LAST_PORT, 4590]])('the port tried after %i is %i', (port, next) => {
  expect(nextPort(port)).toBe(next)
})
