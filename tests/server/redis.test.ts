import type { RedisServer } from '../../scripts/lib/redis-server.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreConnection } from '../../live/store/redis-connection.ts'
import { possibleLosses } from '../../live/store/redis-durability.ts'
import { redisRepository } from '../../live/store/redis-repository.ts'
import { keyOf, openRedis } from '../../live/store/redis-store.ts'
import { StoreError } from '../../live/store/store.ts'
import { findRedisServer, startRedisServer } from '../../scripts/lib/redis-server.ts'
import { newFolder } from './harness.ts'
import { change, record, storeContract } from './store-contract.ts'

const executable = findRedisServer() ?? ''
const first = { poll: 'lunch', round: 1 }

/** Files below a folder in which a text stands. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(text))
    .map(file => file.name)
}

/** Where no Redis or Valkey can be installed, `npm test` says so, and fails on CI. */
describe.runIf(executable)('a store in Redis or Valkey', () => {
  const folderOfAll = mkdtempSync(join(tmpdir(), 'redis-'))
  let server: RedisServer
  let sessions = 0

  beforeAll(async () => {
    server = await startRedisServer(executable, folderOfAll)
  })
  afterAll(async () => {
    await server.kill()
    rmSync(folderOfAll, { recursive: true })
  })

  storeContract('Redis', () => {
    const name = `team-${sessions++}`
    return {
      open: () => openRedis(server.url, name, record),
      async kill() {
        await server.kill()
        await server.restart()
      },
    }
  })

  it('refuses writes with a sentence while it is away, and goes on by itself when it is back', async () => {
    const store = await openRedis(server.url, `team-${sessions++}`, record)
    const { version, session } = await store.load()
    await store.save(version, change(session, first))
    let changes = 0
    store.subscribe(() => changes++)
    await server.kill()
    await expect(store.answer('lunch', 1, 'ada', 'soup')).rejects.toThrow(/^The store at 127\.0\.0\.1:\d+ could not do this \(.+\)\./)
    await expect(store.check()).rejects.toThrow(StoreError)
    const heardBefore = changes
    await server.restart()
    await expect.poll(() => store.answer('lunch', 1, 'ada', 'soup').catch(() => null)).toBe('counted')
    await expect.poll(() => changes).toBeGreaterThan(heardBefore)
    await store.close()
  })

  it('leaves no voter id in its files once they are erased', async () => {
    const folder = newFolder()
    const own = await startRedisServer(executable, folder)
    const store = await openRedis(own.url, 'team', record)
    const { version, session } = await store.load()
    await store.save(version, change(session, first))
    await store.answer('lunch', 1, 'voter-to-forget', 'soup')
    await store.mark('audit', 'voter-to-forget', 'began')
    expect(filesWith(folder, 'voter-to-forget')).not.toEqual([])
    await store.eraseVoters()
    await expect.poll(() => filesWith(folder, 'voter-to-forget'), { timeout: 10_000 }).toEqual([])
    expect([...(await store.answers('lunch', 1)).values()]).toEqual(['soup'])
    await store.close()
    await own.kill()
  })

  it.each([
    ['http://127.0.0.1:1', 'The address of the store is none. Write it as redis://HOST:6379, or as rediss:// with TLS.'],
    ['nonsense', 'The address of the store is none.'],
    ['redis://user:secret@127.0.0.1:1', 'The store at 127.0.0.1:1 cannot be reached'],
  ])('is refused with a sentence at %s', async (url, sentence) => {
    const refusal: unknown = await openRedis(url, 'team', record).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StoreError)
    expect(String(refusal)).toContain(sentence)
    expect(String(refusal)).not.toContain('secret')
  })

  it('refuses to open a session that does not exist', async () => {
    await expect(openRedis(server.url, 'nobody', undefined)).rejects.toThrow('There is no session "nobody" in the store.')
  })

  it('says which part of a session another program wrote over', async () => {
    const name = `team-${sessions++}`
    const store = await openRedis(server.url, name, record)
    const other = await StoreConnection.open(server.url)
    await other.ask(client => client.hSet(keyOf(name, 'session'), 'record', '{"name": 3}'))
    await other.close()
    await expect(store.record()).rejects.toThrow(`The session "${name}" cannot be read: what the store holds as fork:{${name}}:session was not written by this program.`)
    await expect(store.load()).resolves.toMatchObject({ version: 1 })
    expect(await redisRepository(server.url, 'sessions').names()).toContain(name)
  })

  it.each([
    { settings: [], losses: [] },
    { settings: ['--appendonly', 'no'], losses: [/"appendonly" is "no"\. A restart/] },
    { settings: ['--appendfsync', 'everysec', '--maxmemory-policy', 'allkeys-lru'], losses: [/"appendfsync" is "everysec"\. A power cut/, /"maxmemory-policy" is "allkeys-lru"\. A store that is full/] },
    { settings: ['--rename-command', 'CONFIG', 'HIDDEN'], losses: [/"appendonly" is "yes" could not be checked/, /"appendfsync"/, /"maxmemory-policy"/] },
  ])('says what it could lose when it is set to $settings', async ({ settings, losses }) => {
    const own = await startRedisServer(executable, newFolder(), settings)
    const said = await possibleLosses(own.url)
    expect(said).toHaveLength(losses.length)
    losses.forEach((loss, i) => expect(said[i]).toMatch(loss))
    await own.kill()
  })
})
