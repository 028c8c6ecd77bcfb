import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono as HonoApp } from 'hono'
import type { Auth } from '../auth.ts'
import type { Voters } from '../voters.ts'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { policy } from '../content-security-policy.ts'
import { Refusal } from '../refusal.ts'

/** Folders with what was built: the presenter's deck, everybody's deck, the phone page. */
export interface Dirs { present: string, deck: string, phone: string }

export interface PageRoutes { auth: Auth, voters: Voters, dirs: Dirs }

const YEAR_S = 365 * 24 * 3600

/** Answers 304 for what a browser has already, with the headers that have to come along each time: the voter's cookie and the policy. */
const unlessKnown = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'set-cookie', 'content-security-policy'] })

/** Adds the three builds to the app: `/` the phone page, `/deck/` for everybody, `/present/` for the key holder. */
export function addPages(app: HonoApp<{ Bindings: HttpBindings }>, { auth, voters, dirs }: PageRoutes): void {
  app.use('/present/*', auth.only)
  // Whoever opens the page gets a voter with it; without one the page still opens, and its stream says why.
  app.get('/', async (c, next) => {
    try {
      voters.greet(c)
    }
    catch (error) {
      if (!(error instanceof Refusal))
        throw error
    }
    await next()
  })
  addBuild(app, '/present', dirs.present, 'private')
  addBuild(app, '/deck', dirs.deck, 'public')
  addBuild(app, '', dirs.phone, 'public')
}

/** Serves a build at `base`: its files, and its `index.html` for every other address below, except among its assets. */
function addBuild(app: HonoApp<{ Bindings: HttpBindings }>, base: string, root: string, cache: 'private' | 'public'): void {
  const policy = policyOf(join(root, 'index.html'))
  const pages = { root, precompressed: true, rewriteRequestPath: (path: string) => path.slice(base.length) || '/' }
  const onPage = (path: string, c: Context): void => {
    tag(path, c)
    c.header('cache-control', cache === 'private' ? 'private, no-cache' : 'no-cache')
    c.header('content-security-policy', policy)
  }
  app.use(`${base}/*`, unlessKnown, serveStatic({
    ...pages,
    onFound: (path, c) => {
      if (!/[\\/]assets[\\/]/.test(path))
        return onPage(path, c)
      tag(path, c)
      c.header('cache-control', `${cache}, max-age=${YEAR_S}, immutable`)
    },
  }))
  // A window that is older than the build asks for a script that is gone: a page in its place would say less.
  app.get(`${base}/assets/*`, () => {
    throw new Refusal('no-such-address', 'This file is of another build. Reload the page.')
  })
  app.get(`${base}/*`, serveStatic({ ...pages, rewriteRequestPath: () => '/index.html', onFound: onPage }))
}

/** Sets an ETag from the file's size and time, so that the file need not be read for it. */
function tag(path: string, c: Context): void {
  const { size, mtimeMs } = statSync(path)
  c.header('etag', `W/"${size.toString(36)}-${mtimeMs.toString(36)}"`)
}

/** The policy of a page: scripts from this server, and those inside the page by their hash. */
function policyOf(page: string): string {
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return policy(['\'self\'', ...inline])
}
