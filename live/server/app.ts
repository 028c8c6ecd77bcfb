import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { PageRoutes } from './routes/pages.ts'
import type { ParticipantRoutes } from './routes/participants.ts'
import type { PresenterRoutes } from './routes/presenter.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { MOST_BODY_BYTES, tooLarge } from './bodies.ts'
import { reportOf, whyRefused } from './failure.ts'
import { onlyOwnHost } from './origin.ts'
import { Refusal } from './refusal.ts'
import { entranceRoutes } from './routes/entrance.ts'
import { addPages } from './routes/pages.ts'
import { participantRoutes } from './routes/participants.ts'
import { presenterRoutes } from './routes/presenter.ts'
import { resultRoutes } from './routes/results.ts'
import { page } from './sentence-page.ts'

/** What all routes together need. */
export interface AppOptions extends ParticipantRoutes, PresenterRoutes, PageRoutes {
  /** Names beside its addresses that this server answers to. */
  hosts: readonly string[]
  /** Tells the terminal what broke: no answer and no key is in it. */
  report: (line: string) => void
}

/** Larger than other bodies: it may hold every word of a room, and the word that each stands under. */
const MOST_LABELS_BYTES = 512 * 1024

/** Everything the server answers: `/api`, the entrance for the presenter, and the pages. */
export function createApp(options: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(onlyOwnHost(options.hosts))
  app.route('/api', createApi(options))
  app.all('/api/*', () => {
    throw new Refusal('no-such-address', 'There is nothing at this address.')
  })
  app.route('/', entranceRoutes())
  addPages(app, options)
  app.onError((error, c) => {
    const { status, code, message } = whyRefused(error)
    if (status === 500)
      options.report(reportOf(error, `${c.req.method} ${routePath(c)}`))
    return c.req.path.startsWith('/api') ? c.json({ error: { code, message } }, status) : c.html(page(message), status)
  })
  return app
}

/** The HTTP contract of `docs/http.md`, but for answers (`answer.ts`). */
function createApi(options: ParticipantRoutes & PresenterRoutes): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono<{ Bindings: HttpBindings }>()
  const limitBody = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw tooLarge()
    },
  })
  // Node lets no body be longer than it says it is, and to open one as a stream and count takes as long as to answer it.
  api.use((c, next) => isShort(c) ? next() : limitBody(c, next))
  api.route('/', participantRoutes(options))
  api.route('/', presenterRoutes(options))
  api.route('/', resultRoutes(options.handle))
  return api
}

function isShort({ req }: Context): boolean {
  const most = req.path.endsWith('/labels') ? MOST_LABELS_BYTES : MOST_BODY_BYTES
  return req.header('transfer-encoding') === undefined && Number(req.header('content-length') ?? 0) <= most
}
