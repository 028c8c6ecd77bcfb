import type { Answer } from '../domain/check-answer.ts'
import type { RoundKey } from '../domain/session.ts'
import type { LogEntry } from '../domain/timing.ts'
import type { RoundRecord, SessionRecord, Store, Versioned } from './store.ts'
import { randomUUID } from 'node:crypto'
import { newSession } from '../domain/session.ts'
import { StoreError } from './store.ts'
import { Watchers } from './watchers.ts'

const keyOf = ({ poll, round }: RoundKey): string => `${poll} ${round}`

/**
 * A session in this process's memory, for tests and for authors: nothing of it is kept. Each call of the returned
 * function opens one more client.
 */
export function memorySession(record: SessionRecord): () => Store {
  const watchers = new Watchers()
  let saved: Versioned = { version: 1, session: newSession(Date.parse(record.startedAt)) }
  let open: RoundKey | null = null
  let answers = new Map<string, Map<string, Answer>>()
  const log: LogEntry[] = []
  const rounds = new Map<string, RoundRecord>()
  const answersOf = (key: RoundKey): Map<string, Answer> => answers.get(keyOf(key)) ?? new Map<string, Answer>()

  return () => {
    const ends: (() => void)[] = []
    let isClosed = false
    /** Copies values in and out, as a file would. */
    async function once<T>(work: () => T): Promise<T> {
      if (isClosed)
        throw new StoreError('This session was closed.')
      return structuredClone(work())
    }
    return {
      record: () => once(() => record),
      load: () => once(() => saved),
      save: (version, change) => once(() => {
        if (version !== saved.version)
          return false
        const { session, open: next, log: lines, rounds: kept } = structuredClone(change)
        saved = { version: version + 1, session }
        open = next
        log.push(...lines)
        kept.forEach(round => rounds.set(keyOf(round), round))
        watchers.changed()
        return true
      }),
      log: () => once(() => log),
      rounds: () => once(() => [...rounds.values()].sort((a, b) => a.poll === b.poll ? a.round - b.round : a.poll < b.poll ? -1 : 1)),
      answer: (poll, round, voter, answer) => once(() => {
        if (open?.poll !== poll || open.round !== round)
          return 'not-open'
        const given = answersOf(open)
        const status = given.has(voter) ? 'changed' : 'counted'
        answers.set(keyOf(open), given.set(voter, answer))
        return status
      }),
      answers: (poll, round) => once(() => answersOf({ poll, round })),
      countAnswers: (poll, round) => once(() => answersOf({ poll, round }).size),
      answersBy: voter => once(() => [...answers].flatMap(([key, given]) => {
        const [poll = '', round] = key.split(' ')
        const answer = given.get(voter)
        return answer === undefined ? [] : [{ poll, round: Number(round), answer }]
      })),
      subscribe(changed) {
        const end = watchers.subscribe(changed)
        ends.push(end)
        return end
      },
      tellPresence: async (server, presence) => once(() => watchers.tellPresence(server, presence)),
      presence: () => once(() => watchers.presence()),
      mark: async (exercise, voter, stage) => once(() => watchers.mark(exercise, voter, stage)),
      marks: () => once(() => watchers.marks()),
      eraseVoters: () => once(() => {
        answers = new Map([...answers].map(([key, given]) => [key, new Map([...given.values()].map(answer => [randomUUID(), answer]))]))
        watchers.forget()
      }),
      check: () => once(() => {}),
      async close() {
        isClosed = true
        ends.forEach(end => end())
      },
    }
  }
}
