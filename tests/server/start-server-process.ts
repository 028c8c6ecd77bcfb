import type { StoreLocation } from '../../live/store/repository.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'

/** A server that runs in a process of its own. */
export interface ServerProcess {
  port: number
  /** `http://127.0.0.1:` and the port. */
  base: string
  /** Ends it at once, as `kill -9` does. */
  kill: () => Promise<void>
}

/** Starts a server on the session "team", with an empty page for phones in `folder`. It ends with the test. */
export async function startServer(folder: string, { dataDir, store }: StoreLocation): Promise<ServerProcess> {
  const pages = join(folder, 'pages')
  mkdirSync(pages, { recursive: true })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server-process.ts'), pages, dataDir ?? '', ...store === undefined ? [] : [store]], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const port = Number(await Promise.race([
    once(child.stdout, 'data').then(String),
    exited.then(() => Promise.reject(new Error('the server did not start'))),
  ]))
  return { port, base: `http://127.0.0.1:${port}`, kill }
}
