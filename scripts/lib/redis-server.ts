import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.ts'
import { ensureProgram, findCommand } from './system-package.ts'

/** Settings that sessions need: every acknowledged write is on disk, and nothing is evicted. */
const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '']

/** The path of a Valkey or Redis server on this machine; null where there is none. */
export function findRedisServer(): string | null {
  return findCommand(['valkey-server', 'redis-server'], ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'])
}

/** @throws PlainError where none can be had and `CI` is set */
export function ensureRedisServer(log = say): string | null {
  return ensureProgram({ find: findRedisServer, name: 'Valkey or Redis server', package: 'redis-server', without: 'nothing that needs one is tested. Install valkey or redis.' }, log)
}

/** A server that runs, and how to reach and end it. */
export interface RedisServer {
  /** `redis://127.0.0.1:` and the port. */
  url: string
  /** Ends it at once, as a power cut would. Its folder stays. */
  kill: () => Promise<void>
  /** Starts it again on the same port and folder. */
  restart: () => Promise<void>
  /** Resident memory and CPU time are read by process id. */
  pid: () => number
}

/**
 * Starts a server on a free port of this machine, with all its files in `folder`.
 * `settings` come after the durable ones and win over them, as in `['--appendfsync', 'everysec']`.
 */
export async function startRedisServer(executable: string, folder: string, settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(executable, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable, ...settings], { stdio: 'ignore' })
    while (!await accepts(port)) {
      if (child.exitCode !== null)
        throw new Error(`${executable} ended with code ${child.exitCode} before it took a connection.`)
      await wait(20)
    }
  }
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null)
      return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, kill, restart: start, pid: () => child.pid ?? 0 }
}

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
