import type { SessionRepository } from './repository.ts'
import type { SessionRecord, Store } from './store.ts'
import * as v from 'valibot'
import { StoreConnection } from './redis-connection.ts'
import { SERVERS } from './redis-scripts.ts'
import { keyOf, openRedis } from './redis-store.ts'
import { StoreError } from './store.ts'
import { inJson, sessionRecord } from './stored-json.ts'

const COUNT = 500

/** Sessions in a Redis or Valkey that several servers share. `sort` keeps rehearsals apart. */
export function redisRepository(url: string, sort: 'sessions' | 'rehearsals'): SessionRepository {
  const prefix = sort === 'sessions' ? '' : `${sort}/`

  /** Opens a connection for one question: such questions are few. */
  async function ask<T>(question: (connection: StoreConnection) => Promise<T>): Promise<T> {
    const connection = await StoreConnection.open(url)
    try {
      return await question(connection)
    }
    finally {
      await connection.close()
    }
  }

  async function keysLike(connection: StoreConnection, pattern: string): Promise<string[]> {
    const found = new Set<string>()
    let cursor = '0'
    do {
      const page = await connection.ask(client => client.scan(cursor, { MATCH: pattern, COUNT }))
      page.keys.forEach(key => found.add(key))
      cursor = String(page.cursor)
    } while (cursor !== '0')
    return [...found]
  }

  const isRunning = async (connection: StoreConnection, name: string): Promise<boolean> =>
    Number(await connection.run(SERVERS, [keyOf(prefix + name, 'servers')], [])) > 0
  const open = (name: string, record?: SessionRecord): Promise<Store> => openRedis(url, prefix + name, record)

  return {
    names: () => ask(async (connection) => {
      const keys = (await keysLike(connection, keyOf('*', 'session'))).map(key => key.slice(keyOf('', '').indexOf('}'), -'}:session'.length))
      const own = keys.filter(key => sort === 'sessions' ? !key.startsWith('rehearsals/') : key.startsWith(prefix))
      const begun = await Promise.all(own.map(async (key) => {
        const { success, output } = v.safeParse(inJson(sessionRecord), await connection.ask(client => client.hGet(keyOf(key, 'session'), 'record')))
        return { name: key.slice(prefix.length), startedAt: success ? output.startedAt : '' }
      }))
      return begun.sort((a, b) => a.startedAt < b.startedAt ? 1 : -1).map(({ name }) => name)
    }),
    open,
    openIdle: name => ask(async connection => await isRunning(connection, name) ? null : open(name)).catch(() => null),
    create: record => open(record.name, record),
    refuseRunning: name => ask(async (connection) => {
      if (await isRunning(connection, name))
        throw new StoreError(`The session "${name}" is in use: a server runs it. Stop that first.`)
    }),
    delete: name => ask(async (connection) => {
      for (const key of await keysLike(connection, keyOf(prefix + name, '*')))
        await connection.ask(client => client.unlink(key))
    }),
  }
}
