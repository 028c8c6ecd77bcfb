import type { Manifest } from '../../live/domain/manifest.ts'
import type { BuildOptions } from './build-options.ts'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'
import { formats } from '../../exercises/sections.ts'
import { hashOf } from '../lib/files.ts'
import { kitFolder, root, siteFolder } from '../lib/paths.ts'
import { binOf, runNode } from '../lib/run.ts'
import { PlainError, say, since } from '../lib/say.ts'
import { swapIn } from '../lib/swap-in.ts'
import { compress } from './compress.ts'

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
  /** Digest of its sources. */
  hash: string
  build: (out: string) => ReturnType<typeof runNode>
}

const cache = join(root, '.cache')
const shared = ['components', 'exercises', 'live/client', 'live/domain', 'live/kinds', 'styles', 'public', 'package-lock.json', 'scripts/build/decks.ts', 'scripts/build/compress.ts']
/** Slidev picks up files of these names at the top of the project. */
const atTheTop = readdirSync(root).filter(name => /\.(?:vue|html|css)$|^(?:vite|uno)\.config\.ts$/.test(name))
const deckInputs = ['slides.md', 'pages', 'layouts', 'setup', 'scripts/build/read-slides.ts', 'scripts/check', ...atTheTop, ...shared]
const phoneInputs = ['phone', 'setup/favicon.ts', 'setup/third-party-notices.ts', 'setup/oldest-browsers.ts', ...shared]

/**
 * Builds the two decks of a format and the phone page, as far as something they are made from has changed.
 * @throws DefinitionError for a mistake in a page or a poll; PlainError with the reason when a build fails.
 */
export async function buildDecks(format: Format, log = say): Promise<Built> {
  const hash = hashOf(deckInputs)
  const manifest = await freshManifest(format, hash, join(cache, String(format), 'manifest.json'))
  const [present, deck, phone] = allJobs(format, hash)
  await buildAll([present, deck, phone], log)
  return { manifest, dirs: { present: present.dir, deck: deck.dir, phone: phone.dir } }
}

/** Builds the deck without notes, if something it is made from has changed. Resolves with its folder; its base is `/deck/`. */
export async function buildDeck(format: Format, log = say): Promise<string> {
  const job = roomDeck(format, hashOf(deckInputs))
  await buildAll([job], log)
  return job.dir
}

/** Names of what the next `buildDecks` of this format builds. */
export function staleBuilds(format: Format): string[] {
  return allJobs(format, hashOf(deckInputs)).filter(job => !isBuilt(job)).map(({ name }) => name)
}

/** Makes the next `buildDeck` of this format build even if nothing has changed. */
export function forgetDeck(format: Format): void {
  rmSync(stampOf(roomDeck(format, '').dir), { force: true })
}

/** Builds the phone page, if something it is made from has changed. Resolves with its folder. */
export async function buildPhone(log = say): Promise<string> {
  const job = phoneJob()
  await buildAll([job], log)
  return job.dir
}

/**
 * Builds the static site for readers into `out`, which stays as it was if that fails.
 * @throws PlainError when the build fails or `out` cannot be written
 */
export async function buildSite(out: string, { format, origin, base }: BuildOptions): Promise<void> {
  await checkProject()
  const keep = [relative(siteFolder, kitFolder)]
  await swapIn(out, async (fresh) => {
    const { code, output } = await slidev(['--base', base, '--out', fresh], { FORK_FORMAT: String(format), VITE_AUDIENCE: 'reader', FORK_SITE_ORIGIN: origin })
    if (code !== 0)
      throw new PlainError(`The site could not be built:\n\n${output.trim()}`)
  }, keep)
}

/** Set explicitly: inside a test runner it would be `test`, which builds Vue's slower development version. */
const NODE_ENV = 'production'

function slidev(args: string[], env: NodeJS.ProcessEnv): ReturnType<typeof runNode> {
  return runNode(binOf('@slidev/cli', 'slidev'), ['build', 'slides.md', ...args], { env: { NODE_ENV, ...env } })
}

