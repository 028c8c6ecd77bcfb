import type { ChildProcess } from 'node:child_process'
import type { StoreLocation } from '../../live/store/repository.ts'
import type { BenchOptions } from './bench-options.ts'
import type { ServerAddress } from './simulated-phone.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { repositoryOf } from '../../live/store/repository.ts'
import { nodeFlags } from '../setup.mjs'
import { root } from './paths.ts'
import { ensureRedisServer, freePort, startRedisServer } from './redis-server.ts'
import { PlainError } from './say.ts'

const HOST = '127.0.0.1'
export const KEY = 'only-for-this-benchmark'

/** Servers of the real `npm start` that share a session. */
export interface Room {
  places: [ServerAddress, ...ServerAddress[]]
  pids: number[]
  /** Address of the store; null where a file keeps the session. */
  store: string | null
  /** How long each start took, in milliseconds. */
  starts: number[]
  /** Ends the servers and deletes the session. */
  close: () => Promise<void>
}

/** Starts servers on a session of their own, one after another: the first may have to build the deck. */
export async function openRoom({ servers, storage }: BenchOptions): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'fork-bench-'))
  const redis = storage === 'own-store' ? await ownStore(folder) : null
  const store = redis?.url ?? (typeof storage === 'object' ? storage.store : null)
  const session = `bench ${process.pid} ${Date.now()}`
  const running: ChildProcess[] = []
  const close = async (): Promise<void> => {
    await Promise.all(running.map(end))
    const kept: StoreLocation = { dataDir: folder, store: store ?? undefined }
    await repositoryOf(kept, false).delete(session).catch(() => {})
    await redis?.kill()
    rmSync(folder, { recursive: true })
  }
  try {
    const starts: number[] = []
    const start = async (): Promise<ServerAddress> => {
      const port = await freePort()
      const at = performance.now()
      const server = startServer({ FORK_HOST: HOST, FORK_PORT: String(port), FORK_DATA_DIR: folder, FORK_STORE: store ?? '', FORK_SESSION: session, FORK_PRESENTER_KEY: KEY, FORK_OPEN: '0' })
      running.push(server)
      await isReady(server, port)
      starts.push(performance.now() - at)
      return { host: HOST, port }
    }
    const places: Room['places'] = [await start()]
    while (places.length < servers)
      places.push(await start())
    return { places, pids: running.flatMap(({ pid }) => pid ?? []), store, starts, close }
  }
  catch (error) {
    await close()
    throw error
  }
}

async function ownStore(folder: string): ReturnType<typeof startRedisServer> {
  const executable = ensureRedisServer()
  if (executable === null)
    throw new PlainError('Servers share a session only through a store. Name one with --store.')
  return startRedisServer(executable, folder)
}

/** Starts a server without the settings of this environment. */
function startServer(settings: Record<string, string>): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('FORK_')))
  return spawn(process.execPath, [...nodeFlags('start'), join(root, 'scripts/start.ts')], { env: { ...env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function isReady(server: ChildProcess, port: number): Promise<void> {
  const ask = (): Promise<Response | null> => fetch(`http://${HOST}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  while ((await ask())?.ok !== true) {
    if (server.exitCode !== null)
      throw new PlainError('A server did not start: see above.')
    await wait(20)
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null)
    return
  const exited = once(server, 'exit')
  server.kill()
  await exited
}
