import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Manifest } from '../domain/manifest.ts'
import type { Snapshot } from '../domain/state.ts'
import type { Store } from '../store/store.ts'
import type { Role } from './hub.ts'
import type { Join } from './join.ts'
import type { PresenterDoor } from './presenter.ts'
import type { LiveSession } from './session.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { bodies, read } from './bodies.ts'
import { exportResults, toCsv } from './exports.ts'
import { Hub } from './hub.ts'
import { RateLimit } from './limits.ts'
import { Refusal } from './refusal.ts'
import { Voters } from './voters.ts'

export interface ApiOptions {
  session: LiveSession
  store: Store
  manifest: Manifest
  door: PresenterDoor
  join: Join
  /** Answers taken up from before this start, if any. */
  resumed: { answers: number, startedAt: string } | null
}

const MOST_BODY_BYTES = 4 * 1024

/** The HTTP contract of `docs/http.md`, to be mounted at `/api`. */
export function createApi({ session, store, manifest, door, join, resumed }: ApiOptions): { api: Hono<{ Bindings: HttpBindings }>, hub: Hub } {
  const voters = new Voters(session)
  const answersOfVoter = new RateLimit(20, 10_000)

  const hub: Hub = new Hub({
    state: stateFor,
    progress() {
      const { poll } = session.state()
      return { phones: hub.phones, poll: poll && { id: poll.poll.id, round: poll.round, answered: poll.answered } }
    },
  })
  join.changed = () => hub.changed()
  session.listener = { changed: () => hub.changed(), answered: () => hub.progress() }

  function stateFor(role: Role): Omit<Snapshot, 'mine'> {
    const { polls, ...state } = session.state()
    const forPhone = { ...state, phones: hub.phones }
    if (role === 'phone')
      return forPhone
    const forScreen = { ...forPhone, polls, join: join.state }
    return role === 'screen' ? forScreen : { ...forScreen, presenter: { addresses: join.addresses, address: join.index, hands: session.hands, resumed, timing: session.timing } }
  }

  function roleOf(c: Context): Role {
    if (c.req.query('as') !== 'screen')
      return 'phone'
    return door.isPresenter(c) ? 'presenter' : 'screen'
  }

  const api = new Hono<{ Bindings: HttpBindings }>()
  const limitBody = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw new Refusal(413, 'too-large', 'That is far more than fits. Shorten it and send it again.')
    },
  })
  // Node lets no body be longer than it says it is, and to open one as a stream and count takes as long as to answer it.
  api.use((c, next) => Number(c.req.header('content-length')) <= MOST_BODY_BYTES ? next() : limitBody(c, next))

  api.get('/health', c => c.json({ ok: true }))

  api.get('/state', async (c) => {
    const role = roleOf(c)
    const voter = role === 'phone' ? voters.greet(c) : null
    return c.json({ mine: await session.ownAnswers(voter), ...stateFor(role) } satisfies Snapshot)
  })

  api.get('/events', async (c) => {
    const role = roleOf(c)
    const voter = role === 'phone' ? voters.greet(c) : null
    const mine = await session.ownAnswers(voter)
    // Not `c.res`: Hono would merge it into the answer and send a second head.
    const { headers } = c.body(null)
    const { outgoing } = c.env
    outgoing.writeHead(200, { ...Object.fromEntries(headers), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    hub.join(role, voter, mine, outgoing)
    return RESPONSE_ALREADY_SENT
  })

  api.put('/polls/:id/answer', async (c) => {
    const { round, answer } = await read(c, bodies.answer)
    const voter = voters.greet(c)
    if (voter !== null && !answersOfVoter.allows(voter))
      throw new Refusal(429, 'too-many', 'That was a lot of answers in a few seconds. Wait a moment, then send again.')
    const id = c.req.param('id')
    const stored = await session.answer(id, round, voter, answer)
    if (voter !== null)
      hub.mine(voter, { [id]: { round, answer: stored.answer } })
    return c.json({ status: stored.status })
  })

  const presenter = new Hono<{ Bindings: HttpBindings }>()
  presenter.use(door.only)

  presenter.post('/slide', async (c) => {
    const { slide, clicks } = await read(c, bodies.slide)
    return c.json(await session.move(slide, clicks))
  })

  for (const action of ['open', 'close', 'reveal'] as const) {
    presenter.post(`/polls/:id/${action}`, async (c) => {
      await session.act(c.req.param('id'), action)
      return c.json({})
    })
  }

  presenter.post('/polls/:id/reset', async (c) => {
    await session.reset(c.req.param('id'))
    return c.json({})
  })

  presenter.get('/polls/:id/words', async c => c.json({ words: await session.words(c.req.param('id')) }))

  presenter.put('/polls/:id/words/:word', async (c) => {
    const { hidden } = await read(c, bodies.hidden)
    await session.hideWord(c.req.param('id'), c.req.param('word'), hidden)
    return c.json({})
  })

  presenter.put('/polls/:id/hand-count', async (c) => {
    const { counts } = await read(c, bodies.hands)
    await session.setHands(c.req.param('id'), counts)
    return c.json({})
  })

  presenter.post('/join/next', (c) => {
    join.next()
    return c.json({})
  })

  presenter.put('/join', async (c) => {
    join.show((await read(c, bodies.shown)).shown)
    return c.json({})
  })

  for (const action of ['start', 'pause', 'resume'] as const) {
    presenter.post(`/clock/${action}`, async (c) => {
      await session.clock(action)
      return c.json({})
    })
  }

  presenter.post('/session/end', async (c) => {
    await session.end()
    return c.json({})
  })

  presenter.get('/results.json', async c => c.json(await exportResults(store, manifest, session.timing)))

  presenter.get('/results.csv', async (c) => {
    const csv = toCsv(await exportResults(store, manifest, session.timing))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="results.csv"' })
  })

  api.route('/', presenter)
  return { api, hub }
}