function allJobs(format: Format, hash: string): [present: Job, deck: Job, phone: Job] {
  return [deckJob(format, hash, 'presenter view', 'present', 'presenter'), roomDeck(format, hash), phoneJob()]
}

function roomDeck(format: Format, hash: string): Job {
  return deckJob(format, hash, 'deck', 'deck', 'room')
}

function deckJob(format: Format, hash: string, name: string, place: string, audience: string): Job {
  return {
    name: `${name} for ${format} minutes`,
    dir: join(cache, String(format), place),
    hash,
    build: out => slidev(['--base', `/${place}/`, '--out', out], { FORK_FORMAT: String(format), VITE_AUDIENCE: audience }),
  }
}

function phoneJob(): Job {
  return {
    name: 'phone page',
    dir: join(cache, 'phone'),
    hash: hashOf(phoneInputs),
    build: out => runNode(binOf('vite'), ['build', '--config', 'phone/vite.config.ts', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'], { env: { NODE_ENV } }),
  }
}

/** Builds run side by side, since one leaves a core idle half of the time. */
async function buildAll(jobs: Job[], log: (line: string) => void): Promise<void> {
  const stale = jobs.filter(job => !isBuilt(job))
  if (stale.length === 0)
    return
  await checkProject()
  const started = performance.now()
  log(`Building the ${stale.map(job => job.name).join(', the ')} …`)
  const ended = await Promise.allSettled(stale.map(job => buildInto(job)))
  // Slidev's builds write one and the same file below node_modules/.slidev: whoever read it half written is built again, alone.
  for (const job of stale.filter((_, i) => ended[i]?.status === 'rejected'))
    await buildInto(job)
  log(`Built in ${since(started)}.`)
}

/** Checks pages and data files before a build, so that a mistake is a sentence. */
async function checkProject(): Promise<void> {
  const { readSlides } = await import('./read-slides.ts')
  await readSlides()
}

const storedSlide = v.object({ no: v.number(), title: v.string(), alias: v.string(), section: v.string(), poll: v.nullable(v.string()), exercise: v.nullable(v.string()), clicks: v.number() })
/** A manifest stored by an earlier build, with the digest of its sources. */
const storedManifest = v.pipe(v.string(), v.parseJson(), v.object({ hash: v.string(), manifest: v.object({ format: v.picklist(formats), slides: v.array(storedSlide) }) }))

async function freshManifest(format: Format, hash: string, file: string): Promise<Manifest> {
  if (existsSync(file)) {
    const { success, output } = v.safeParse(storedManifest, readFileSync(file, 'utf8'))
    if (success && output.hash === hash)
      return output.manifest
  }
  const { readManifest } = await import('./read-slides.ts')
  const manifest = await readManifest(format)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ hash, manifest }))
  renameSync(`${file}.${process.pid}`, file)
  return manifest
}

/** The file beside a build's folder that holds the digest of its sources. */
function stampOf(dir: string): string {
  return `${dir}.from`
}

function isBuilt({ dir, hash }: Job): boolean {
  return existsSync(dir) && existsSync(stampOf(dir)) && readFileSync(stampOf(dir), 'utf8') === hash
}

/** Builds into a temporary folder and swaps at the end, so that an interrupted or failed build is never served. */
async function buildInto({ name, dir, hash, build }: Job): Promise<void> {
  const fresh = join(cache, `building-${basename(dir)}-${process.pid}`)
  try {
    const { code, output } = await build(fresh)
    if (code !== 0)
      throw new PlainError(`The ${name} could not be built:\n\n${output.trim()}`)
    await compress(fresh)
    rmSync(stampOf(dir), { force: true })
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dirname(dir), { recursive: true })
    renameSync(fresh, dir)
    writeFileSync(stampOf(dir), hash)
  }
  finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
