import type { ServerResponse } from 'node:http'
import type { LiveState, OwnAnswers, Progress } from '../domain/state.ts'

export type Role = 'phone' | 'screen' | 'presenter'

interface Stream { role: Role, voter: string | null, response: ServerResponse }

export interface HubOptions {
  /** What a role may see now. */
  state: (role: Role) => LiveState
  /** Tells how a poll stands, for screens. */
  progress: () => Progress
}

const HEARTBEAT_MS = 15_000
const PROGRESS_MS = 100
/** A line that does not take what it is sent is cut; it comes back for a fresh snapshot. */
const MOST_UNSENT_BYTES = 1 << 20

const event = (name: string, json: string): string => `event: ${name}\ndata: ${json}\n\n`

/** The parts of the state that change what a phone shows. */
function asPhonesSee({ slide, poll, ...rest }: LiveState): unknown {
  return { ...rest, phones: 0, slide: [slide?.section, slide?.activity], poll: poll && { ...poll, answered: poll.result?.voters } }
}

/** Every open event stream. What goes to many is serialised once per role, and phones hear only what changes for them. */
export class Hub {
  readonly #options: HubOptions
  readonly #streams = new Set<Stream>()
  readonly #tabs = new Map<string, number>()
  readonly #heartbeat: NodeJS.Timeout
  #forPhones = ''
  #progress: NodeJS.Timeout | undefined

  constructor(options: HubOptions) {
    this.#options = options
    this.#heartbeat = setInterval(() => this.#send(() => true, event('beat', '{}')), HEARTBEAT_MS)
  }

  /** Phones connected now. */
  get phones(): number {
    return this.#tabs.size
  }

  /** Starts a stream with a snapshot of everything its role may see. */
  join(role: Role, voter: string | null, mine: OwnAnswers, response: ServerResponse): void {
    if (response.destroyed)
      return
    const stream = { role, voter, response }
    response.on('close', () => this.#leave(stream))
    this.#streams.add(stream)
    if (role === 'phone' && voter !== null)
      this.#tabs.set(voter, (this.#tabs.get(voter) ?? 0) + 1)
    response.write(event('snapshot', `{"mine":${JSON.stringify(mine)},${JSON.stringify(this.#options.state(role)).slice(1)}`))
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
      this.#send(stream => stream.role !== 'phone', event('progress', JSON.stringify(this.#options.progress())))
    }, PROGRESS_MS)
  }

  /** A voter's answer, to every tab of that voter. */
  mine(voter: string, mine: OwnAnswers): void {
    if ((this.#tabs.get(voter) ?? 0) > 1)
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
    if (stream.role === 'phone' && stream.voter !== null) {
      const others = (this.#tabs.get(stream.voter) ?? 1) - 1
      if (others === 0)
        this.#tabs.delete(stream.voter)
      else
        this.#tabs.set(stream.voter, others)
    }
    this.progress()
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
