import type { Answer } from '../../live/domain/check-answer.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { RoundKey, Session } from '../../live/domain/session.ts'
import type { LogEntry } from '../../live/domain/timing.ts'
import type { Change, RoundRecord, SessionRecord, Store } from '../../live/store/store.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { newSession } from '../../live/domain/session.ts'
import { PRESENCE_MS } from '../../live/store/store.ts'

/** A place for the session of one test. */
export interface StorePlace {
  /** Opens one more client; the first time the session is made. */
  open: () => Promise<Store>
  /** Kills the store as a power cut does and starts it again; open clients are useless afterwards. Absent where nothing survives. */
  kill?: () => Promise<void>
  /** Ends everything that was started. */
  end?: () => Promise<void>
}

export interface ContractOptions {
  /** False where nothing outlives the last client. */
  lasts?: boolean
  /** Milliseconds in which a change by one client has reached another. */
  within?: number
}

export const record: SessionRecord = {
  name: 'team',
  startedAt: '2026-11-23T09:00:00.000Z',
  rehearsal: false,
  presenterKey: 'the-key-of-the-presenter',
  voterSecret: 'the-secret-of-the-voters',
}

export const lunch: Poll = { id: 'lunch', kind: 'single', question: 'Soup or salad?', purpose: 'Lunch.', options: [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad' }] }
const first = { poll: 'lunch', round: 1 }

/** A save that opens this round, or none, and adds `more`. */
export function change(session: Session, open: RoundKey | null, more: Partial<Change> = {}): Change {
  return { session, open, log: [], rounds: [], ...more }
}

/** Saves whatever the session is now with another round open. */
export async function opened(store: Store, open: RoundKey | null, more: Partial<Change> = {}): Promise<void> {
  const { version, session } = await store.load()
  expect(await store.save(version, change(session, open, more))).toBe(true)
}

/** The tests that every store has to pass. `makePlace` gives a new place for the session of this record. */
export function storeContract(name: string, makePlace: () => Promise<StorePlace> | StorePlace, { lasts = true, within = 1_000 }: ContractOptions = {}): void {
  interface Opened { store: Store, other: () => Promise<Store>, reopen: () => Promise<Store>, kill: () => Promise<Store> }

  /** A new session with `lunch` open, or nothing; everything is closed afterwards. */
  async function withStore(use: (opened: Opened) => Promise<void>, open: RoundKey | null = first): Promise<void> {
    const place = await makePlace()
    const clients = [await place.open()]
    const another = async (): Promise<Store> => {
      const client = await place.open()
      clients.push(client)
      return client
    }
    const closeAll = async (): Promise<void> => {
      await Promise.all(clients.splice(0).map(client => client.close().catch(() => {})))
    }
    try {
      const [store] = clients
      if (!store)
        throw new RangeError('no store')
      if (open)
        await opened(store, open)
      await use({
        store,
        other: another,
        async reopen() {
          await closeAll()
          return another()
        },
        async kill() {
          await place.kill?.()
          clients.splice(0)
          return another()
        },
      })
    }
    finally {
      await closeAll()
      await place.end?.()
    }
  }

  const full: Session = {
    ...newSession(1_700_000_000_000),
    position: { alias: 'lunch', clicks: 1, seq: 7 },
    activities: ['draw', 'sing'],
    choices: { 'toll': { way: 'to-people' }, 'a-b': { n: 1, yes: true, no: null } },
    rounds: [{ poll: 'lunch', round: 1, phase: 'open', meaning: '["single"]', openedAt: 1, closedAt: null, floor: 5, hands: { soup: 3 }, hidden: ['~tea', '~ø "x"'], labels: { '~a': '~b' }, comparedWith: null, settled: null, told: false }],
    done: ['an-id'],
  }

  describe(`${name}: a stored session`, () => {
    it('a session is loaded as it was created, and then as it was saved last', () => withStore(async ({ store, other, reopen }) => {
      expect(await store.record()).toEqual(record)
      expect(await store.load()).toEqual({ version: 1, session: newSession(Date.parse(record.startedAt)) })
      expect(await store.save(1, change(full, first))).toBe(true)
      expect(await store.load()).toEqual({ version: 2, session: full })
      expect(await (await other()).load()).toEqual({ version: 2, session: full })
      if (lasts) {
        const later = await reopen()
        expect(await later.load()).toEqual({ version: 2, session: full })
        expect(await later.record()).toEqual(record)
      }
    }, null))

    it('rounds and log lines are kept in their order', () => withStore(async ({ store, reopen }) => {
      const tally = { voters: 2, counts: { soup: 1, salad: 1 }, none: 0, words: [], movement: { pairs: 1, up: 1, same: 0, down: 0 }, unpaired: { before: 3, after: 1 } }
      const rounds: RoundRecord[] = [
        ...[2, 10, 1].map(round => ({ poll: 'lunch', round, asked: { ...lunch, question: `Soup, "salad" or '; DROP TABLE rounds; -- ${round}?` }, tally: null })),
        { poll: 'dinner', round: 1, asked: { ...lunch, id: 'dinner' }, tally },
      ]
      const lines: LogEntry[] = [1, 2, 3].map(n => ({ at: `2026-11-23T09:0${n}:00.000Z`, event: 'section', section: `part "${n}"` }))
      await opened(store, null, { rounds, log: lines.slice(0, 1) })
      await opened(store, null, { rounds: rounds.slice(0, 1).map(one => ({ ...one, tally })), log: lines.slice(1) })
      const client = lasts ? await reopen() : store
      expect((await client.rounds()).map(({ poll, round, tally }) => [poll, round, tally !== null])).toEqual([['dinner', 1, true], ['lunch', 1, false], ['lunch', 2, true], ['lunch', 10, false]])
      expect((await client.rounds())[0]).toEqual(rounds.at(-1))
      expect(await client.log()).toEqual(lines)
    }, null))

    it('a loaded session is a copy: changing it changes nothing stored', () => withStore(async ({ store }) => {
      const { session } = await store.load()
      Object.assign(session, { at: 99 })
      expect((await store.load()).session.at).not.toBe(99)
    }))
  })

  describe(`${name}: saves`, () => {
    it('a save over an older version stores nothing', () => withStore(async ({ store }) => {
      const { version, session } = await store.load()
      expect(await store.save(version, change({ ...session, at: 1 }, first))).toBe(true)
      for (const stale of [version, version + 2, 0]) {
        const other = change({ ...session, at: 2 }, null, { log: [{ at: record.startedAt, event: 'start', section: 'a' }], rounds: [{ ...first, asked: lunch, tally: null }] })
        expect(await store.save(stale, other)).toBe(false)
      }
      expect(await store.load()).toMatchObject({ version: version + 1, session: { at: 1 } })
      expect([await store.log(), await store.rounds()]).toEqual([[], []])
      expect(await store.answer('lunch', 1, 'ada', 'soup')).toBe('counted')
    }))

    it('one of two racing saves wins, the other decides again, and nothing is lost', () => withStore(async ({ store, other }) => {
      const clients = [store, await other(), await other()]
      const addTo = async (client: Store, what: string): Promise<void> => {
        for (;;) {
          const { version, session } = await client.load()
          if (await client.save(version, change({ ...session, activities: [...session.activities, what] }, first)))
            return
        }
      }
      const names = Array.from({ length: 30 }, (_, i) => `n${i}`)
      await Promise.all(names.map((what, i) => addTo(clients[i % 3] ?? store, what)))
      const { session: { activities }, version } = await store.load()
      expect([...activities].sort()).toEqual([...names].sort())
      expect(version).toBe(32)
    }))

    it('every client is told of a save until it unsubscribes', () => withStore(async ({ store, other }) => {
      const far = await other()
      const [near, there, gone] = [vi.fn(), vi.fn(), vi.fn()]
      store.subscribe(near)
      far.subscribe(there)
      const end = far.subscribe(gone)
      end()
      await opened(store, first)
      await vi.waitFor(() => expect([near, there].map(({ mock }) => mock.calls.length > 0)).toEqual([true, true]), { timeout: within, interval: 5 })
      const heard = near.mock.calls.length
      await opened(far, first)
      await vi.waitFor(() => expect(near.mock.calls.length).toBeGreaterThan(heard), { timeout: within, interval: 5 })
      expect(gone).not.toHaveBeenCalled()
    }))

    it('a client that was told of a save finds it', () => withStore(async ({ store, other }) => {
      const far = await other()
      const seen = new Promise<number>(resolve => far.subscribe(() => void far.load().then(({ session }) => resolve(session.at))))
      const { version, session } = await store.load()
      await store.save(version, change({ ...session, at: 4_711 }, first))
      expect(await seen).toBe(4_711)
    }))
  })

  describe(`${name}: answers`, () => {
    it('the last answer of a voter counts in a round', () => withStore(async ({ store, other }) => {
      expect(await store.answer('lunch', 1, 'ada', 'soup')).toBe('counted')
      expect(await (await other()).answer('lunch', 1, 'ada', 'salad')).toBe('changed')
      expect(await store.answer('lunch', 1, 'bob', 'soup')).toBe('counted')
      expect(await store.answers('lunch', 1)).toEqual(new Map([['ada', 'salad'], ['bob', 'soup']]))
      expect(await store.countAnswers('lunch', 1)).toBe(2)
      expect(await store.answersBy('ada')).toEqual([{ ...first, answer: 'salad' }])
      expect(await store.answersBy('eve')).toEqual([])
    }))

    it('every kind of answer is stored as it was given', () => withStore(async ({ store, reopen }) => {
      const given: Answer[] = ['soup', ['soup', 'salad'], [], 4, 'a "quoted"\nline – ümlaut 👩‍💻', '']
      for (const [i, answer] of given.entries())
        await store.answer('lunch', 1, `voter-${i}`, answer)
      const client = lasts ? await reopen() : store
      const kept = await client.answers('lunch', 1)
      expect(given.map((_, i) => kept.get(`voter-${i}`))).toEqual(given)
    }))

    it.each<[string, RoundKey | null]>([['no round', null], ['another poll', { poll: 'dinner', round: 1 }], ['a later round', { poll: 'lunch', round: 2 }]])('an answer is refused and not written while %s is open', (_, open) => withStore(async ({ store }) => {
      expect(await store.answer('lunch', 1, 'ada', 'soup')).toBe('not-open')
      expect(await store.countAnswers('lunch', 1)).toBe(0)
      expect(await store.answersBy('ada')).toEqual([])
    }, open))

    it('an answer after the close changes nothing, and one after opening again counts', () => withStore(async ({ store, other }) => {
      await store.answer('lunch', 1, 'ada', 'soup')
      await opened(await other(), null)
      expect(await store.answer('lunch', 1, 'ada', 'salad')).toBe('not-open')
      expect(await store.answers('lunch', 1)).toEqual(new Map([['ada', 'soup']]))
      await opened(store, first)
      expect(await store.answer('lunch', 1, 'ada', 'salad')).toBe('changed')
    }))

    it('answers of one round are apart from those of another', () => withStore(async ({ store }) => {
      await store.answer('lunch', 1, 'ada', 'soup')
      await opened(store, { poll: 'lunch', round: 2 })
      await store.answer('lunch', 2, 'ada', 'salad')
      expect([await store.countAnswers('lunch', 1), await store.countAnswers('lunch', 2)]).toEqual([1, 1])
      const mine = await store.answersBy('ada')
      expect(mine.toSorted((a, b) => a.round - b.round)).toEqual([{ ...first, answer: 'soup' }, { poll: 'lunch', round: 2, answer: 'salad' }])
    }))

    it('300 answers at once over two clients are all counted', () => withStore(async ({ store, other }) => {
      const clients = [store, await other()]
      const said = await Promise.all(Array.from({ length: 300 }, (_, i) => (clients[i % 2] ?? store).answer('lunch', 1, `voter-${i}`, 'soup')))
      expect(said.every(status => status === 'counted')).toBe(true)
      expect(await store.countAnswers('lunch', 1)).toBe(300)
    }))

    it('an answer that races the close is counted or refused, never both and never lost, a thousand times', () => withStore(async ({ store, other }) => {
      const far = await other()
      let refused = 0
      for (let round = 1; round <= 50; round++) {
        await opened(store, { poll: 'lunch', round })
        const answers = Array.from({ length: 20 }, async (_, i) => {
          for (let turn = Math.random() * (i < 10 ? 8 : 400); turn > 1; turn--)
            await nextTurn()
          return (i % 2 ? store : far).answer('lunch', round, `voter-${i}`, 'soup')
        })
        for (let turn = Math.random() * 6; turn > 1; turn--)
          await nextTurn()
        const closing = opened(round % 2 ? store : far, null)
        const said = await Promise.all(answers)
        await closing
        refused += said.filter(status => status === 'not-open').length
        const kept = await store.answers('lunch', round)
        expect([...kept.keys()].sort()).toEqual(said.flatMap((status, i) => status === 'counted' ? [`voter-${i}`] : []).sort())
      }
      expect(refused).toBeGreaterThan(0)
    }))

    it('exactly the acknowledged answers are kept, in any order of answers, closes and opens', () => fc.assert(fc.asyncProperty(
      fc.array(fc.oneof(
        { weight: 6, arbitrary: fc.record({ voter: fc.constantFrom('ada', 'bob', 'cem'), answer: fc.constantFrom('soup', 'salad') }) },
        { weight: 2, arbitrary: fc.constantFrom<'close' | 'open'>('close', 'open') },
      ), { maxLength: 40 }),
      steps => withStore(async ({ store }) => {
        const expected = new Map<string, Answer>()
        let isOpen = true
        let version = (await store.load()).version
        const { session } = await store.load()
        const claims: Promise<void>[] = []
        for (const step of steps) {
          if (typeof step === 'string') {
            isOpen = step === 'open'
            claims.push(store.save(version++, change(session, isOpen ? first : null)).then(saved => expect(saved).toBe(true)))
          }
          else {
            const status = isOpen ? (expected.has(step.voter) ? 'changed' : 'counted') : 'not-open'
            if (isOpen)
              expected.set(step.voter, step.answer)
            claims.push(store.answer('lunch', 1, step.voter, step.answer).then(said => expect(said).toBe(status)))
          }
        }
        await Promise.all(claims)
        expect(await store.answers('lunch', 1)).toEqual(expected)
      }),
    ), { numRuns: 20 }))
  })

  describe(`${name}: reads`, () => {
    it('a read sees every write that was called before it', () => withStore(async ({ store }) => {
      const writing = store.answer('lunch', 1, 'ada', 'soup')
      expect(await store.countAnswers('lunch', 1)).toBe(1)
      expect(await store.answersBy('ada')).toHaveLength(1)
      await writing
    }))
  })

  // What is only in memory ends with its process.
  if (lasts) {
    describe(`${name}: restarts`, () => {
      it('answers and their voters outlive closing and opening', () => withStore(async ({ store, reopen }) => {
        await store.answer('lunch', 1, 'ada', 'soup')
        const later = await reopen()
        expect(await later.answer('lunch', 1, 'ada', 'salad')).toBe('changed')
        expect(await later.answers('lunch', 1)).toEqual(new Map([['ada', 'salad']]))
      }))

      it('writes under way while the store closes are kept', () => withStore(async ({ store, reopen }) => {
        const under = Promise.all(['ada', 'bob'].map(voter => store.answer('lunch', 1, voter, 'soup')))
        const later = await reopen()
        expect(await under).toEqual(['counted', 'counted'])
        expect(await later.countAnswers('lunch', 1)).toBe(2)
      }))

      it('every acknowledged answer and save outlives a kill, once', () => withStore(async ({ store, kill }) => {
        const said = await Promise.all(Array.from({ length: 40 }, (_, i) => store.answer('lunch', 1, `voter-${i}`, `answer ${i}`)))
        await opened(store, first, { log: [{ at: record.startedAt, event: 'start', section: 'a' }] })
        const before = await store.load()
        void store.answer('lunch', 1, 'nobody-was-told', 'x').catch(() => {})
        const later = await kill()
        const kept = await later.answers('lunch', 1)
        expect(said.every((_, i) => kept.get(`voter-${i}`) === `answer ${i}`)).toBe(true)
        expect(await later.load()).toEqual(before)
        expect(await later.log()).toHaveLength(1)
        expect(await later.answer('lunch', 1, 'voter-0', 'again')).toBe('changed')
      }))
    })
  }

  describe(`${name}: presence`, () => {
    it('connections are summed over all servers, until they leave', () => withStore(async ({ store, other }) => {
      const far = await other()
      await store.tellPresence('one', { phones: 3, following: 1, paused: 0 })
      await far.tellPresence('two', { phones: 4, following: 1, paused: 2 })
      await far.tellPresence('two', { phones: 5, following: 1, paused: 2 })
      expect(await store.presence()).toEqual({ phones: 8, following: 2, paused: 2 })
      await far.tellPresence('two', null)
      expect(await store.presence()).toEqual({ phones: 3, following: 1, paused: 0 })
    }))

    it('a server that died is forgotten', () => withStore(async ({ store, other }) => {
      const far = await other()
      await far.tellPresence('two', { phones: 4, following: 0, paused: 0 })
      expect((await store.presence()).phones).toBe(4)
      await vi.waitFor(async () => expect((await store.presence()).phones).toBe(0), { timeout: PRESENCE_MS + 2_000, interval: 100 })
    }))

    it('progress of exercises counts each voter once', () => withStore(async ({ store, other }) => {
      const far = await other()
      expect(await store.marks()).toEqual({})
      await store.mark('draw', 'ada', 'began')
      await far.mark('draw', 'ada', 'began')
      await far.mark('draw', 'bob', 'finished')
      await store.mark('sing', 'ada', 'began')
      expect(await far.marks()).toEqual({ draw: { began: 2, finished: 1 }, sing: { began: 1, finished: 0 } })
    }))
  })

  describe(`${name}: erasing voters`, () => {
    it('every answer is kept and linked to nobody; erasing twice changes nothing more', () => withStore(async ({ store, reopen }) => {
      const second = { poll: 'dinner', round: 1 }
      const voters = ['ada', 'bob', 'cem']
      for (const voter of voters)
        await store.answer('lunch', 1, voter, 'soup')
      await opened(store, second)
      for (const voter of voters)
        await store.answer('dinner', 1, voter, 'salad')
      await store.mark('draw', 'ada', 'began')
      for (let times = 0; times < 2; times++) {
        await store.eraseVoters()
        const client = lasts && times === 1 ? await reopen() : store
        const [atLunch, atDinner] = [await client.answers('lunch', 1), await client.answers('dinner', 1)]
        expect([...atLunch.values()]).toEqual(['soup', 'soup', 'soup'])
        expect([...atDinner.values()]).toEqual(['salad', 'salad', 'salad'])
        const ids = [...atLunch.keys(), ...atDinner.keys()]
        expect(new Set(ids).size).toBe(6)
        expect(ids.filter(id => voters.includes(id))).toEqual([])
        expect(await client.answersBy('ada')).toEqual([])
        expect(await client.marks()).toEqual({})
      }
    }))
  })

  describe(`${name}: the check`, () => {
    it('the check passes while the store works, and fails once it was closed', () => withStore(async ({ store, other }) => {
      const far = await other()
      await expect(store.check()).resolves.toBeUndefined()
      await far.close()
      await expect(store.check()).resolves.toBeUndefined()
      await expect(far.check()).rejects.toThrow(/\.$/)
    }))
  })
}
