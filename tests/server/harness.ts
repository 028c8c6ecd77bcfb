import type { ErrorBody } from '../../live/domain/state.ts'
import type { ServeOptions, Workshop } from '../../live/server/serve.ts'
import type { Reply } from './caller.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { serveWorkshop } from '../../live/server/serve.ts'
import { Caller } from './caller.ts'
import { KEY } from './key.ts'
import { manifest, plan, polls, slideNo } from './sample-workshop.ts'

export { KEY }
/** A note that is in every page of the presenter's deck and in no other page. */
export const NOTE = 'Say: only the presenter reads this'

/** A server that runs, and ways to reach it. Everything ends with the test. */
export interface Room {
  workshop: Workshop
  /** `http://127.0.0.1:` and the port. */
  base: string
  dataDir: string
  /** Holds the presenter key. */
  presenter: Caller
  /** A new caller without a cookie. */
  phone: () => Caller
  /** A new caller with a voter's cookie. */
  voter: () => Promise<Caller>
  /** The presenter goes to a slide, one click after the other. */
  go: (alias: string, clicks?: number) => Promise<void>
  /** Lets `count` new phones answer, the nth with `answerOf(n)`. */
  answers: (poll: string, count: number, answerOf: (n: number) => unknown) => Promise<[Caller, ...Caller[]]>
  close: () => Promise<void>
}

/** The body of a refusal: a code for programs, a sentence for people. */
export function refused(code: string): ErrorBody {
  return { error: { code, message: expect.stringMatching(/^[A-Z"].{15,200}\.$/) as string } }
}

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What `serveWorkshop` needs: made pages and a made deck in a folder of its own. */
export function serveOptions(changes: Partial<ServeOptions> = {}): ServeOptions {
  const folder = newFolder()
  const page = (name: string, text: string): string => {
    mkdirSync(join(folder, name, 'assets'), { recursive: true })
    writeFileSync(join(folder, name, 'index.html'), `<!doctype html><title>${name}</title><p>${text}</p>`)
    writeFileSync(join(folder, name, 'assets', `${name}-1a2b.js`), `// ${text}\n`)
    return join(folder, name)
  }
  return {
    polls,
    manifest,
    plan,
    dirs: { present: page('present', NOTE), deck: page('deck', 'for everybody'), phone: page('phone', 'for phones') },
    dataDir: join(folder, 'data'),
    fresh: false,
    rehearsal: false,
    presenterKey: KEY,
    floor: 5,
    host: '127.0.0.1',
    port: 0,
    wifi: null,
    ...changes,
  }
}

/** Starts the real server on a free port of this machine. */
export async function openRoom(changes: Partial<ServeOptions> = {}): Promise<Room> {
  const options = serveOptions(changes)
  const workshop = await serveWorkshop(options)
  const dataDir = options.dataDir ?? ''
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => closed ??= workshop.close()
  // A test that moved the session's file expects this to fail.
  onTestFinished(() => close().catch(() => {}))
  const base = `http://127.0.0.1:${workshop.port}`
  const presenter = new Caller(base, { authorization: `Bearer ${options.presenterKey}` })
  const phone = (): Caller => new Caller(base)
  const voter = async (): Promise<Caller> => {
    const caller = phone()
    await caller.open()
    return caller
  }
  return {
    workshop,
    base,
    dataDir,
    presenter,
    phone,
    voter,
    async go(alias, clicks = 0) {
      for (let click = 0; click <= clicks; click++)
        expectStatus(await presenter.send('POST', '/api/slide', { slide: slideNo(alias), clicks: click }), 200)
    },
    async answers(poll, count, answerOf) {
      const [first, ...others] = await Promise.all(Array.from({ length: count }, async (_, n) => {
        const caller = await voter()
        expectStatus(await caller.answer(poll, answerOf(n)), 200)
        return caller
      }))
      if (!first)
        throw new RangeError('at least one answers')
      return [first, ...others]
    },
    close,
  }
}

/** A caller that used a presenter link and holds the presenter's cookie. */
export async function presenterBrowser({ base, workshop }: Room): Promise<Caller> {
  const browser = new Caller(base)
  const { hash } = new URL(await workshop.newPresenterUrl())
  expectStatus(await browser.send('POST', '/api/presenter/code', { code: hash.slice(1) }), 200)
  return browser
}

function expectStatus(reply: Reply, status: number): void {
  if (reply.status !== status)
    throw new Error(`expected ${status}, got ${reply.status}: ${reply.text}`)
}
