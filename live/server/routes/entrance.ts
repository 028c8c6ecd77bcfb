import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { page } from '../sentence-page.ts'

/** Runs in the page. It first takes the code out of the address, so that neither the history nor a projector keeps it. */
const SCRIPT = `const code = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const say = text => document.querySelector('p').textContent = text
if (code) {
  say('Opening the presenter view …')
  fetch('/api/presenter/code', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
    .then(answer => answer.ok ? location.replace('/present/presenter/1') : answer.json().then(({ error }) => say(error.message)))
    .catch(() => say('The server does not answer. Is npm start still running in its terminal?'))
}
`

/** The page behind the start-up link: it exchanges the link's code for a cookie and goes on to the presenter view. */
export function entranceRoutes(): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.get('/enter', c => c.html(page('This page opens the presenter view with the link that npm start prints in its terminal. Open that link.', '/enter.js')))
  routes.get('/enter.js', c => c.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }))
  return routes
}
