import type { LiveState } from '../../live/domain/state.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { steadyClock } from '../../live/domain/steady-clock.ts'
import { statusOf } from '../../live/server/refusal.ts'
import { ANSWER_ROUTE } from '../../live/server/routes/answer.ts'
import { openSession } from '../../live/server/sessions.ts'
import { wire } from '../../live/server/wiring.ts'
import { openRoom, serveOptions } from './harness.ts'

describe('docs/http.md', () => {
  /** The page without the padding of its tables. */
  const docs = readFileSync('docs/http.md', 'utf8').replaceAll(/ +/g, ' ')

  it('names every request there is', async () => {
    const options = serveOptions({ dataDir: null })
    const opened = await openSession(options)
    const { app, close } = await wire({ ...options, opened, now: steadyClock(), port: 4590, here: 'http://127.0.0.1:4590' })
    await close()
    await opened.store.close()
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api')).map(({ method, path }) => `${method} ${path}`)
    const requests = [ANSWER_ROUTE, ...routes].map(route => `\`${route}\``)
    expect(requests.length).toBeGreaterThan(20)
    expect(requests.filter(request => !docs.includes(request))).toEqual([])
  })

  it('names every code of a refusal, with its status', () => {
    const codes = Object.entries(statusOf).map(([code, status]) => `| ${status} | \`${code}\` |`)
    expect(codes.filter(code => !docs.includes(code))).toEqual([])
  })

  it('names every event, and every field of what everybody sees', async () => {
    for (const event of ['snapshot', 'state', 'progress', 'mine', 'beat'])
      expect(docs).toContain(`\`${event}\``)
    const room = await openRoom()
    await room.go('ask-lunch')
    const fields = (value: LiveState): string[] => Object.entries(value).flatMap(([name, inner]) => [name, ...(name !== 'polls' && typeof inner === 'object' && inner !== null ? Object.keys(inner) : [])])
    const { json } = await room.presenter.state('screen')
    expect([...new Set(fields(json))].filter(field => !docs.includes(`"${field}"`))).toEqual([])
  })
})
