import type { Answer } from '../domain/answers.ts'
import type { Poll } from '../domain/polls.ts'
import type { Counts, Movement, Phase, PollState, Result } from '../domain/state.ts'
import type { RoundRecord, Store } from '../store/store.ts'
import { meaningOf } from '../domain/polls.ts'
import { floorOf, resultOf } from '../domain/results.ts'
import { movementBetween } from '../domain/tally.ts'

/** The current round of one poll, with what is derived from its answers once it is closed. */
interface Current { record: RoundRecord, answered: number, result: Result | null }

/** The current round of every poll. Callers take turns: no two changes overlap. */
export class Rounds {
  readonly #store: Store
  readonly #session: { floor: number, rehearsal: boolean }
  readonly #current = new Map<string, Current>()

  private constructor(store: Store, session: { floor: number, rehearsal: boolean }) {
    this.#store = store
    this.#session = session
  }

  /** Takes up where the store stands. A poll whose meaning was edited since starts a new round; a mended typo does not. */
  static async load(store: Store, polls: readonly Poll[], session: { floor: number, rehearsal: boolean }): Promise<Rounds> {
    const rounds = new Rounds(store, session)
    const stored = await store.rounds()
    const isTakenUp = ({ poll, round }: RoundRecord): boolean => polls.some(now => now.id === poll.id && meaningOf(now) === meaningOf(poll))
      && !stored.some(later => later.poll.id === poll.id && later.round > round)
    for (const record of stored) {
      if (record.phase === 'open' && !isTakenUp(record))
        await store.saveRound({ ...record, phase: 'closed', closedAt: new Date().toISOString() })
    }
    for (const poll of polls) {
      const last = stored.findLast(record => record.poll.id === poll.id)
      const isSame = last && meaningOf(last.poll) === meaningOf(poll)
      if (last && isSame)
        rounds.#current.set(poll.id, { record: { ...last, poll }, answered: await store.countAnswers(poll.id, last.round), result: null })
      else
        await rounds.#start(poll, (last?.round ?? 0) + 1)
      await rounds.#derive(poll.id)
    }
    return rounds
  }

  has(id: string): boolean {
    return this.#current.has(id)
  }

  /** @throws RangeError for a poll id that was not loaded. */
  get(id: string): Readonly<Current> {
    return this.#get(id)
  }

  #get(id: string): Current {
    const current = this.#current.get(id)
    if (!current)
      throw new RangeError(`no poll "${id}"`)
    return current
  }

  state(id: string): PollState {
    const { record: { poll, round, phase }, answered, result } = this.get(id)
    return { poll, round, phase, answered, floor: this.floor(id), result: phase === 'revealed' ? result : null, withheld: this.isWithheld(id) }
  }

  /** Every poll by id. */
  states(): Record<string, PollState> {
    return Object.fromEntries([...this.#current.keys()].map(id => [id, this.state(id)]))
  }

  /** Hands counted in the current rounds, by poll id; a poll without any is absent. */
  hands(): Record<string, Counts> {
    return Object.fromEntries([...this.#current].flatMap(([id, { record }]) => record.hands ? [[id, record.hands]] : []))
  }

  /** Answers the current round needs before it is shown. */
  floor(id: string): number {
    const { poll, openedAt, floor } = this.get(id).record
    return openedAt === null ? floorOf(poll, this.#session) : floor
  }

  isWithheld(id: string): boolean {
    const { record, result } = this.get(id)
    return record.phase === 'revealed' && result === null
  }

  /** The poll that takes answers now, if any. */
  open(): string | null {
    for (const [id, { record }] of this.#current) {
      if (record.phase === 'open')
        return id
    }
    return null
  }

  /** Opening one closes whichever was open. */
  async setPhase(id: string, phase: Phase): Promise<void> {
    const { record } = this.get(id)
    if (record.phase === phase)
      return
    if (phase === 'open') {
      const other = this.open()
      if (other !== null)
        await this.setPhase(other, 'closed')
    }
    const now = new Date().toISOString()
    const changes: Partial<RoundRecord> = { phase }
    if (phase === 'open')
      Object.assign(changes, { openedAt: record.openedAt ?? now, closedAt: null, floor: this.floor(id), movement: null })
    else if (record.phase === 'open')
      changes.closedAt = now
    await this.#save(id, changes)
    await this.#derive(id)
  }

  /** Starts the next round; the one before is kept. */
  async reset(id: string): Promise<void> {
    const { record } = this.get(id)
    if (record.phase === 'open')
      await this.setPhase(id, 'closed')
    await this.#start(record.poll, record.round + 1)
  }

  async setHands(id: string, hands: Counts | null): Promise<void> {
    await this.#save(id, { hands })
    await this.#derive(id)
  }

  async setHidden(id: string, word: string, isHidden: boolean): Promise<void> {
    const others = this.get(id).record.hidden.filter(other => other !== word)
    await this.#save(id, { hidden: isHidden ? [...others, word] : others })
    await this.#derive(id)
  }

  /** One more voter answered the current round. */
  count(id: string): void {
    this.#get(id).answered++
  }

  async #start(poll: Poll, round: number): Promise<void> {
    const record: RoundRecord = { poll, round, phase: 'waiting', openedAt: null, closedAt: null, floor: floorOf(poll, this.#session), hands: null, hidden: [], movement: null }
    await this.#store.saveRound(record)
    this.#current.set(poll.id, { record, answered: 0, result: null })
  }

  async #save(id: string, changes: Partial<RoundRecord>): Promise<void> {
    const current = this.#get(id)
    const record = { ...current.record, ...changes }
    await this.#store.saveRound(record)
    current.record = record
  }

  /** Tallies a round that takes no more answers. */
  async #derive(id: string): Promise<void> {
    const current = this.#get(id)
    const { poll, round, phase, hands, hidden } = current.record
    if (phase === 'waiting' || phase === 'open')
      return
    const answers = await this.#store.answers(poll.id, round)
    const movement = current.record.movement ?? await this.#movement(poll, answers)
    if (movement !== current.record.movement)
      await this.#save(id, { movement })
    current.answered = answers.size
    current.result = resultOf(poll, this.floor(id), { answers, hands, hidden: new Set(hidden), movement })
  }

  async #movement(poll: Poll, after: ReadonlyMap<string, Answer>): Promise<Movement | null> {
    if (poll.kind !== 'scale' || poll.compareWith === undefined || !this.has(poll.compareWith))
      return null
    const earlier = this.get(poll.compareWith).record
    return movementBetween(poll, await this.#store.answers(poll.compareWith, earlier.round), after)
  }
}
