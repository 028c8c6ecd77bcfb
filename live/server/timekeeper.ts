import type { Manifest, ManifestSlide } from '../domain/manifest.ts'
import type { Plan, Timing } from '../domain/pacing.ts'
import type { LogEntry, LogEvent } from '../domain/timing.ts'
import type { Store } from '../store/store.ts'
import { standingAt } from '../domain/timing.ts'
import { Refusal } from './refusal.ts'

export interface TimekeeperOptions {
  store: Store
  plan: Plan
  manifest: Manifest
  /** Milliseconds since 1970; never goes back while the server runs. */
  now: () => number
}

/** Logs when the workshop began, which section came when, and pauses. Callers take turns: no two changes overlap. */
export class Timekeeper {
  readonly #store: Store
  readonly #plan: Plan
  /** Number of the slide after which the workshop begins. */
  readonly #arrival: number
  readonly #now: () => number
  #log: readonly LogEntry[]

  private constructor({ store, plan, manifest, now }: TimekeeperOptions, log: readonly LogEntry[]) {
    this.#store = store
    this.#plan = plan
    this.#arrival = manifest.slides.find(({ alias }) => alias === plan.arrival)?.no ?? 0
    // A computer that was set back between two starts goes on where the log ends.
    const behind = Math.max(0, Date.parse(log.at(-1)?.at ?? '1970-01-01') - now())
    this.#now = () => now() + behind
    this.#log = log
  }

  static async load(options: TimekeeperOptions): Promise<Timekeeper> {
    return new Timekeeper(options, await options.store.log())
  }

  get timing(): Timing {
    return { plan: this.#plan, log: this.#log, now: new Date(this.#now()).toISOString() }
  }

  /** The presenter came to a slide. The first one after people arrived starts the clock. */
  async show({ no, section }: ManifestSlide): Promise<void> {
    const { phase, section: before } = this.#standing()
    if (phase === 'waiting' && no > this.#arrival)
      await this.#add('start', section)
    else if (phase !== 'waiting' && section !== before)
      await this.#add('section', section)
  }

  /** Begins now, whatever was counted before. */
  async start(slide: ManifestSlide | null): Promise<void> {
    await this.#add('start', slide?.section ?? this.#plan.sections[0]?.id ?? '')
  }

  /** What is between a pause and going on does not count. @throws Refusal 409 before the start */
  async pause(): Promise<void> {
    await this.#turn('pause', 'running')
  }

  async resume(): Promise<void> {
    await this.#turn('resume', 'paused')
  }

  async end(): Promise<void> {
    const { phase, section } = this.#standing()
    if (section !== null && phase !== 'over')
      await this.#add('end', section)
  }

  /** Done already is done as well: two windows may ask for it at once. */
  async #turn(event: 'pause' | 'resume', from: 'running' | 'paused'): Promise<void> {
    const { phase, section } = this.#standing()
    if (section === null)
      throw new Refusal(409, 'not-now', 'The clock has not been started yet. It starts when the presenter leaves the first slide, or by hand.')
    if (phase === from)
      await this.#add(event, section)
  }

  #standing(): ReturnType<typeof standingAt> {
    return standingAt(this.#log, this.#now())
  }

  async #add(event: LogEvent, section: string): Promise<void> {
    const entry = { at: new Date(this.#now()).toISOString(), event, section }
    await this.#store.addToLog(entry)
    this.#log = [...this.#log, entry]
  }
}
