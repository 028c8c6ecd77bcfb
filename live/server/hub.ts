import type { ServerResponse } from 'node:http'
import type { LiveState, OwnAnswers, Progress } from '../domain/state.ts'
import type { Role } from '../domain/view.ts'
import type { Guest, Headcount } from './headcount.ts'

interface Stream extends Guest { response: ServerResponse }

/** What the streams read, and what they tell. */
export interface HubOptions {
  /** Counts those who come and go. */
  headcount: Headcount
  /** What a role may see now. */
  state: (role: Role) => LiveState
  /** The numbers of phones and answers, for screens and for the presenter. */
  progress: () => Promise<{ screen: Progress, presenter: Progress }>
}

const HEARTBEAT_MS = 15_000
const PROGRESS_MS = 100
/** A stream whose client reads too slowly is cut; it connects again and gets a fresh snapshot. */
const MOST_UNSENT_BYTES = 1 << 20

const event = (name: string, json: string): string => `event: ${name}\ndata: ${json}\n\n`

/** The parts of the state that change what a phone shows. */
function asPhonesSee({ slide, poll, ...rest }: LiveState): unknown {
  const countdown = poll?.countdown?.until
  return { ...rest, phones: 0, slide: [slide?.section, slide?.exercise], poll: poll && { ...poll, answered: poll.result?.voters, countdown } }
}

/** Every open event stream. What goes to many is serialised once per role, and phones hear only what changes for them. */
export class Hub {
  readonly #options: HubOptions
  readonly #streams = new Set<Stream>()
  readonly #heartbeat: NodeJS.Timeout
  #phones = 0
  #forPhones = ''
  #lastProgress = { screen: '', presenter: '' }
  #progress: NodeJS.Timeout | undefined

  constructor(options: HubOptions) {
    this.#options = options
    this.#heartbeat = setInterval(() => this.#send(() => true, event('beat', '{}')), HEARTBEAT_MS)
  }

  /** True while a window is connected that shows the number of answers. */
  get hasScreens(): boolean {
    return this.#streams.size > this.#phones
  }

  /** Starts a stream with a snapshot of everything its role may see. */
  join(guest: Guest, own: { mine: OwnAnswers, voter?: string }, response: ServerResponse): void {
    if (response.destroyed)
      return
    const stream = { ...guest, response }
    response.on('close', () => this.#leave(stream))
    this.#streams.add(stream)
    this.#phones += guest.role === 'phone' ? 1 : 0
    this.#options.headcount.comes(guest)
    response.write(event('snapshot', `${JSON.stringify(own).slice(0, -1)},${JSON.stringify(this.#options.state(guest.role)).slice(1)}`))
    this.progress()
  }

  /** Something changed: screens get the new state, phones too if it differs for them. */
  changed(): void {
    for (const role of ['screen', 'presenter'] as const)
      this.#send(stream => stream.role === role, event('state', JSON.stringify(this.#options.state(role))))
    const state = this.#options.state('phone')
    const forPhones = JSON.stringify(asPhonesSee(state))
    if (forPhones !== this.#forPhones)
      this.#send(stream => stream.role === 'phone', event('state', JSON.stringify(state)))
    this.#forPhones = forPhones
  }

  /** More answers or phones: screens hear of it at most ten times a second. */
  progress(): void {
    this.#progress ??= setTimeout(() => {
      this.#progress = undefined
      void this.#sendProgress().catch(() => {})
    }, PROGRESS_MS)
  }

  /** A voter's answer, to every tab of that voter. */
  mine(voter: string, mine: OwnAnswers): void {
    if (this.#options.headcount.tabs(voter) > 1)
      this.#send(stream => stream.voter === voter, event('mine', JSON.stringify(mine)))
  }

  close(): void {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#progress)
    for (const { response } of this.#streams)
      response.end()
  }

  #leave(stream: Stream): void {
    this.#streams.delete(stream)
    this.#phones -= stream.role === 'phone' ? 1 : 0
    this.#options.headcount.goes(stream)
    this.progress()
  }

  async #sendProgress(): Promise<void> {
    if (!this.hasScreens)
      return
    const progress = await this.#options.progress()
    for (const role of ['screen', 'presenter'] as const) {
      const json = JSON.stringify(progress[role])
      if (json !== this.#lastProgress[role])
        this.#send(stream => stream.role === role, event('progress', json))
      this.#lastProgress[role] = json
    }
  }

  #send(matches: (stream: Stream) => boolean, text: string): void {
    for (const stream of this.#streams) {
      if (!matches(stream))
        continue
      if (stream.response.writableLength > MOST_UNSENT_BYTES)
        stream.response.destroy()
      else
        stream.response.write(text)
    }
  }
}
