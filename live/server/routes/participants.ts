import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Snapshot } from '../../domain/state.ts'
import type { Role } from '../../domain/view.ts'
import type { Attendance } from '../attendance.ts'
import type { Auth } from '../auth.ts'
import type { Hub } from '../hub.ts'
import type { SessionHandle } from '../session-handle.ts'
import type { Views } from '../views.ts'
import type { Voters } from '../voters.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { bodies, read } from '../bodies.ts'
import { addressOf, headersOf } from '../caller-address.ts'
import { Holdings, RateLimit } from '../limits.ts'
import { refuseElsewhere } from '../origin.ts'
import { Refusal } from '../refusal.ts'
import { ownAnswersOf } from '../voter-answers.ts'

export interface ParticipantRoutes {
  handle: SessionHandle
  auth: Auth
  voters: Voters
  hub: Hub
  views: Views
  attendance: Attendance
  /** Exercises that phones may report on. */
  exercises: ReadonlySet<string>
  /** Streams that one address may hold at once. */
  mostStreams: (address: string) => number
}

/** Routes for everybody in the room, except answers (`answer.ts`). */
export function participantRoutes({ handle, auth, voters, hub, views, attendance, exercises, mostStreams }: ParticipantRoutes): Hono<{ Bindings: HttpBindings }> {
  const marksOfVoter = new RateLimit(20, 10_000)
  const streams = new Holdings(mostStreams)
  const routes = new Hono<{ Bindings: HttpBindings }>()

  function roleOf(c: Context): Role {
    if (c.req.query('as') !== 'screen')
      return 'phone'
    return auth.isPresenter(c) ? 'presenter' : 'screen'
  }

  routes.get('/health', c => c.json({ ok: true }))

  routes.get('/state', async (c) => {
    const role = roleOf(c)
    await Promise.all([handle.count(), attendance.look()])
    const mine = await ownAnswersOf(handle, role === 'phone' ? voters.of(headersOf(c)) : null)
    return c.json({ mine, ...views.state(role) } satisfies Snapshot)
  })

  routes.get('/events', async (c) => {
    const role = roleOf(c)
    const head = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    if (c.req.method === 'HEAD')
      return c.body(null, 200, head)
    const leave = streams.take(addressOf(c))
    if (leave === null)
      throw new Refusal('too-many-phones', 'Very many pages are open from this network already. Close those you do not need, then reload this one.')
    const { outgoing } = c.env
    outgoing.once('close', leave)
    const { id, minted } = role === 'phone' ? voters.greet(c) : { id: null }
    // A new voter has answered nothing yet.
    const mine = minted === undefined ? await ownAnswersOf(handle, id) : {}
    // Not through `c.res`: Hono would merge it into its own response and send the head twice.
    const { headers } = c.body(null)
    outgoing.writeHead(200, { ...Object.fromEntries(headers), ...head })
    hub.join({ role, voter: id, follows: c.req.query('following') !== '0' }, minted === undefined ? { mine } : { mine, voter: minted }, outgoing)
    return RESPONSE_ALREADY_SENT
  })

  routes.post('/ticket', c => c.json({ ticket: voters.ticket(c) }))

  routes.post('/progress', async (c) => {
    refuseElsewhere(headersOf(c))
    const { exercise, stage } = await read(c, bodies.progress)
    if (!exercises.has(exercise))
      throw new Refusal('does-not-fit', `There is no exercise "${exercise}" in this workshop.`)
    const voter = voters.of(headersOf(c))
    if (handle.session.endedAt !== null)
      throw new Refusal('session-over', 'This session is over. Thank you for being here.')
    if (voter === null)
      throw new Refusal('no-voter', 'This phone is not known yet. Reload the page.')
    if (!marksOfVoter.allows(voter))
      throw new Refusal('too-many', 'That was a lot in a few seconds. Wait a moment, then send again.')
    await handle.store.mark(exercise, voter, stage)
    hub.progress()
    return c.json({})
  })

  return routes
}
