import type { Poll } from '../../live/domain/poll-rules.ts'
import type { LiveState } from '../../live/domain/state.ts'
import type { ServerAddress, SimulatedPhone } from '../lib/simulated-phone.ts'
import type { Person } from './decision.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { joinPhone, sendAnswer, tellStage } from '../lib/simulated-phone.ts'
import { decisionOn } from './decision.ts'
import { exerciseOf, presenceOf } from './presence.ts'

export interface RoomOptions {
  phones: number
  seed: number
  /** Every poll that may be asked. */
  polls: readonly Poll[]
  /** Factor of all delays: 1 for people, less to be quicker. */
  pace?: number
}

/** Opens phones that join, answer, change their minds, go away and come back, until `leave` is called or the server ends. */
export function openSimulatedRoom(place: ServerAddress, { phones, seed, polls, pace = 1 }: RoomOptions): { leave: () => void } {
  const over = new AbortController()
  for (let phone = 0; phone < phones; phone++)
    // A phone that fails, because its server or room ended, is simply gone.
    new Participant(place, { seed, phone, phones }, polls, pace, over.signal).live().catch(() => {})
  return { leave: () => over.abort() }
}

/** One person with a phone. */
class Participant {
  readonly #place: ServerAddress
  readonly #person: Person
  readonly #polls: readonly Poll[]
  readonly #pace: number
  readonly #over: AbortSignal
  /** What this person has done or given up; all else is taken up again on coming back. */
  readonly #done = new Set<string>()

  constructor(place: ServerAddress, person: Person, polls: readonly Poll[], pace: number, over: AbortSignal) {
    this.#place = place
    this.#person = person
    this.#polls = polls
    this.#pace = pace
    this.#over = over
  }

  async live(): Promise<void> {
    const { joinsAfter, absences } = presenceOf(this.#person)
    await this.#pause(joinsAfter, this.#over)
    let cookie = ''
    for (const absence of absences) {
      const stay = await this.#come(cookie)
      cookie = stay.phone.cookie
      await this.#pause(absence.after, this.#over)
      stay.leave()
      await this.#pause(absence.for, this.#over)
    }
    await this.#come(cookie)
  }

  async #come(cookie: string): Promise<{ phone: SimulatedPhone, leave: () => void }> {
    const away = new AbortController()
    const here = AbortSignal.any([away.signal, this.#over])
    const begun = new Set<string>()
    const hear = (phone: SimulatedPhone): void => this.#hear(phone, begun, here)
    const phone = await joinPhone(this.#place, { cookie, hear })
    here.addEventListener('abort', phone.leave)
    return { phone, leave: () => away.abort() }
  }

  /** Begins what is on, once per visit. */
  #hear(phone: SimulatedPhone, begun: Set<string>, here: AbortSignal): void {
    const begin = (what: string, work: () => Promise<void>): void => {
      if (begun.has(what) || this.#done.has(what))
        return
      begun.add(what)
      work().then(() => this.#done.add(what), () => {}) // went away meanwhile
    }
    const { poll, slide, session } = phone.state
    if (session.ended)
      return
    if (poll?.phase === 'open')
      begin(`${poll.poll.id}/${poll.round}`, () => this.#answer(phone, poll, here))
    const { exercise } = slide ?? {}
    if (exercise)
      begin(exercise, () => this.#work(phone, exercise, here))
  }

  async #answer(phone: SimulatedPhone, { poll, round }: NonNullable<LiveState['poll']>, here: AbortSignal): Promise<void> {
    const decision = decisionOn(poll, this.#polls, round, this.#person)
    if (!decision)
      return
    await this.#pause(decision.after, here)
    await sendAnswer(phone, poll.id, round, decision.answer)
    if (!decision.change)
      return
    await this.#pause(decision.change.after, here)
    await sendAnswer(phone, poll.id, round, decision.change.answer)
  }

  async #work(phone: SimulatedPhone, exercise: string, here: AbortSignal): Promise<void> {
    const work = exerciseOf(exercise, this.#person)
    if (!work)
      return
    await this.#pause(work.begins, here)
    await tellStage(phone, exercise, 'began')
    if (work.finishes === null)
      return
    await this.#pause(work.finishes, here)
    await tellStage(phone, exercise, 'finished')
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return wait(ms * this.#pace, undefined, { signal, ref: false })
  }
}
