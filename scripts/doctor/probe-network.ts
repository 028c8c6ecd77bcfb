import type { Network, Port } from './machine.ts'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import * as v from 'valibot'
import { isEverywhere, isInWsl, networkCards, originOf } from '../../live/server/addresses.ts'

const PATIENCE_MS = 2_000
const healthy = v.object({ ok: v.literal(true) })

/** Who has the port, and which addresses answer there when this laptop asks: as the workshop would listen, or as it does. */
export async function probeNetwork(number: number, host: string | undefined): Promise<{ port: Port, network: Network }> {
  const server = createServer((_, response) => response.end(JSON.stringify({ ok: true })))
  const failure = await listening(server, number, host)
  const address = server.address()
  const at = typeof address === 'object' && address ? address.port : number
  const known = isEverywhere(host) ? '127.0.0.1' : host ?? '127.0.0.1'
  const user = failure === null ? 'nobody' : failure === 'EACCES' ? 'nobody-may' : await isHealthy(known, at) ? 'workshop' : 'another'
  const interfaces = networkInterfaces()
  const asked = user === 'nobody' || user === 'workshop' ? networkCards(interfaces).filter(card => card.reachable && (isEverywhere(host) || card.address === host)) : []
  const answers = await Promise.all(asked.map(card => isHealthy(card.address, at)))
  server.closeAllConnections()
  server.close()
  return {
    port: { number, user },
    network: { interfaces, isWsl: isInWsl(), host, silent: asked.filter((_, i) => !answers[i]).map(card => card.address) },
  }
}

/** Starts listening; null when that worked, else the system's error code. */
function listening(server: ReturnType<typeof createServer>, port: number, host = '0.0.0.0'): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => resolve(null))
  })
}

async function isHealthy(host: string, port: number): Promise<boolean> {
  try {
    const response = await fetch(`${originOf(host, port)}/api/health`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok && v.is(healthy, await response.json())
  }
  catch {
    return false
  }
}
