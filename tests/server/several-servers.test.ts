import type { Listener } from './caller.ts'
import { expect, it, onTestFinished } from 'vitest'
import { serveWorkshop } from '../../live/server/serve.ts'
import { openRedis } from '../../live/store/redis-store.ts'
import { findRedisServer, freePort, startRedisServer } from '../../scripts/lib/redis-server.ts'
import { startBalancer } from './balancer.ts'
import { Caller } from './caller.ts'
import { newFolder, serveOptions } from './harness.ts'
import { KEY } from './key.ts'
import { numberOf, PersistentPhone } from './persistent-phone.ts'
import { slideNo } from './sample-workshop.ts'
import { startServer } from './start-server-process.ts'

const PHONES = 300
const ANSWERS = 4

/** Keeps a phone's stream open through the balancer: whenever it ends, another is opened. Returns what ends that. */
function stayConnected(phone: PersistentPhone, base: string): () => Promise<void> {
  const over = new AbortController()
  let stream: Listener | undefined
  const staying = (async () => {
    while (!over.signal.aborted) {
      stream = await phone.at(base).listen('phone').catch(() => undefined)
      await stream?.ended
    }
  })()
  return async () => {
    over.abort()
    await stream?.close()
    await staying
  }
}

const executable = findRedisServer() ?? ''

it.runIf(executable)('three servers share a session: one dies, the presenter goes on through another, the store dies and comes back, and nothing is lost', async () => {
  const folder = newFolder()
  const redis = await startRedisServer(executable, folder)
  onTestFinished(() => redis.kill())
  const location = { dataDir: null, store: redis.url }
  const first = await startServer(folder, location)
  const second = await startServer(folder, location)
  const third = await startServer(folder, location)
  const balancer = await startBalancer([first, second, third].map(({ port }) => port))
  onTestFinished(() => balancer.close())

  const phones = Array.from({ length: PHONES }, () => new PersistentPhone())
  await Promise.all(phones.map(phone => phone.join(balancer.base)))
  const leave = phones.map(phone => stayConnected(phone, balancer.base))
  onTestFinished(async () => {
    await Promise.all(leave.map(end => end()))
  })
  const screen = await new Caller(third.base).listen('screen')
  const presenterAt = ({ base }: { base: string }): Caller => new Caller(base, { authorization: `Bearer ${KEY}` })
  /** The last number of phones that the screen was sent. */
  const phonesOnScreen = (): number | undefined => screen.events.map(({ data }) => 'phones' in data ? data.phones : undefined).findLast(phones => phones !== undefined) as number | undefined
  const answeredOnScreen = (): number | undefined => {
    const last = screen.events.findLast(event => event.name === 'progress')
    return last?.name === 'progress' ? last.data.poll?.answered : undefined
  }
  await expect.poll(phonesOnScreen, { timeout: 15_000 }).toBe(PHONES)

  // The presenter is on the first server, the screen on the third.
  const open = await presenterAt(first).send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 0 })
  expect(open.status).toBe(200)
  await screen.until(({ state }) => state.poll?.poll.id === 'fear' && state.poll.phase === 'open')

  const storm = Promise.all(phones.map(phone => phone.answer(balancer.base, ANSWERS)))
  const taken = (): number => phones.reduce((sum, { acknowledged }) => sum + Math.min(acknowledged, 1), 0)
  await expect.poll(taken, { timeout: 30_000 }).toBeGreaterThan(PHONES / 4)
  await first.kill()
  const next = await presenterAt(second).send('PUT', '/api/polls/lunch/hand-count', { counts: { soup: 2 } })
  expect(next.status).toBe(200)
  await redis.kill()
  await expect.poll(() => presenterAt(second).send('PUT', '/api/polls/lunch/hand-count', { counts: { soup: 3 } }).then(({ status }) => status)).toBe(507)
  await redis.restart()
  await storm
  await expect.poll(() => presenterAt(second).send('PUT', '/api/polls/lunch/hand-count', { counts: { soup: 4 } }).then(({ status }) => status)).toBe(200)

  // Every answer that was acknowledged counts once, and every phone is back.
  await expect.poll(answeredOnScreen, { timeout: 15_000 }).toBe(PHONES)
  await expect.poll(phonesOnScreen, { timeout: 15_000 }).toBe(PHONES)
  for (const clicks of [1, 2])
    expect((await presenterAt(second).send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks })).status).toBe(200)
  await screen.until(({ state }) => state.poll?.phase === 'revealed')
  expect(screen.state.poll).toMatchObject({ answered: PHONES, result: { kind: 'words', voters: PHONES } })

  const store = await openRedis(redis.url, 'team')
  const kept = await store.answers('fear', 1)
  await store.close()
  expect(new Set(kept.keys())).toEqual(new Set(phones.map(({ voter }) => voter)))
  phones.forEach(phone => phone.expectKept(numberOf(kept.get(phone.voter ?? ''))))
}, 180_000)

it.runIf(executable)('a request that comes while a server opens its store is answered', async () => {
  const folder = newFolder()
  const redis = await startRedisServer(executable, folder)
  onTestFinished(() => redis.kill())
  const port = await freePort()
  const opening = serveWorkshop(serveOptions({ dataDir: null, store: redis.url, port }))
  const answered: Promise<number> = (async () => {
    for (;;) {
      const status = await fetch(`http://127.0.0.1:${port}/api/health`).then(response => response.status, () => null)
      if (status !== null)
        return status
    }
  })()
  expect(await answered).toBe(200)
  await (await opening).close()
})
