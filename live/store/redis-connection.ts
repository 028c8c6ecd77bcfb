import type { RedisClientType } from 'redis'
import { setTimeout as wait } from 'node:timers/promises'
import { StoreError } from './store.ts'

/** How long a first connection may take, and how long a connection may be silent before it counts as lost. */
const PATIENCE_MS = 5_000
const PING_MS = 2_000
const LONGEST_PAUSE_MS = 1_000
const LOOKS = 600

type Client = RedisClientType<Record<string, never>, Record<string, never>, Record<string, never>, 2>

/** Loads the client only where it is needed: sessions in files do without it. */
async function connect(url: string): Promise<Client> {
  const { createClient } = await import('redis')
  return createClient({
    url,
    RESP: 2,
    // Refuse at once what cannot be sent: a phone waiting on a queue would look as if its answer were lost.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      reconnectStrategy: tries => Math.min(50 * 2 ** tries, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2),
    },
  })
}

/** Two connections to a Redis or Valkey: one that asks, one that listens. Both come back by themselves. */
export class StoreConnection {
  readonly #client: Client
  readonly #listener: Client
  readonly #where: string

  private constructor(client: Client, listener: Client, where: string) {
    this.#client = client
    this.#listener = listener
    this.#where = where
  }

  /** @throws StoreError when `url` is none, or nobody answers there */
  static async open(url: string): Promise<StoreConnection> {
    const where = placeOf(url)
    const clients = [await connect(url), await connect(url)] as const
    // An error without a listener would end the process. The calls that fail say what happened.
    clients.forEach(client => client.on('error', () => {}))
    try {
      await Promise.race([
        Promise.all(clients.map(client => client.connect())),
        Promise.race(clients.map(client => new Promise<never>((_, reject) => client.once('error', reject)))),
      ])
    }
    catch (error) {
      clients.forEach(client => client.destroy())
      throw new StoreError(`The store at ${where} cannot be reached (${reasonOf(error)}). Is it running, and are its address and password right?`)
    }
    return new StoreConnection(clients[0], clients[1], where)
  }

  /** @throws StoreError when the store cannot be asked, or its reply was lost */
  async ask<T>(question: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await question(this.#client)
    }
    catch (error) {
      throw new StoreError(`The store at ${this.#where} could not do this (${reasonOf(error)}). It is tried again by itself.`, { cause: error })
    }
  }

  /** Runs a script in one step. */
  run(script: string, keys: string[], words: string[]): Promise<unknown> {
    return this.ask<unknown>(client => client.eval(script, { keys, arguments: words }))
  }

  /** Calls `heard` for every message, and after every reconnection, since messages may have been missed. */
  async listen(channel: string, heard: () => void): Promise<void> {
    await this.#listener.subscribe(channel, heard)
    this.#listener.on('ready', heard)
  }

  /** Has the append-only log written anew, so that it holds nothing that was replaced. */
  async rewriteLog(): Promise<void> {
    for (let look = 0; look < LOOKS; look++) {
      const running = await this.ask(client => client.info('persistence'))
      if (!/aof_enabled:1/.test(running))
        return
      if (!/aof_rewrite_(?:in_progress|scheduled):1/.test(running)) {
        await this.ask(client => client.sendCommand(['BGREWRITEAOF']))
        return
      }
      await wait(100)
    }
  }

  async close(): Promise<void> {
    for (const client of [this.#client, this.#listener])
      await client.close().catch(() => client.destroy())
  }
}

/** Host and port without a password. @throws StoreError for what is no address of a store */
function placeOf(url: string): string {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    throw new StoreError('The address of the store is none. Write it as redis://HOST:6379, or as rediss:// with TLS.')
  return new URL(url).host
}

function reasonOf(error: unknown): string {
  return error instanceof AggregateError ? reasonOf(error.errors[0]) : error instanceof Error ? error.message : String(error)
}
