import type { Command, Decided } from '../domain/commands.ts'
import type { Deck } from '../domain/deck.ts'
import type { RoundKey, Session, Tally } from '../domain/session.ts'
import type { LogEntry } from '../domain/timing.ts'
import type { Change, RoundRecord, SessionRecord, Store, Versioned } from '../store/store.ts'
import { randomUUID } from 'node:crypto'
import { decide } from '../domain/decide.ts'
import { pollOf } from '../domain/deck.ts'
import { isRound, openRound } from '../domain/session.ts'
import { unsettled } from '../domain/settle.ts'
import { Subscribers } from '../store/subscribers.ts'
import { countClosed, talliesOf } from './counting.ts'
import { Refusal, refusalOf } from './refusal.ts'

/** What a session handle works with. */
export interface HandleOptions {
  store: Store
  /** All but `rehearsal`, which the session's own record tells. */
  deck: Omit<Deck, 'rehearsal'>
  /** Milliseconds since 1970; never goes back. */
  now: () => number
}

/** The server that closed a round counts it at once. After this long the others take that over: it may have died. */
const LEFT_TO_OTHERS_MS = 300

/**
 * This server's copy of the session, replaced whenever a newer one was saved. It decides commands, saves them, and
 * passes answers to the store; it holds no other state.
 */
export class SessionHandle {
  readonly record: SessionRecord
  readonly deck: Deck
  readonly store: Store
  readonly #now: () => number
  readonly #listeners = new Subscribers()
  readonly #unsubscribe: () => void
  #current: Versioned
  #log: LogEntry[] = []
  #rounds: RoundRecord[] = []
  #answered = 0
  #turn: Promise<unknown> = Promise.resolve()
  #late: NodeJS.Timeout | undefined

  private constructor({ store, deck, now }: HandleOptions, record: SessionRecord, current: Versioned) {
    this.store = store
    this.record = record
    this.deck = { ...deck, rehearsal: record.rehearsal }
    this.#current = current
    // If the computer's clock was set back between two starts, time goes on from the session's last change.
    const behind = Math.max(0, current.session.at - now())
    this.#now = () => now() + behind
    this.#unsubscribe = store.subscribe(() => void this.#refresh().catch(() => {}))
  }

  static async open(options: HandleOptions): Promise<SessionHandle> {
    const { store } = options
    const handle = new SessionHandle(options, await store.record(), await store.load())
    await handle.#read(null)
    await handle.perform({ type: 'take-up' })
    return handle
  }

  get session(): Session {
    return this.#current.session
  }

  get log(): readonly LogEntry[] {
    return this.#log
  }

  /** Rounds that were opened, as they were asked. */
  get rounds(): readonly RoundRecord[] {
    return this.#rounds
  }

  /** The number of answers in the open round, as of the last count. */
  get answered(): number {
    return this.#answered
  }

  now(): number {
    return Math.max(this.#now(), this.session.at)
  }

  tally(key: RoundKey): Tally | null {
    return this.#rounds.find(round => isRound(round, key))?.tally ?? null
  }

  /**
   * Calls `changed` whenever the session was replaced.
   * @returns a function that ends this
   */
  subscribe(changed: () => void): () => void {
    return this.#listeners.add(changed)
  }

  /** Counts the answers in the open round. */
  async count(): Promise<number> {
    const open = openRound(this.session)
    this.#answered = open ? await this.store.countAnswers(open.poll, open.round) : 0
    return this.#answered
  }

  /**
   * Decides a command and saves the result; decides again as long as others save in between. Rounds that it closed are
   * counted.
   * @param command what is wanted
   * @param id of the command: two requests with the same id are done once
   * @throws Refusal when the rules say no; StoreError when it could not be saved
   */
  perform(command: Command, id: string = randomUUID()): Promise<Session> {
    const result = this.#turn.then(async () => {
      for (;;) {
        await this.#settle()
        const decision = decide(this.deck, this.session, command, this.#now(), id)
        if ('refused' in decision)
          throw refusalOf(decision)
        if (decision.session === this.session)
          return this.session
        if (await this.#save(decision, id)) {
          await this.#settle()
          this.#listeners.tell()
          return this.session
        }
      }
    })
    this.#turn = result.catch(() => {})
    return result
  }

