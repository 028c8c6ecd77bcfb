import type { HttpBindings } from '@hono/node-server'
import type { ExportedResults } from '../exported-results.ts'
import type { SessionHandle } from '../session-handle.ts'
import { Hono } from 'hono'
import { exportResults, toCsv, toldBy } from '../exported-results.ts'

/** Routes with the results of the session, for the presenter. */
export function resultRoutes(handle: SessionHandle): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>()

  /** Rounds that are exported take no more answers first: two exports, compared, would tell whose answer came in between. */
  async function results(): Promise<ExportedResults> {
    const rounds = toldBy(handle.deck, handle.session, handle.rounds).filter(({ told }) => !told)
    if (rounds.length > 0)
      await handle.perform({ type: 'tell', rounds: rounds.map(({ poll, round }) => ({ poll, round })) })
    return exportResults(handle)
  }

  routes.get('/results.json', async c => c.json(await results()))

  routes.get('/results.csv', async (c) => {
    const csv = toCsv(await results())
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="results.csv"' })
  })

  return routes
}
