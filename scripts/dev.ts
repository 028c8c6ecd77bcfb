import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { readSlides } from './build/read-slides.ts'
import { readSettings } from './lib/options.ts'
import { root } from './lib/paths.ts'
import { binOf } from './lib/run.ts'
import { main, say } from './lib/say.ts'
import { runSingleProcess } from './lib/single-process.ts'

/** Sources of the live server, which is restarted when they change. Slidev follows its own. */
const watched = ['pages', 'phone', 'exercises', 'live/domain', 'live/server', 'live/store', 'slides.md']
const SETTLE_MS = 300

await main(async () => {
  const { format = 90 } = readSettings('dev', process.argv.slice(2), process.env)
  await readSlides()
  const [livePort, deckPort] = [await freePort(), await freePort()]
  const key = randomBytes(16).toString('hex')
  const env = { ...process.env, FORK_FORMAT: String(format), VITE_AUDIENCE: 'presenter', FORK_LIVE_URL: `http://127.0.0.1:${livePort}`, FORK_LIVE_PORT: String(livePort), FORK_LIVE_KEY: key }

  const start = (script: string, ...args: string[]): ChildProcess => spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const startLive = (): ChildProcess => start(join(root, 'scripts/lib/dev-live.ts'))
  const live = runSingleProcess(startLive)
  const slidev = start(binOf('@slidev/cli', 'slidev'), 'slides.md', '--port', String(deckPort), '--log', 'warn')
  say(`Deck       http://localhost:${deckPort}/`)
  say(`Presenter  http://localhost:${deckPort}/presenter/1`)
  say(`Phone      ${env.FORK_LIVE_URL}/`)
  say('Only this machine can open these. Ctrl-C stops.')

  let settle: NodeJS.Timeout | undefined
  for (const path of watched) {
    watch(join(root, path), { recursive: true }, () => {
      clearTimeout(settle)
      settle = setTimeout(live.restart, SETTLE_MS)
    })
  }
  slidev.on('exit', (code) => {
    live.stop()
    process.exit(code ?? 0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      live.stop()
      slidev.kill()
    })
  }
})

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
