import type { LiveState } from '../../live/domain/state.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createApi } from '../../live/server/api.ts'
import { Join } from '../../live/server/join.ts'
import { PresenterDoor } from '../../live/server/presenter.ts'
import { LiveSession } from '../../live/server/session.ts'
import { openSession } from '../../live/server/sessions.ts'
import { KEY, openRoom, serveOptions } from './harness.ts'
import { manifest, plan, polls } from './workshop.ts'

describe('docs/http.md', () => {
  /** Without the padding of its tables. */
  const docs = readFileSync('docs/http.md', 'utf8').replaceAll(/ +/g, ' ')

  it('names every request there is', async () => {
    const { store } = await openSession(serveOptions())
    const session = await LiveSession.open({ store, polls, manifest, floor: 5, plan, now: Date.now })
    const join = new Join({ addresses: () => [], wifi: null })
    const { api, hub } = createApi({ session, store, manifest, door: new PresenterDoor(KEY), join, resumed: null })
    hub.close()
    join.close()
    await store.close()
    const requests = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `\`${method} /api${path}\``)
    expect(requests.length).toBeGreaterThan(15)
    expect(requests.filter(request => !docs.includes(request))).toEqual([])
  })

  it('names every code of a refusal, with its status', () => {
    const source = readdirSync('live/server').map(file => readFileSync(`live/server/${file}`, 'utf8')).join('')
    const codes = [...source.matchAll(/Refusal\((\d+), '([a-z-]+)'/g)].map(([, status, code]) => `| ${status} | \`${code}\` |`)
    expect(codes.length).toBeGreaterThan(15)
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
