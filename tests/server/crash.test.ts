import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../../live/store/sqlite.ts'
import { Caller } from './caller.ts'
import { KEY, newFolder } from './harness.ts'
import { slideNo } from './workshop.ts'

const ROUNDS = 20
const PHONES = 40
const ANSWERS = 15

interface Server { base: string, kill: () => Promise<void> }

async function start(dataDir: string, pages: string): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-server.ts'), dataDir, pages, KEY], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const port = await Promise.race([
    once(child.stdout, 'data').then(String),
    exited.then(() => Promise.reject(new Error('the server did not start'))),
  ])
  return { base: `http://127.0.0.1:${port.trim()}`, kill }
}

/** A phone that answers with numbers that grow, and what it was told of them. */
class Phone {
  sent = 0
  acknowledged = 0
  readonly #cookies = new Map<string, string>()

  get voter(): string | undefined {
    return [...this.#cookies.values()][0]?.split('.')[0]
  }

  /** Sends one answer after the other until the server is gone. */
  async answer(base: string, onAcknowledged: () => void): Promise<void> {
    for (let n = 0; n < ANSWERS; n++) {
      this.sent++
      const reply = await this.#at(base).answer('fear', `answer ${this.sent}`).catch(() => null)
      if (reply === null)
        return
      expect(reply.status).toBe(200)
      this.acknowledged = this.sent
      onAcknowledged()
    }
  }

  /** The number of this phone's answer that is kept; 0 for none. */
  async kept(base: string): Promise<number> {
    const { mine } = (await this.#at(base).state()).json
    return mine.fear ? Number(String(mine.fear.answer).replace('answer ', '')) : 0
  }

  async join(base: string): Promise<void> {
    const caller = this.#at(base)
    await caller.open()
    caller.cookies.forEach((value, name) => this.#cookies.set(name, value))
  }

  #at(base: string): Caller {
    const caller = new Caller(base)
    this.#cookies.forEach((value, name) => caller.cookies.set(name, value))
    return caller
  }
}

it(`${ROUNDS} times killed in the middle of a storm: every acknowledged answer is there, and none that was not sent`, async () => {
  const folder = newFolder()
  const [dataDir, pages] = [join(folder, 'data'), join(folder, 'pages')]
  mkdirSync(pages)
  const phones = Array.from({ length: PHONES }, () => new Phone())
  for (let round = 0; round < ROUNDS; round++) {
    const server = await start(dataDir, pages)
    if (round === 0) {
      await new Caller(server.base, { authorization: `Bearer ${KEY}` }).send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 0 })
      await Promise.all(phones.map(phone => phone.join(server.base)))
    }
    for (const phone of phones) {
      const kept = await phone.kept(server.base)
      expect(kept).toBeGreaterThanOrEqual(phone.acknowledged)
      expect(kept).toBeLessThanOrEqual(phone.sent)
    }
    const enough = Promise.withResolvers<void>()
    let left = Math.ceil(Math.random() * PHONES * ANSWERS * 0.7)
    const storm = Promise.all(phones.map(phone => phone.answer(server.base, () => {
      if (--left === 0)
        enough.resolve()
    })))
    await enough.promise
    await server.kill()
    await storm
  }

  const [file = ''] = readdirSync(dataDir).filter(name => name.endsWith('.sqlite'))
  const store = await openSqlite(join(dataDir, file))
  const kept = await store.answers('fear', 1)
  expect(await store.log()).toMatchObject([{ event: 'start', section: 'middle' }])
  await store.close()
  expect(new Set(kept.keys())).toEqual(new Set(phones.map(phone => phone.voter)))
  for (const phone of phones) {
    const number = Number(String(kept.get(phone.voter ?? '')).replace('answer ', ''))
    expect(number).toBeGreaterThanOrEqual(phone.acknowledged)
    expect(number).toBeLessThanOrEqual(phone.sent)
  }
}, 180_000)
