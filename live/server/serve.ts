import type { RequestListener, Server } from 'node:http'
import type { Manifest } from '../domain/manifest.ts'
import type { Plan } from '../domain/pacing.ts'
import type { Poll } from '../domain/poll-rules.ts'
import type { EarlierResult, JoinState, LeftSession, Venue } from '../domain/state.ts'
import type { Limits } from './limits.ts'
import type { Dirs } from './routes/pages.ts'
import type { SessionChoice } from './sessions.ts'
import { createServer } from 'node:http'
import { nextPort } from '../domain/ports.ts'
import { steadyClock } from '../domain/steady-clock.ts'
import { isEverywhere, originOf } from './addresses.ts'
import { listenerOf } from './request-listener.ts'
import { openSession } from './sessions.ts'
import { wire } from './wiring.ts'

/** What `serveWorkshop` has to know. */
export interface ServeOptions extends SessionChoice {
  polls: readonly Poll[]
  manifest: Manifest
  /** For the presenter's windows alone. */
  plan: Plan
  dirs: Dirs
  /** What the room of an earlier session answered, for screens. */
  earlier?: EarlierResult | null
  /** Answers needed before a result is shown, for polls that do not say otherwise. */
  floor: number
  /** Address to listen on; all of the laptop's when undefined. */
  host?: string
  /** 0 for any free one. */
  port: number
  wifi: JoinState['wifi']
  /** How many of a rehearsal's phones will be simulated; the presenter is told. */
  simulated?: number
  /** For the cover. */
  place?: Venue
  /** Names beside its addresses that this server answers to. */
  hosts?: readonly string[]
  /** Origin under which a proxy in front shows this server to people, such as `https://fork.example.org`. */
  publicOrigin?: string
  /** Addresses of proxies that are believed when they say who called. */
  proxies?: readonly string[]
  /** What one address may have; a room may share one. */
  limits?: Limits
  /** Takes a line about something that broke; to the terminal when left out. */
  report?: (line: string) => void
}

/** A workshop that is being served. */
export interface Workshop {
  port: number
  session: string
  rehearsal: boolean
  /** Opens the presenter view once, within 15 minutes. */
  presenterUrl: string
  deckUrl: string
  joinUrl: string
  resumed: { answers: number, startedAt: string } | null
  /** Earlier sessions that were left without an end: their voter ids are still kept. */
  leftOpen: readonly LeftSession[]
  /** Another link like `presenterUrl`. */
  newPresenterUrl: () => Promise<string>
  /** @throws StoreError when not everything that was answered is kept */
  close: () => Promise<void>
}

/** Length of the queue of new connections: a room that joins at once exceeds Node's default of 511, and whoever does not fit waits a second. */
const BACKLOG = 4096

/**
 * Starts the workshop and resolves once it can be reached.
 * @throws StoreError when the session cannot be kept; Error with a sentence when the port cannot be had.
 */
export async function serveWorkshop(options: ServeOptions): Promise<Workshop> {
  const { host, now = steadyClock() } = options
  const opened = await openSession({ ...options, now })
  const server = createServer()
  try {
    const early = holdRequests(server)
    const port = await listen(server, options)
    const here = options.publicOrigin ?? originOf(host === undefined || isEverywhere(host) ? '127.0.0.1' : host, port)
    const wired = await wire({ ...options, opened, now, port, here })
    early.passTo(listenerOf(wired.app, wired.answers, options.proxies ?? []))
    const { record } = wired.handle
    const joinUrl = wired.views.state('screen').join?.url ?? here
    return {
      port,
      session: record.name,
      rehearsal: record.rehearsal,
      resumed: wired.resumed,
      leftOpen: opened.leftOpen,
      presenterUrl: await wired.links.make(),
      newPresenterUrl: () => wired.links.make(),
      deckUrl: `${joinUrl}/deck/`,
      joinUrl,
      async close() {
        await wired.close()
        server.closeAllConnections()
        await new Promise(resolve => server.close(resolve))
        await opened.store.close()
      },
    }
  }
  catch (error) {
    server.close()
    await opened.store.close()
    throw error
  }
}

/** Holds requests that come before the app is ready, and passes them on once it is. */
function holdRequests(server: Server): { passTo: (listener: RequestListener) => void } {
  const early: Parameters<RequestListener>[] = []
  const hold: RequestListener = (...request) => void early.push(request)
  server.on('request', hold)
  return {
    passTo(listener) {
      server.off('request', hold).on('request', listener)
      early.forEach(request => listener(...request))
    },
  }
}

type Listening = Pick<ServeOptions, 'port' | 'host' | 'manifest'>

function listen(server: Server, options: Listening): Promise<number> {
  const { port, host } = options
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentence(error, options), { cause: error })))
    server.listen({ port, host: host ?? '0.0.0.0', backlog: BACKLOG }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function sentence(error: NodeJS.ErrnoException, { port, host, manifest: { format } }: Listening): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program, perhaps by an earlier npm start. Stop that, or choose another port: npm start ${format} -- --port ${nextPort(port)}`
  if (error.code === 'EADDRNOTAVAIL')
    return `This laptop does not have the address ${host}. Leave out --host, or give one that it has.`
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights than this program has. Choose one above 1023: npm start ${format} -- --port 4321`
  return `The server could not start (${error.message}).`
}
