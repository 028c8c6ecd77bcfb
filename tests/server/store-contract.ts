import type { Answer } from '../../live/domain/answers.ts'
import type { Poll } from '../../live/domain/polls.ts'
import type { Phase } from '../../live/domain/state.ts'
import type { LogEntry } from '../../live/domain/timing.ts'
import type { RoundRecord, SessionRecord, Store } from '../../live/store/store.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Somewhere a session is kept. */
export interface Place {
  /** Opens it; the first time it is made. Nobody else has it open. */
  open: () => Promise<Store>
}

export const record: SessionRecord = {
  name: 'team',
  startedAt: '2026-11-23T09:00:00.000Z',
  endedAt: null,
  rehearsal: false,
  presenterKey: 'the-key-of-the-presenter',
  voterSecret: 'the-secret-of-the-voters',
  position: null,
  activities: [],
}

const lunch: Poll = { id: 'lunch', kind: 'single', question: 'Soup or salad?', purpose: 'Lunch.', options: [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad' }] }
const dinner: Poll = { ...lunch, id: 'dinner' }

export function round(poll: Poll, phase: Phase, changes: Partial<RoundRecord> = {}): RoundRecord {
  return { poll, round: 1, phase, openedAt: null, closedAt: null, floor: 5, hands: null, hidden: [], movement: null, ...changes }
}

/** What any store must do. `makePlace` gives a new place for the session of this record. */
export function storeContract(name: string, makePlace: (session: SessionRecord) => Place): void {
  /** Opens a new store with `lunch` in a phase, and closes it afterwards. */
  async function withStore(phase: Phase, use: (store: Store, reopen: () => Promise<Store>) => Promise<void>): Promise<void> {
    const place = makePlace(record)
    let store = await place.open()
    try {
      await store.saveRound(round(lunch, phase))
      await use(store, async () => {
        await store.close()
        store = await place.open()
        return store
      })
    }
    finally {
      await store.close()
    }
  }

  describe(`${name} keeps a session`, () => {
    it('as it was made, and what changed since', () => withStore('waiting', async (store, reopen) => {
      expect(await store.session()).toEqual(record)
      const position = { alias: 'lunch', clicks: 1, seq: 7 }
      await store.updateSession({ position, activities: ['draw', 'sing'] })
      expect(await store.session()).toEqual({ ...record, position, activities: ['draw', 'sing'] })
      await store.updateSession({ endedAt: '2026-11-23T11:00:00.000Z' })
      const later = await reopen()
      expect(await later.session()).toEqual({ ...record, position, activities: ['draw', 'sing'], endedAt: '2026-11-23T11:00:00.000Z' })
      await later.updateSession({ position: null })
      expect((await later.session()).position).toBeNull()
    }))

    it('with every round, in the order they were asked', () => withStore('open', async (store, reopen) => {
      const rounds = [
        round(dinner, 'waiting'),
        round(lunch, 'revealed', { openedAt: '2026-11-23T09:10:00.000Z', closedAt: '2026-11-23T09:12:00.000Z', floor: 2, hands: { soup: 3, salad: 0 }, hidden: ['~tea', '~ø'], movement: { pairs: 1, up: 1, same: 0, down: 0, before: { 1: 1 }, after: { 2: 1 } } }),
        ...[2, 3, 10].map(n => round({ ...lunch, question: `Soup, "salad" or '; DROP TABLE rounds; -- ${n}?` }, 'closed', { round: n })),
      ]
      for (const one of rounds.toReversed())
        await store.saveRound(one)
      expect(await store.rounds()).toEqual(rounds)
      expect(await (await reopen()).rounds()).toEqual(rounds)
    }))
  })

  describe(`${name} keeps a log`, () => {
    const lines: LogEntry[] = [
      { at: '2026-11-23T09:05:00.000Z', event: 'start', section: 'welcome' },
      { at: '2026-11-23T09:20:00.000Z', event: 'section', section: 'middle' },
      { at: '2026-11-23T09:20:00.000Z', event: 'pause', section: 'middle' },
      { at: '2026-11-23T09:10:00.000Z', event: 'resume', section: 'middle' },
      { at: '2026-11-23T10:00:00.000Z', event: 'end', section: 'middle' },
    ]

    it('empty at first, then every line in the order it was added, whatever its time', () => withStore('waiting', async (store, reopen) => {
      expect(await store.log()).toEqual([])
      for (const line of lines)
        await store.addToLog(line)
      expect(await store.log()).toEqual(lines)
      const later = await reopen()
      expect(await later.log()).toEqual(lines)
      await later.addToLog({ at: '2026-11-23T10:05:00.000Z', event: 'start', section: 'welcome' })
      expect(await later.log()).toHaveLength(lines.length + 1)
    }))

    it('in the order of the calls, also when nobody waits between them', () => withStore('waiting', async (store) => {
      const adding = Promise.all(lines.map(line => store.addToLog(line)))
      expect(await store.log()).toEqual(lines)
      await adding
    }))
  })

  describe(`${name} decides an answer`, () => {
    it('one for each voter, the last one', () => withStore('open', async (store) => {
      expect(await store.answer('lunch', 1, 'ada', 'soup')).toBe('counted')
      expect(await store.answer('lunch', 1, 'ada', 'salad')).toBe('changed')
      expect(await store.answer('lunch', 1, 'ada', 'salad')).toBe('changed')
      expect(await store.answer('lunch', 1, 'bob', 'soup')).toBe('counted')
      expect(await store.answers('lunch', 1)).toEqual(new Map([['ada', 'salad'], ['bob', 'soup']]))
      expect(await store.countAnswers('lunch', 1)).toBe(2)
    }))

    it('of each sort, as it was given', () => withStore('open', async (store, reopen) => {
      const given: Answer[] = ['soup', ['soup', 'salad'], 4, 'a "quoted"\nline – ümlaut 👩‍💻', '']
      for (const [i, answer] of given.entries())
        await store.answer('lunch', 1, `voter-${i}`, answer)
      expect([...(await (await reopen()).answers('lunch', 1)).values()]).toEqual(given)
    }))

    it.each<Phase>(['waiting', 'closed', 'revealed'])('and writes nothing while the round is %s', phase => withStore(phase, async (store) => {
      expect(await store.answer('lunch', 1, 'ada', 'soup')).toBe('not-open')
      expect(await store.countAnswers('lunch', 1)).toBe(0)
      expect(await store.answersBy('ada')).toEqual([])
    }))

    it('and changes nothing once the round is closed', () => withStore('open', async (store) => {
      await store.answer('lunch', 1, 'ada', 'soup')
      await store.saveRound(round(lunch, 'closed'))
      expect(await store.answer('lunch', 1, 'ada', 'salad')).toBe('not-open')
      expect(await store.answers('lunch', 1)).toEqual(new Map([['ada', 'soup']]))
    }))

    it('and knows no poll or round that was not saved', () => withStore('open', async (store) => {
      expect(await store.answer('supper', 1, 'ada', 'soup')).toBe('not-open')
      expect(await store.answer('lunch', 2, 'ada', 'soup')).toBe('not-open')
    }))

    it('for one round, whatever happens in another', () => withStore('closed', async (store) => {
      await store.saveRound(round(lunch, 'open', { round: 2 }))
      await store.saveRound(round(dinner, 'open'))
      await store.answer('lunch', 2, 'ada', 'soup')
      await store.answer('dinner', 1, 'ada', 'salad')
      expect(await store.countAnswers('lunch', 1)).toBe(0)
      const mine = await store.answersBy('ada')
      expect(mine.toSorted((a, b) => a.poll < b.poll ? -1 : 1)).toEqual([{ poll: 'dinner', round: 1, answer: 'salad' }, { poll: 'lunch', round: 2, answer: 'soup' }])
    }))

    it('for 300 at once, all of them', () => withStore('open', async (store) => {
      const said = await Promise.all(Array.from({ length: 300 }, (_, i) => store.answer('lunch', 1, `voter-${i}`, 'soup')))
      expect(said.every(status => status === 'counted')).toBe(true)
      expect(await store.countAnswers('lunch', 1)).toBe(300)
    }))

    it('in one step with the phase: what was acknowledged is what is kept, in any order of answers, closes and opens', () => fc.assert(fc.asyncProperty(
      fc.array(fc.oneof(
        { weight: 6, arbitrary: fc.record({ voter: fc.constantFrom('ada', 'bob', 'cem'), answer: fc.constantFrom('soup', 'salad') }) },
        { weight: 2, arbitrary: fc.constantFrom<Phase>('closed', 'open') },
        { weight: 1, arbitrary: fc.constant('next turn' as const) },
      ), { maxLength: 40 }),
      steps => withStore('open', async (store) => {
        const expected = new Map<string, Answer>()
        let isOpen = true
        const claims: Promise<void>[] = []
        for (const step of steps) {
          if (step === 'next turn') {
            await nextTurn()
          }
          else if (typeof step === 'string') {
            isOpen = step === 'open'
            claims.push(store.saveRound(round(lunch, step)))
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
    ), { numRuns: 25 }))
  })

  describe(`${name} survives`, () => {
    it('being closed and opened: answers, and who gave them', () => withStore('open', async (store, reopen) => {
      await store.answer('lunch', 1, 'ada', 'soup')
      const later = await reopen()
      expect(await later.answer('lunch', 1, 'ada', 'salad')).toBe('changed')
      expect(await later.answers('lunch', 1)).toEqual(new Map([['ada', 'salad']]))
    }))

    it('being closed while writes are under way: they are kept', () => withStore('open', async (store, reopen) => {
      const under = Promise.all(['ada', 'bob'].map(voter => store.answer('lunch', 1, voter, 'soup')))
      const later = await reopen()
      expect(await under).toEqual(['counted', 'counted'])
      expect(await later.countAnswers('lunch', 1)).toBe(2)
    }))

    it('reading in the middle of writing: what was called before is seen', () => withStore('open', async (store) => {
      const writing = store.answer('lunch', 1, 'ada', 'soup')
      expect(await store.countAnswers('lunch', 1)).toBe(1)
      expect(await store.answersBy('ada')).toHaveLength(1)
      await writing
    }))
  })

  describe(`${name} forgets voters`, () => {
    it('and keeps every answer, linked to nobody', () => withStore('open', async (store, reopen) => {
      await store.saveRound(round(dinner, 'open'))
      for (const voter of ['ada', 'bob', 'cem']) {
        await store.answer('lunch', 1, voter, 'soup')
        await store.answer('dinner', 1, voter, 'salad')
      }
      await store.forgetVoters()
      const later = await reopen()
      const [atLunch, atDinner] = [await later.answers('lunch', 1), await later.answers('dinner', 1)]
      expect([...atLunch.values()]).toEqual(['soup', 'soup', 'soup'])
      expect([...atDinner.values()]).toEqual(['salad', 'salad', 'salad'])
      const ids = [...atLunch.keys(), ...atDinner.keys()]
      expect(new Set(ids).size).toBe(6)
      expect(ids.filter(id => ['ada', 'bob', 'cem'].includes(id))).toEqual([])
      expect(await later.answersBy('ada')).toEqual([])
    }))
  })
}
