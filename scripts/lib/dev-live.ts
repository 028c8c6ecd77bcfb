import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { buildPhone } from '../build/decks.ts'
import { readManifest } from '../build/read-slides.ts'
import { readSettings } from './options.ts'
import { root } from './paths.ts'
import { main } from './say.ts'

/** The live session behind `npm run dev`: a rehearsal on this machine only, started again when what it reads changes. */
await main(async () => {
  const { format = 90 } = readSettings('dev', [], process.env)
  const manifest = await readManifest(format)
  const phone = await buildPhone()
  const nothing = join(root, '.cache/dev')
  mkdirSync(nothing, { recursive: true })
  writeFileSync(join(nothing, 'index.html'), '<!doctype html><title>The Fork</title><p>While you write, Slidev shows the deck, at the address that npm run dev printed.</p>')
  const workshop = await serveWorkshop({
    manifest,
    polls,
    plan: planOf(manifest.format),
    dirs: { present: nothing, deck: nothing, phone },
    dataDir: null,
    fresh: false,
    rehearsal: true,
    floor: 1,
    host: '127.0.0.1',
    port: Number(process.env.FORK_LIVE_PORT),
    presenterKey: process.env.FORK_LIVE_KEY,
    wifi: null,
  })
  process.on('SIGTERM', () => void workshop.close().then(() => process.exit(0)))
})
