import type { RoundKey } from '../domain/session.ts'
import type { Marks, Presence, SessionRecord, Store } from './store.ts'
import { randomBytes, randomInt } from 'node:crypto'
import * as v from 'valibot'
import { newSession } from '../domain/session.ts'
import { StoreConnection } from './redis-connection.ts'
import { ANSWER, CREATE, ERASE, MARK, PRESENCE, SAVE, TELL_PRESENCE } from './redis-scripts.ts'
import { PRESENCE_MS, StoreError } from './store.ts'
import { inJson, logLine, roundRecord, sessionRecord, sessionState, storedAnswer } from './stored-json.ts'
import { Subscribers } from './subscribers.ts'

/** How long exercise progress is stored: longer than any workshop, and not overnight. */
const MARKS_MS = 12 * 3_600_000
const said = ['not-open', 'changed', 'counted'] as const

const texts = v.array(v.string())
const presences = v.object({ phones: v.number(), following: v.number(), paused: v.number() })

const roundId = ({ poll, round }: RoundKey): string => `${poll}:${round}`
const byNumber = (a: RoundKey, b: RoundKey): number => a.poll < b.poll ? -1 : a.poll > b.poll ? 1 : a.round - b.round

/** Key of one part of a session: the braces keep all parts of it on one node. */
export const keyOf = (name: string, part: string): string => `fork:{${name}}:${part}`

/**
 * Opens a session in Redis or Valkey, or makes it when `create` is given and there is none. Any number of servers may
 * have it open.
 * @throws StoreError when the store cannot be reached, or has no such session and none is to be made
 */
export async function openRedis(url: string, name: string, create?: SessionRecord): Promise<Store> {
  const connection = await StoreConnection.open(url)
  try {
    const session = keyOf(name, 'session')
    if (create)
      await connection.run(CREATE, [session], [JSON.stringify(create), JSON.stringify(newSession(Date.parse(create.startedAt)))])
    else if (await connection.ask(client => client.exists(session)) === 0)
      throw new StoreError(`There is no session "${name}" in the store.`)
    const listeners = new Subscribers()
    await connection.listen(keyOf(name, 'changed'), () => listeners.tell())
    return redisStore(connection, name, listeners)
  }
  catch (error) {
    await connection.close()
    throw error
  }
}

function redisStore(connection: StoreConnection, name: string, listeners: Subscribers): Store {
  const key = (part: string): string => keyOf(name, part)
  const answersKey = (id: string): string => key(`answers:${id}`)
  const field = async (part: string): Promise<string> => {
    const value = await connection.ask(client => client.hGet(key('session'), part))
    if (value === null)
      throw new StoreError(`The session "${name}" is no longer in the store. Start another with --new.`)
    return value
  }
  function read<T>(part: string, schema: v.GenericSchema<unknown, T>, text: string): T {
    const { success, output } = v.safeParse(inJson(schema), text)
    if (!success)
      throw new StoreError(`The session "${name}" cannot be read: what the store holds as ${key(part)} was not written by this program.`)
    return output
  }
  const asked = (): Promise<string[]> => connection.ask(client => client.sMembers(key('asked')))

  return {
    record: async () => read('session', sessionRecord, await field('record')),
    async load() {
      const [state, version] = await connection.ask(client => client.hmGet(key('session'), ['state', 'version']))
      if (!state || !version)
        throw new StoreError(`The session "${name}" is no longer in the store. Start another with --new.`)
      return { version: Number(version), session: read('session', sessionState, state) }
    },
    async save(version, { session, open, log, rounds }) {
      const words = [String(version), JSON.stringify(session), open ? roundId(open) : '', key('changed'), String(log.length)]
      const lines = log.map(line => JSON.stringify(line))
      const kept = rounds.flatMap(round => [roundId(round), JSON.stringify(round)])
      return await connection.run(SAVE, ['session', 'log', 'rounds', 'asked'].map(key), [...words, ...lines, ...kept]) === 1
    },
    async log() {
      return (await connection.ask(client => client.lRange(key('log'), 0, -1))).map(line => read('log', logLine, line))
    },
    async rounds() {
      const kept = await connection.ask(client => client.hVals(key('rounds')))
      return kept.map(round => read('rounds', roundRecord, round)).sort(byNumber)
    },
    async answer(poll, round, voter, answer) {
      const id = roundId({ poll, round })
      const status = await connection.run(ANSWER, [key('session'), answersKey(id)], [id, voter, JSON.stringify(answer)])
      return said[Number(status)] ?? 'not-open'
    },
    async answers(poll, round) {
      const kept = await connection.ask(client => client.hGetAll(answersKey(roundId({ poll, round }))))
      return new Map(Object.entries(kept).map(([voter, answer]) => [voter, read('answers', storedAnswer, answer)]))
    },
    countAnswers: (poll, round) => connection.ask(client => client.hLen(answersKey(roundId({ poll, round })))),
    async answersBy(voter) {
      const rounds = (await asked()).map(keyFromId)
      const given = await Promise.all(rounds.map(round => connection.ask(client => client.hGet(answersKey(roundId(round)), voter))))
      return rounds.flatMap((round, i) => {
        const answer = given[i]
        return answer ? [{ ...round, answer: read('answers', storedAnswer, answer) }] : []
      })
    },
    subscribe: changed => listeners.add(changed),
    async tellPresence(server, presence) {
      await connection.run(TELL_PRESENCE, [key('servers')], [server, presence ? JSON.stringify(presence) : '', String(PRESENCE_MS)])
    },
    async presence() {
      const told = v.parse(texts, await connection.run(PRESENCE, [key('servers')], []))
      return told.map(text => read('servers', presences, text)).reduce<Presence>((sum, { phones, following, paused }) => ({
        phones: sum.phones + phones,
        following: sum.following + following,
        paused: sum.paused + paused,
      }), { phones: 0, following: 0, paused: 0 })
    },
    async mark(exercise, voter, stage) {
      await connection.run(MARK, [key('marks')], [`${voter} ${exercise}`, stage, String(MARKS_MS)])
    },
    async marks() {
      const marked = Object.entries(await connection.ask(client => client.hGetAll(key('marks'))))
      const marks: Record<string, Marks> = {}
      for (const [id, stage] of marked) {
        const mark = marks[id.slice(id.indexOf(' ') + 1)] ??= { began: 0, finished: 0 }
        mark.began++
        mark.finished += stage === 'finished' ? 1 : 0
      }
      return marks
    },
    async eraseVoters() {
      for (const id of await asked())
        await connection.run(ERASE, [answersKey(id)], [String(randomInt(2 ** 31)), `${randomBytes(12).toString('base64url')}-`])
      await connection.ask(client => client.unlink(key('marks')))
      await connection.rewriteLog()
    },
    async check() {
      await field('version')
    },
    close: () => connection.close(),
  }
}

function keyFromId(id: string): RoundKey {
  const end = id.lastIndexOf(':')
  return { poll: id.slice(0, end), round: Number(id.slice(end + 1)) }
}
