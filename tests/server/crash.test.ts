import type { Store } from '../../live/store/store.ts'
import type { ServerProcess } from './start-server-process.ts'
import { describe, expect, it } from 'vitest'
import { openRedis } from '../../live/store/redis-store.ts'
import { repositoryOf } from '../../live/store/repository.ts'
import { findRedisServer, startRedisServer } from '../../scripts/lib/redis-server.ts'
import { Caller } from './caller.ts'
import { newFolder } from './harness.ts'
import { KEY } from './key.ts'
import { numberOf, PersistentPhone } from './persistent-phone.ts'
import { slideNo } from './sample-workshop.ts'
import { startServer } from './start-server-process.ts'

const ROUNDS = 20
const PHONES = 40
const ANSWERS = 15

interface Scene {
  /** The server's address, which may change with each restart. */
  base: () => string
  /** Kills what is tested while answers arrive, and starts it again. */
  killAndRestart: () => Promise<void>
  /** The session's store, once nothing is killed any more. */
  store: () => Promise<Store>
}

async function survives({ base, killAndRestart, store: open }: Scene): Promise<void> {
  const phones = Array.from({ length: PHONES }, () => new PersistentPhone())
  await new Caller(base(), { authorization: `Bearer ${KEY}` }).send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 0 })
  await Promise.all(phones.map(phone => phone.join(base())))
  for (let round = 0; round < ROUNDS; round++) {
    const enough = Promise.withResolvers<void>()
    let left = Math.ceil(Math.random() * PHONES * ANSWERS * 0.7)
    const storm = Promise.all(phones.map(async (phone) => {
      for (let n = 0; n < ANSWERS && await phone.answerOnce(base()); n++) {
        if (--left === 0)
          enough.resolve()
      }
    }))
    await Promise.race([enough.promise, storm])
    await killAndRestart()
    await storm
    for (const phone of phones)
      phone.expectKept(await phone.kept(base()))
  }
  const store = await open()
  const kept = await store.answers('fear', 1)
  expect(await store.log()).toMatchObject([{ event: 'start', section: 'middle' }])
  await store.close()
  expect(new Set(kept.keys())).toEqual(new Set(phones.map(phone => phone.voter)))
  for (const phone of phones)
    phone.expectKept(numberOf(kept.get(phone.voter ?? '')))
}

describe(`killed ${ROUNDS} times in the middle of a storm, every acknowledged answer is there and none that was not sent`, () => {
  it('by a server that keeps its session in a file', async () => {
    const folder = newFolder()
    let server = await startServer(folder, { dataDir: folder })
    await survives({
      base: () => server.base,
      async killAndRestart() {
        await server.kill()
        server = await startServer(folder, { dataDir: folder })
      },
      async store() {
        await server.kill()
        return repositoryOf({ dataDir: folder }, false).open('team')
      },
    })
  }, 180_000)

  const executable = findRedisServer() ?? ''
  it.runIf(executable)('by a Redis or Valkey, and the server with it', async () => {
    const folder = newFolder()
    const redis = await startRedisServer(executable, folder)
    const start = (): Promise<ServerProcess> => startServer(folder, { dataDir: null, store: redis.url })
    let server = await start()
    await survives({
      base: () => server.base,
      async killAndRestart() {
        await Promise.all([redis.kill(), server.kill()])
        await redis.restart()
        server = await start()
      },
      store: () => openRedis(redis.url, 'team'),
    })
    await redis.kill()
  }, 180_000)
})
