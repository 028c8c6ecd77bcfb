import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Command } from '../../domain/commands.ts'
import type { Session } from '../../domain/session.ts'
import type { Addresses } from '../addresses.ts'
import type { Auth } from '../auth.ts'
import type { PresenterLinks } from '../presenter-links.ts'
import type { SessionHandle } from '../session-handle.ts'
import { Hono } from 'hono'
import { currentSlide } from '../../domain/deck.ts'
import { readable } from '../../domain/moderation.ts'
import { readWords } from '../../domain/results.ts'
import { nextAddress } from '../../domain/view.ts'
import { bodies, read } from '../bodies.ts'
import { Refusal, refusalOf } from '../refusal.ts'

export interface PresenterRoutes {
  handle: SessionHandle
  auth: Auth
  links: PresenterLinks
  addresses: Addresses
  /** Ends an earlier session that was left without an end. */
  endLeft: (name: string) => Promise<void>
}

/** Routes that drive the session, for the presenter alone. */
export function presenterRoutes({ handle, auth, links, addresses, endLeft }: PresenterRoutes): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>()

  // Open to everybody: this is how a browser gets the presenter's cookie.
  routes.post('/presenter/code', async (c) => {
    const { code } = await read(c, bodies.code)
    await links.enter(c, code)
    return c.json({})
  })

  routes.use(auth.only)

  const does = (c: Context, command: Command): Promise<Session> => handle.perform(command, c.req.header('idempotency-key')?.slice(0, 64))

  /** Refuses an id that is none of the words that may be read. */
  function checkWords(poll: string, ids: readonly string[]): void {
    const round = readable(handle.deck, handle.session, poll)
    if ('refused' in round)
      throw refusalOf(round)
    const words = handle.tally(round)?.words ?? []
    if (!ids.every(id => words.some(word => word.id === id)))
      throw new Refusal('no-such-word', 'There is no such answer in this poll.')
  }

  routes.post('/slide', async (c) => {
    const { slide, clicks } = await read(c, bodies.slide)
    return c.json(currentSlide(handle.deck, await does(c, { type: 'move', slide, clicks }))?.position)
  })

  for (const type of ['open', 'close', 'reveal', 'reset'] as const) {
    routes.post(`/polls/:id/${type}`, async (c) => {
      await does(c, { type, poll: c.req.param('id') })
      return c.json({})
    })
  }

  routes.get('/polls/:id/words', async (c) => {
    const before = readable(handle.deck, handle.session, c.req.param('id'))
    if ('refused' in before)
      throw refusalOf(before)
    if (!before.told)
      await handle.perform({ type: 'tell', rounds: [before] })
    const round = readable(handle.deck, handle.session, c.req.param('id'))
    if ('refused' in round)
      throw refusalOf(round)
    const tally = handle.tally(round)
    return c.json({ words: tally ? readWords(tally, round) : [] })
  })

  routes.put('/polls/:id/words/:word', async (c) => {
    const { hidden } = await read(c, bodies.hidden)
    const { id: poll, word } = c.req.param()
    checkWords(poll, [word])
    await does(c, { type: 'hide', poll, word, hidden })
    return c.json({})
  })

  routes.put('/polls/:id/labels', async (c) => {
    const { labels } = await read(c, bodies.labels)
    const poll = c.req.param('id')
    checkWords(poll, Object.entries(labels).flat())
    await does(c, { type: 'label', poll, labels })
    return c.json({})
  })

  routes.put('/polls/:id/hand-count', async (c) => {
    await does(c, { type: 'hands', poll: c.req.param('id'), ...await read(c, bodies.hands) })
    return c.json({})
  })

  routes.post('/polls/:id/countdown', async (c) => {
    await does(c, { type: 'countdown', poll: c.req.param('id'), ...await read(c, bodies.countdown) })
    return c.json({})
  })

  routes.put('/choices/:id', async (c) => {
    const drawing = c.req.param('id')
    if (!/^[a-z0-9-]{1,40}$/.test(drawing))
      throw new Refusal('does-not-fit', 'A drawing is named by lower-case words joined by hyphens, at most 40 characters.')
    await does(c, { type: 'choose', drawing, choice: await read(c, bodies.choice) })
    return c.json({})
  })

  routes.post('/join/next', async (c) => {
    await does(c, { type: 'join', url: nextAddress(handle.session, addresses.current) })
    return c.json({})
  })

  routes.put('/join', async (c) => {
    await does(c, { type: 'join', ...await read(c, bodies.shown) })
    return c.json({})
  })

  for (const action of ['start', 'pause', 'resume'] as const) {
    routes.post(`/clock/${action}`, async (c) => {
      await does(c, { type: 'clock', action })
      return c.json({})
    })
  }

  routes.post('/presenter/link', async c => c.json({ url: await links.make() }))

  routes.post('/session/end', async (c) => {
    await handle.end(c.req.header('idempotency-key')?.slice(0, 64))
    return c.json({})
  })

  routes.post('/sessions/:name/end', async (c) => {
    await endLeft(c.req.param('name'))
    return c.json({})
  })

  return routes
}