  /** Ends the session, then takes voter ids off the disk. What fails of that is done by the next call, or at the next start. */
  async end(id?: string): Promise<void> {
    if (this.session.endedAt === null || this.session.erased)
      await this.perform({ type: 'end' }, id)
    // Rounds whose count failed before have to be counted while voter ids still exist.
    else if (unsettled(this.session).length > 0)
      await this.perform({ type: 'tell', rounds: [] })
    await this.erase()
  }

  async erase(): Promise<void> {
    await this.store.eraseVoters()
    await this.perform({ type: 'erased' })
  }

  /** Waits for commands under way. The store stays open. */
  async close(): Promise<void> {
    clearTimeout(this.#late)
    this.#unsubscribe()
    this.#listeners.clear()
    await this.#turn
  }

  /** @returns false when somebody else saved first; the newer session is there then */
  async #save({ session, log }: Decided, id: string | null, tallies: readonly RoundRecord[] = []): Promise<boolean> {
    const before = this.#current
    const opened = session.rounds.filter(round => round.phase === 'open' && !before.session.rounds.some(other => other.phase === 'open' && isRound(other, round)))
    const asked = opened.flatMap(({ poll: id, round }): RoundRecord[] => {
      const poll = pollOf(this.deck, id)
      return poll ? [{ poll: id, round, asked: poll, tally: null }] : []
    })
    const open = openRound(session)
    const change: Change = { session, open: open && { poll: open.poll, round: open.round }, log, rounds: [...asked, ...tallies] }
    let isSaved: boolean
    try {
      isSaved = await this.store.save(before.version, change)
    }
    catch (error) {
      // After a failed save only the stored session tells whether it was done.
      await this.#read(before).catch(() => {})
      if (id !== null && this.session.done.includes(id))
        return true
      throw error
    }
    if (!isSaved) {
      await this.#read(before)
      return false
    }
    this.#current = { version: before.version + 1, session }
    this.#log = [...this.#log, ...log]
    this.#rounds = [...this.#rounds.filter(old => !change.rounds.some(now => isRound(now, old))), ...change.rounds]
    await this.count().catch(() => {})
    return true
  }

  /** Counts the closed rounds, whichever server closed them. */
  async #settle(): Promise<void> {
    while (unsettled(this.session).length > 0) {
      const records = await countClosed(this.store, this.session, key => this.#rounds.find(one => isRound(one, key))?.asked ?? pollOf(this.deck, key.poll))
      const decision = decide(this.deck, this.session, { type: 'settle', tallies: talliesOf(records) }, this.#now())
      if ('refused' in decision)
        throw refusalOf(decision)
      await this.#save(decision, null, records)
    }
  }

  /** Somebody else saved: takes over the newer session once the rounds that it closed are counted. */
  async #refresh(): Promise<void> {
    if (!await this.#read(this.#current))
      return
    clearTimeout(this.#late)
    if (unsettled(this.session).length === 0)
      this.#listeners.tell()
    else
      this.#late = setTimeout(() => void this.perform({ type: 'tell', rounds: [] }).catch(() => {}), LEFT_TO_OTHERS_MS)
  }

  /** Loads what is newer than `known`. @returns false when nothing is */
  async #read(known: Versioned | null): Promise<boolean> {
    const next = await this.store.load()
    if (known !== null && next.version <= this.#current.version)
      return false
    const isKnown = this.session.lines === next.session.lines && known !== null
    this.#log = isKnown ? this.#log : await this.store.log()
    if (known === null || this.#lacksRounds(next.session))
      this.#rounds = await this.store.rounds()
    this.#current = next
    await this.count().catch(() => {})
    return true
  }

  /** True when rounds were opened, closed or counted by another server since the last read. */
  #lacksRounds(next: Session): boolean {
    return next.rounds.some((round) => {
      const before = this.session.rounds.find(other => isRound(other, round))
      return round.phase !== 'waiting' && (before?.phase !== round.phase || before.closedAt !== round.closedAt || (before.settled === null) !== (round.settled === null))
    })
  }
}
