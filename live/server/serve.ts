import type { HttpBindings } from '@hono/node-server'
import type { Server } from 'node:http'
import type { Manifest } from '../domain/manifest.ts'
import type { Plan } from '../domain/pacing.ts'
import type { Poll } from '../domain/polls.ts'
import type { JoinState } from '../domain/state.ts'
import type { Dirs } from './app.ts'
import type { SessionChoice } from './sessions.ts'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { nextPort } from '../domain/ports.ts'
import { steadyClock } from '../domain/steady-clock.ts'
import { currentAddresses, originOf } from './addresses.ts'
import { createApi } from './api.ts'
import { createApp } from './app.ts'
import { Join } from './join.ts'
import { PresenterDoor } from './presenter.ts'
import { LiveSession } from './session.ts'
import { openSession } from './sessions.ts'

export interface ServeOptions extends SessionChoice {
  polls: readonly Poll[]
  manifest: Manifest
  /** For the presenter's windows alone. */
  plan: Plan
  dirs: Dirs
  /** Answers needed before a result is shown, for polls that do not say otherwise. */
  floor: number
  /** Address to listen on; all of the laptop's when undefined. */
  host?: string
  /** 0 for any free one. */
  port: number
  wifi: JoinState['wifi']
  /** Milliseconds since 1970, never going back; the laptop's clock when left out. */
  now?: () => number
}

export interface Workshop {
  port: number
  session: string
  rehearsal: boolean
  presenterUrl: string
  deckUrl: string
  joinUrl: string
  resumed: { answers: number, startedAt: string } | null
  close: () => Promise<void>
}

/** A burst of joins is longer than Node's usual queue of 511; who does not fit in waits a second. */
const BACKLOG = 4096

/**
 * Starts the workshop and resolves once it can be reached.
 * @throws StoreError when the session cannot be kept; Error with a sentence when the port cannot be had.
 */
export async function serveWorkshop(options: ServeOptions): Promise<Workshop> {
  const { polls, manifest, plan, dirs, floor, host, wifi, now = steadyClock() } = options
  const { store, isNew } = await openSession(options)
  const server = createServer()
  try {
    const session = await LiveSession.open({ store, polls, manifest, floor, plan, now })
    const port = await listen(server, options.port, host)
    const { name, startedAt, rehearsal, presenterKey } = session.record
    const resumed = isNew ? null : { answers: session.answered, startedAt }
    const door = new PresenterDoor(options.presenterKey ?? presenterKey)
    const join = new Join({ addresses: () => currentAddresses(port, host), wifi })
    const { api, hub } = createApi({ session, store, manifest, door, join, resumed })
    const app = createApp({ api, door, dirs })
    server.on('request', getRequestListener((request, env) => app.fetch(request, env as HttpBindings)))
    const here = originOf(host === undefined || host === '0.0.0.0' ? 'localhost' : host, port)
    const joinUrl = join.state.url
    return {
      port,
      session: name,
      rehearsal,
      resumed,
      presenterUrl: `${here}/present/?key=${encodeURIComponent(options.presenterKey ?? presenterKey)}`,
      deckUrl: `${joinUrl}/deck/`,
      joinUrl,
      async close() {
        join.close()
        hub.close()
        server.closeAllConnections()
        await new Promise(resolve => server.close(resolve))
        await store.close()
      },
    }
  }
  catch (error) {
    server.close()
    await store.close()
    throw error
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentence(error, port, host), { cause: error })))
    server.listen({ port, host: host ?? '0.0.0.0', backlog: BACKLOG }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function sentence(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program, perhaps by an earlier npm start. Stop that, or choose another port: npm start -- --port ${nextPort(port)}`
  if (error.code === 'EADDRNOTAVAIL')
    return `This laptop does not have the address ${host}. Leave out --host, or give one that it has.`
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights than this program has. Choose one above 1023: npm start -- --port 4321`
  return `The server could not start (${error.message}).`
}
