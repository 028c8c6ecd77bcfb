import type { Answer } from '../domain/answers.ts'
import type { Manifest, ManifestSlide } from '../domain/manifest.ts'
import type { Plan, Timing } from '../domain/pacing.ts'
import type { Action } from '../domain/phases.ts'
import type { Poll } from '../domain/polls.ts'
import type { Counts, LiveState, ModeratedWord, OwnAnswers, Position } from '../domain/state.ts'
import type { SessionRecord, Store } from '../store/store.ts'
import { checkAnswer } from '../domain/answers.ts'
import { act, arrive } from '../domain/phases.ts'
import { optionsOf } from '../domain/polls.ts'
import { gatherWords } from '../domain/tally.ts'
import { Refusal } from './refusal.ts'
import { Rounds } from './rounds.ts'
import { Timekeeper } from './timekeeper.ts'

export interface SessionOptions {
  store: Store
  polls: readonly Poll[]
  manifest: Manifest
  /** Answers needed before a result is shown, for polls that do not say otherwise. */
  floor: number
  plan: Plan
  /** Milliseconds since 1970; never goes back. */
  now: () => number
}

/** What happened, for whoever passes it on: everything may look different, or one more answer came in. */
export interface SessionListener {
  changed: () => void
  answered: (poll: string) => void
}

/** The workshop session that runs: takes the presenter's moves and the room's answers, and says what everybody may see. */
export class LiveSession {
  listener: SessionListener = { changed() {}, answered() {} }
  readonly #store: Store
  readonly #manifest: Manifest
  readonly #rounds: Rounds
  readonly #timekeeper: Timekeeper
  #record: SessionRecord
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(store: Store, manifest: Manifest, rounds: Rounds, timekeeper: Timekeeper, record: SessionRecord) {
    this.#store = store
    this.#manifest = manifest
    this.#rounds = rounds
    this.#timekeeper = timekeeper
    this.#record = record
  }

  static async open({ store, polls, manifest, floor, plan, now }: SessionOptions): Promise<LiveSession> {
    const record = await store.session()
    const rounds = await Rounds.load(store, polls, { floor, rehearsal: record.rehearsal })
    const timekeeper = await Timekeeper.load({ store, plan, manifest, now })
    return new LiveSession(store, manifest, rounds, timekeeper, record)
  }

  get record(): Readonly<SessionRecord> {
    return this.#record
  }

