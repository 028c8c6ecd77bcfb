import type { HttpBindings } from '@hono/node-server'
import type { Hono as HonoApp } from 'hono'
import type { PresenterDoor } from './presenter.ts'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { StoreError } from '../store/store.ts'
import { Refusal } from './refusal.ts'

/** Folders with what was built: the presenter's deck, everybody's deck, the phone page. */
export interface Dirs { present: string, deck: string, phone: string }

export interface AppOptions {
  api: HonoApp<{ Bindings: HttpBindings }>
  door: PresenterDoor
  dirs: Dirs
}

const YEAR_S = 365 * 24 * 3600

/** Everything the laptop serves: `/` the phone page, `/deck/` for everybody, `/present/` for the key holder, `/api`. */
export function createApp({ api, door, dirs }: AppOptions): HonoApp<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/api', api)
  app.all('/api/*', () => {
    throw new Refusal(404, 'no-such-address', 'There is nothing at this address.')
  })

  // After the API: an event stream has sent its head by itself, and a header set behind it would send a second one.
  app.use(secureHeaders({ crossOriginOpenerPolicy: false, crossOriginResourcePolicy: false, originAgentCluster: false, strictTransportSecurity: false, referrerPolicy: 'no-referrer' }))

  app.use('/present/*', async (c, next) => {
    const key = c.req.query('key')
    if (key === undefined)
      return door.only(c, next)
    await door.enter(c, key)
    return c.redirect('/present/presenter/1', 303)
  })
  for (const [base, root] of [['/present', dirs.present], ['/deck', dirs.deck], ['', dirs.phone]] as const)
    servePages(app, base, root)

  app.onError((error, c) => {
    const { status, code, message } = refusalOf(error)
    if (c.req.path.startsWith('/api'))
      return c.json({ error: { code, message } }, status)
    return c.html(html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The Fork</title><style>:root { color-scheme: light dark; font: 18px/1.5 system-ui; } main { max-width: 32em; margin: 15vh auto; padding: 0 1em }</style><main><h1>The Fork</h1><p>${message}</p></main></html>`, status)
  })
  return app
}

function refusalOf(error: Error): Refusal {
  if (error instanceof Refusal)
    return error
  if (error instanceof StoreError)
    return new Refusal(507, 'not-saved', error.message)
  if (error instanceof HTTPException)
    return new Refusal(error.status, 'bad-request', error.message)
  return new Refusal(500, 'broken', 'Something broke on the laptop. Try again; if it happens again, restart npm start: nothing is lost.')
}

/** A single-page app at `base`: its files, and its index for every address of its own. */
function servePages(app: HonoApp<{ Bindings: HttpBindings }>, base: string, root: string): void {
  const pages = { root, precompressed: true, rewriteRequestPath: (path: string) => path.slice(base.length) || '/' }
  app.use(`${base}/*`, serveStatic({
    ...pages,
    onFound: (path, c) => c.header('cache-control', /[\\/]assets[\\/]/.test(path) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache'),
  }))
  app.get(`${base}/*`, serveStatic({ ...pages, rewriteRequestPath: () => '/index.html', onFound: (_, c) => c.header('cache-control', 'no-cache') }))
}
