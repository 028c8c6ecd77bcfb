import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { PresenterState } from '../domain/state.ts'
import type { AnswerRoute } from './routes/answer.ts'
import type { ServeOptions } from './serve.ts'
import type { OpenedSession } from './sessions.ts'
import { openRound } from '../domain/session.ts'
import { repositoryOf } from '../store/repository.ts'
import { Addresses, currentAddresses } from './addresses.ts'
import { createApp } from './app.ts'
import { Attendance } from './attendance.ts'
import { Auth } from './auth.ts'
import { Headcount } from './headcount.ts'
import { Hub } from './hub.ts'
import { defaultLimits } from './limits.ts'
import { PresenterLinks } from './presenter-links.ts'
import { Refusal } from './refusal.ts'
import { SessionHandle } from './session-handle.ts'
import { Views } from './views.ts'
import { Voters } from './voters.ts'

/** What the parts are made from. */
export interface WiringOptions extends ServeOptions {
  opened: OpenedSession
  now: () => number
  port: number
  /** Origin under which this computer reaches the server. */
  here: string
}

/** The parts that whoever serves has to know. */
export interface Wired {
  app: Hono<{ Bindings: HttpBindings }>
  answers: AnswerRoute
  handle: SessionHandle
  links: PresenterLinks
  views: Views
  resumed: PresenterState['resumed']
  /** Closes all streams. The store stays open. */
  close: () => Promise<void>
}

/** How often a server counts answers that other servers took, in milliseconds. */
const LOOK_MS = 100

/** Creates the parts of a server around an opened session and connects them. */
export async function wire(options: WiringOptions): Promise<Wired> {
  const { opened: { store, isNew, leftOpen }, polls, manifest, plan, floor, now, port, host, here, wifi, place, dirs, publicOrigin, earlier = null, simulated = 0 } = options
  const { hosts = [], limits = defaultLimits, report = line => console.error(line) } = options
  const handle = await SessionHandle.open({ store, deck: { polls, manifest, plan, floor }, now })
  const resumed = isNew ? null : { answers: await currentAnswers(handle), startedAt: handle.record.startedAt }
  let left = leftOpen

  const headcount = new Headcount()
  const attendance = new Attendance(store, headcount)
  const addresses = new Addresses(() => currentAddresses(port, host, publicOrigin))
  const views = new Views({ handle, attendance, addresses, wifi, place, earlier, resumed, leftOpen: () => left, simulated })
  const hub = new Hub({
    headcount,
    state: role => views.state(role),
    async progress() {
      await Promise.all([handle.count(), attendance.look()])
      return views.progress()
    },
  })
  for (const source of [handle, attendance, addresses])
    source.subscribe(() => hub.changed())

  const isSecure = publicOrigin?.startsWith('https:') ?? false
  const names = publicOrigin === undefined ? hosts : [...hosts, new URL(publicOrigin).hostname]
  // Answers publish nothing, so those that other servers took are found by counting.
  const looking = options.store === undefined ? undefined : setInterval(() => openRound(handle.session) && hub.progress(), LOOK_MS)

  const auth = new Auth(options.presenterKey ?? handle.record.presenterKey, handle.record, isSecure)
  const links = new PresenterLinks(handle, auth, here)
  const voters = new Voters(handle, limits.voters, isSecure)
  const exercises = new Set(manifest.slides.flatMap(({ exercise }) => exercise ?? []))

  /** Ends a session beside the running one, as the presenter's button does with this one. */
  async function endLeft(name: string): Promise<void> {
    if (!left.some(session => session.name === name))
      throw new Refusal('no-such-session', `No session "${name.slice(0, 60)}" was left without an end.`)
    const other = await repositoryOf(options, false).open(name)
    try {
      const session = await SessionHandle.open({ store: other, deck: handle.deck, now })
      await session.end()
      await session.close()
    }
    finally {
      await other.close()
    }
    left = left.filter(session => session.name !== name)
    hub.changed()
  }

  const app = createApp({ handle, auth, voters, hub, views, attendance, links, addresses, exercises, dirs, hosts: names, report, endLeft, mostStreams: limits.streams })
  return {
    app,
    answers: { handle, voters, hub, hosts: names, report },
    handle,
    links,
    views,
    resumed,
    async close() {
      clearInterval(looking)
      addresses.close()
      hub.close()
      await attendance.close()
      await handle.close()
    },
  }
}

/** Answers in the current rounds of all polls. */
async function currentAnswers(handle: SessionHandle): Promise<number> {
  const rounds = Object.values(handle.deck.polls).map(({ id }) => handle.session.rounds.findLast(({ poll }) => poll === id))
  const counts = await Promise.all(rounds.map(round => round ? handle.store.countAnswers(round.poll, round.round) : 0))
  return counts.reduce((sum, count) => sum + count, 0)
}