  /** Answers in the current rounds of all polls. */
  get answered(): number {
    return Object.values(this.#rounds.states()).reduce((sum, { answered }) => sum + answered, 0)
  }

  /** What screens see, without who is connected and where to join. */
  state(): Omit<LiveState, 'phones' | 'join'> & { polls: NonNullable<LiveState['polls']> } {
    const { name, startedAt, rehearsal, endedAt, activities } = this.#record
    const { slide, position } = this.#current()
    const current = slide?.poll ?? this.#rounds.open()
    return {
      session: { name, startedAt, rehearsal, ended: endedAt !== null },
      slide: slide && position ? { ...position, section: slide.section, activity: slide.activity } : null,
      activities: [...activities],
      poll: current !== null && this.#rounds.has(current) ? this.#rounds.state(current) : null,
      polls: this.#rounds.states(),
    }
  }

  /** Hands counted in the current rounds, by poll id. */
  get hands(): Record<string, Counts> {
    return this.#rounds.hands()
  }

  /** The plan, and what has happened of it. */
  get timing(): Timing {
    return this.#timekeeper.timing
  }

  async ownAnswers(voter: string | null): Promise<OwnAnswers> {
    const stored = voter === null ? [] : await this.#store.answersBy(voter)
    const current = stored.filter(({ poll, round }) => this.#rounds.has(poll) && this.#rounds.get(poll).record.round === round)
    return Object.fromEntries(current.map(({ poll, round, answer }) => [poll, { round, answer }]))
  }

  /** `voter` is null once the session is over. @throws Refusal 404, 409 or 422 with the reason. */
  async answer(id: string, round: number, voter: string | null, input: unknown): Promise<{ status: 'counted' | 'changed', answer: Answer }> {
    const { poll, round: current } = this.#poll(id)
    if (this.#record.endedAt !== null || voter === null)
      throw new Refusal(409, 'session-over', 'This session is over. Thank you for being here.')
    if (round !== current)
      throw new Refusal(409, 'other-round', 'This poll was asked again since. Look at the question once more and answer it anew.')
    const checked = checkAnswer(poll, input)
    if (!checked.ok)
      throw new Refusal(422, 'does-not-fit', checked.reason)
    const status = await this.#store.answer(id, round, voter, checked.answer)
    if (status === 'not-open')
      throw new Refusal(409, 'not-open', 'This poll is not open, so the answer was not counted.')
    if (status === 'counted') {
      this.#rounds.count(id)
      this.listener.answered(id)
    }
    return { status, answer: checked.answer }
  }

  /** The presenter went to a slide and click. Answers where the presenter is to stand, which may be another click. */
  move(slide: number, clicks: number): Promise<Position> {
    return this.#inTurn(async () => {
      const target = this.#manifest.slides[slide - 1]
      if (!target)
        throw new Refusal(422, 'no-such-slide', `There is no slide ${slide}: this deck has ${this.#manifest.slides.length}.`)
      const isStep = this.#current().slide === target
      let arrived = clicks
      if (target.poll !== null && this.#rounds.has(target.poll)) {
        const { poll } = this.#poll(target.poll)
        const arrival = arrive(poll, this.#round(target.poll), clicks, isStep)
        await this.#rounds.setPhase(target.poll, arrival.phase)
        arrived = arrival.clicks
      }
      return this.#stand(target, arrived)
    })
  }

  act(id: string, action: Action): Promise<void> {
    return this.#inTurn(async () => {
      const next = act(this.#poll(id).poll, this.#round(id), action)
      if (typeof next === 'object')
        throw new Refusal(409, 'not-now', next.refused)
      await this.#rounds.setPhase(id, next)
    })
  }

  /** Starts a new round; on the poll's own slide it opens at once, at click 0. */
  reset(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#poll(id)
      await this.#rounds.reset(id)
      const { slide } = this.#current()
      if (slide?.poll === id) {
        await this.#rounds.setPhase(id, 'open')
        await this.#stand(slide, 0)
      }
    })
  }

  /** What the presenter looks through before the reveal. @throws Refusal 409 while answers still come in, and below the floor. */
  async words(id: string): Promise<ModeratedWord[]> {
    const { poll, round, phase } = this.#poll(id)
    if (poll.kind !== 'words')
      throw new Refusal(409, 'no-words', 'This poll has options, not words.')
    if (phase === 'waiting' || phase === 'open')
      throw new Refusal(409, 'still-open', 'Close the poll first: then its answers can be read.')
    const answers = await this.#store.answers(id, round)
    const floor = this.#rounds.floor(id)
    if (answers.size < floor)
      throw new Refusal(409, 'too-few', `Answers are shown from ${floor} on, to you as well: there ${answers.size === 1 ? 'is' : 'are'} ${answers.size}.`)
    return gatherWords(answers.values(), new Set(this.#rounds.get(id).record.hidden))
  }

  hideWord(id: string, word: string, isHidden: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const words = await this.words(id)
      if (!words.some(other => other.id === word))
        throw new Refusal(404, 'no-such-word', 'There is no such answer in this poll.')
      await this.#rounds.setHidden(id, word, isHidden)
    })
  }

  /** Hands counted by eye, by option id. @throws Refusal 422 for words polls and unknown options. */
  setHands(id: string, counts: Counts): Promise<void> {
    return this.#inTurn(async () => {
      const { poll } = this.#poll(id)
      const ids = optionsOf(poll).map(option => option.id)
      if (ids.length === 0)
        throw new Refusal(422, 'no-options', 'Hands cannot be counted for a poll of words.')
      const unknown = Object.keys(counts).find(option => !ids.includes(option))
      if (unknown !== undefined)
        throw new Refusal(422, 'no-such-option', `"${unknown.slice(0, 40)}" is not an option of this poll.`)
      const hands = Object.fromEntries(ids.map(option => [option, counts[option] ?? 0]))
      await this.#rounds.setHands(id, Object.values(hands).some(count => count > 0) ? hands : null)
    })
  }

  /** The workshop's clock by hand: begins now, stands still, goes on. */
  clock(action: 'start' | 'pause' | 'resume'): Promise<void> {
    return this.#inTurn(() => this.#timekeeper[action](this.#current().slide))
  }

  /** Closes what is open, deletes voter ids, and takes no more answers. Results stay. */
  end(): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#rounds.open()
      if (open !== null)
        await this.#rounds.setPhase(open, 'closed')
      const endedAt = this.#record.endedAt ?? new Date().toISOString()
      await Promise.all([this.#store.updateSession({ endedAt }), this.#timekeeper.end(), this.#store.forgetVoters()])
      this.#record = { ...this.#record, endedAt }
    })
  }

  /** Where the presenter stands; nothing before the first move, or when this length of the workshop lacks the slide. */
  #current(): { slide: ManifestSlide | null, position: Position | null } {
    const { position } = this.#record
    const slide = this.#manifest.slides.find(({ alias }) => alias === position?.alias)
    return slide && position
      ? { slide, position: { slide: slide.no, clicks: position.clicks, seq: position.seq } }
      : { slide: null, position: null }
  }

  async #stand(slide: ManifestSlide, clicks: number): Promise<Position> {
    const { activities, position: before } = this.#record
    const { alias, activity } = slide
    const offered = activity !== null && !activities.includes(activity) ? [...activities, activity] : activities
    const position = { alias, clicks, seq: (before?.seq ?? 0) + 1 }
    await Promise.all([this.#store.updateSession({ position, activities: offered }), this.#timekeeper.show(slide)])
    this.#record = { ...this.#record, position, activities: offered }
    return { slide: slide.no, clicks, seq: position.seq }
  }

  #poll(id: string): { poll: Poll, round: number, phase: string } {
    if (!this.#rounds.has(id))
      throw new Refusal(404, 'no-such-poll', `There is no poll "${id.slice(0, 60)}".`)
    return this.#rounds.get(id).record
  }

  #round(id: string): { phase: 'waiting' | 'open' | 'closed' | 'revealed', withheld: boolean } {
    return { phase: this.#rounds.get(id).record.phase, withheld: this.#rounds.isWithheld(id) }
  }

  /** Changes happen one after the other, in the order they were asked for; then everybody is told. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      if (this.#record.endedAt !== null)
        throw new Refusal(409, 'session-over', 'This session is over. Start a new one with npm start.')
      return change()
    })
    this.#turn = result.catch(() => {})
    return result.finally(() => this.listener.changed())
  }
}
