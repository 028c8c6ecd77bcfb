import type { Manifest } from '../live/domain/manifest.ts'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { compress } from './compress.ts'
import { hashOf } from './files.ts'
import { root } from './paths.ts'
import { binOf, runNode } from './run.ts'
import { PlainError, say, since } from './say.ts'

type Format = Manifest['format']

/** Folders of static files, ready to be served. */
export interface Built {
  manifest: Manifest
  /** `present` holds the notes; `deck` and `phone` are for everybody. */
  dirs: { present: string, deck: string, phone: string }
}

interface Job {
  name: string
  dir: string
  /** Of what it is built from; null to build it every time. */
  hash: string | null
  build: (out: string) => ReturnType<typeof runNode>
}

const shared = ['components', 'exercises', 'live/client', 'live/domain', 'styles', 'public', 'package-lock.json', 'scripts/decks.ts', 'scripts/compress.ts']
const deckInputs = ['slides.md', 'pages', 'layouts', 'setup', 'vite.config.ts', 'index.html', 'global-top.vue', 'global-bottom.vue', 'custom-nav-controls.vue', 'uno.config.ts', 'scripts/manifest.ts', ...shared]
const phoneInputs = ['phone', ...shared]

/**
 * Builds the two decks of a format and the phone page, as far as something they are made from has changed.
 * @throws DefinitionError for a mistake in a page or a poll; PlainError with the reason when a build fails.
 */
export async function buildDecks(format: Format, log = say): Promise<Built> {
  const cache = join(root, '.cache')
  const dirs = { present: join(cache, String(format), 'present'), deck: join(cache, String(format), 'deck'), phone: join(cache, 'phone') }
  const deckHash = hashOf(deckInputs)
  const phoneHash = hashOf(phoneInputs)
  const manifest = await freshManifest(format, deckHash, join(cache, String(format), 'manifest.json'))
  const jobs: Job[] = [
    { name: 'presenter view', dir: dirs.present, hash: deckHash, build: (out: string) => slidev(['--base', '/present/', '--out', out], { FORMAT: String(format), VITE_AUDIENCE: 'presenter' }) },
    { name: 'deck', dir: dirs.deck, hash: deckHash, build: (out: string) => slidev(['--base', '/deck/', '--without-notes', '--out', out], { FORMAT: String(format), VITE_AUDIENCE: 'room' }) },
    { name: 'phone page', dir: dirs.phone, hash: phoneHash, build: phone },
  ].filter(job => !isBuilt(job))
  if (jobs.length > 0) {
    const started = performance.now()
    log(`Building the ${jobs.map(job => job.name).join(', the ')} for ${format} minutes …`)
    await Promise.all(jobs.map(job => buildInto(job, compress)))
    log(`Built in ${since(started)}.`)
  }
  return { manifest, dirs }
}

/** Builds the static site for readers into `out`. */
export async function buildSite(out: string, base: string, format?: Format): Promise<void> {
  const build = (dir: string): ReturnType<typeof runNode> =>
    slidev(['--base', base, '--without-notes', '--out', dir], { FORMAT: format ? String(format) : '', VITE_AUDIENCE: 'reader' })
  await buildInto({ name: 'site', dir: out, hash: null, build })
}

function slidev(args: string[], env: NodeJS.ProcessEnv): ReturnType<typeof runNode> {
  return runNode(binOf('@slidev/cli', 'slidev'), ['build', 'slides.md', ...args], { env })
}

function phone(out: string): ReturnType<typeof runNode> {
  return runNode(binOf('vite'), ['build', '--config', 'phone/vite.config.ts', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'])
}

async function freshManifest(format: Format, hash: string, file: string): Promise<Manifest> {
  if (existsSync(file)) {
    const known = JSON.parse(readFileSync(file, 'utf8')) as { hash: string, manifest: Manifest }
    if (known.hash === hash)
      return known.manifest
  }
  const { readManifest } = await import('./manifest.ts')
  const manifest = await readManifest(format)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ hash, manifest }))
  renameSync(`${file}.${process.pid}`, file)
  return manifest
}

/** What a folder was built from stands beside it. */
function stampOf(dir: string): string {
  return `${dir}.from`
}

function isBuilt({ dir, hash }: Job): boolean {
  return existsSync(dir) && existsSync(stampOf(dir)) && readFileSync(stampOf(dir), 'utf8') === hash
}

/** Builds beside `dir` and swaps at the end: a build that is interrupted or fails is never served. */
async function buildInto({ name, dir, hash, build }: Job, finish?: (out: string) => Promise<void>): Promise<void> {
  const fresh = `${dir}.${process.pid}`
  try {
    const { code, output } = await build(fresh)
    if (code !== 0)
      throw new PlainError(`The ${name} could not be built:\n\n${output.trim()}`)
    await finish?.(fresh)
    rmSync(stampOf(dir), { force: true })
    rmSync(dir, { recursive: true, force: true })
    renameSync(fresh, dir)
    if (hash !== null)
      writeFileSync(stampOf(dir), hash)
  }
  finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
