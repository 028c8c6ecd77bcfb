import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFlags } from './setup.mjs'

/** Loads the real `npm start` on this machine with phones that join and answer, and prints what it measured. */

const HOST = '127.0.0.1'
const PORT = 4390
const KEY = 'only-for-this-benchmark'
const POLLS = [
  { id: 'toll', answer: 'momentum', within: 5_000 },
  { id: 'trial-side', answer: 'people', within: 500 },
]
const JOIN_WITHIN_MS = 5_000

interface Phone { cookie: string, bytes: number, polls: Set<string> }
interface Answered { sentAt: number, ackedAt: number }

const sizes = process.argv.slice(2).map(Number)
if (sizes.some(size => !Number.isInteger(size) || size < 1 || size > 10_000)) {
  console.error('bench:live takes numbers of phones from 1 to 10000, for example: npm run bench:live -- 300 1000 5000')
  process.exit(2)
}
for (const size of sizes.length > 0 ? sizes : [300, 1_000, 5_000])
  await measure(size)

async function measure(size: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fork-bench-'))
  const startedAt = performance.now()
  const server = spawn(process.execPath, [...nodeFlags('start'), resolve(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, FORK_HOST: HOST, FORK_PORT: String(PORT), FORK_DATA_DIR: dataDir, FORK_PRESENTER_KEY: KEY, FORK_OPEN: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const isReady = await until(async () => server.exitCode !== null || (await fetch(`http://${HOST}:${PORT}/api/health`).catch(() => null))?.ok === true, 120_000)
    if (!isReady || server.exitCode !== null)
      throw new Error('The server did not start: see above.')
    console.log(`\n${size} phones · ready ${ms(performance.now() - startedAt)} after the start`)
    const { phones, joins } = await joinAll(size)
    console.log(`  join, all within ${JOIN_WITHIN_MS / 1000} s        ${spread(joins)}`)
    const screen = await openScreen()
    for (const poll of POLLS)
      await askEverybody(phones, screen, poll)
    const bytes = phones.reduce((sum, phone) => sum + phone.bytes, 0) / size
    console.log(`  sent to each phone over its stream   ${Math.round(bytes)} bytes`)
    console.log(`  server memory at its highest         ${memory(server)}`)
  }
  finally {
    if (server.exitCode === null) {
      server.kill()
      await once(server, 'exit')
    }
    rmSync(dataDir, { recursive: true })
  }
}

async function joinAll(size: number): Promise<{ phones: Phone[], joins: number[] }> {
  const joins: number[] = []
  const phones = await Promise.all(Array.from({ length: size }, async (_, i) => {
    await wait(i / size * JOIN_WITHIN_MS)
    const at = performance.now()
    const phone = await openPhone()
    joins.push(performance.now() - at)
    return phone
  }))
  return { phones, joins }
}

/** One event stream over a bare socket: the load must not cost more than the server. */
function openPhone(): Promise<Phone> {
  return new Promise((done, fail) => {
    const phone: Phone = { cookie: '', bytes: 0, polls: new Set() }
    const socket = connect(PORT, HOST, () => socket.write(`GET /api/events?as=phone HTTP/1.1\r\nHost: ${HOST}:${PORT}\r\n\r\n`))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      phone.bytes += text.length
      phone.cookie ||= text.match(/set-cookie: ([^;]+)/i)?.[1] ?? ''
      for (const { id } of POLLS) {
        if (text.includes(`"phase":"open"`) && text.includes(`"id":"${id}"`))
          phone.polls.add(id)
      }
      if (text.includes('event: snapshot'))
        done(phone)
    })
    socket.on('error', fail)
    socket.unref()
  })
}

/** Times at which a screen first showed a number of answers, by poll. */
type Screen = Map<string, { count: number, at: number }[]>

async function openScreen(): Promise<Screen> {
  const screen: Screen = new Map()
  const response = await fetch(`http://${HOST}:${PORT}/api/events?as=screen`)
  void read()
  return screen

  async function read(): Promise<void> {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const [name, data] = event.split('\ndata: ')
        if (name !== 'event: progress' || !data)
          continue
        const { poll } = JSON.parse(data) as { poll: { id: string, answered: number } | null }
        if (poll)
          screen.set(poll.id, [...screen.get(poll.id) ?? [], { count: poll.answered, at: performance.now() }])
      }
    }
  }
}

async function askEverybody(phones: Phone[], screen: Screen, { id, answer, within }: typeof POLLS[number]): Promise<void> {
  await present(`polls/${id}/open`)
  await until(async () => phones.every(phone => phone.polls.has(id)), 30_000)
  const body = JSON.stringify({ round: 1, answer })
  const outcomes = await Promise.all(phones.map(async (phone, i) => {
    await wait(i / phones.length * within)
    return put(id, phone.cookie, body)
  }))
  const acked = outcomes.filter(outcome => outcome !== null).sort((a, b) => a.ackedAt - b.ackedAt)
  const seen = await until(async () => (screen.get(id)?.at(-1)?.count ?? 0) >= acked.length, 10_000)
  const onScreen = acked.flatMap(({ sentAt }, i) => {
    const shown = screen.get(id)?.find(({ count }) => count > i)
    return shown ? [shown.at - sentAt] : []
  })
  await present(`polls/${id}/close`)
  const { rounds } = await (await fetch(`http://${HOST}:${PORT}/api/results.json`, { headers: { authorization: `Bearer ${KEY}` } })).json() as { rounds: { poll: string, answered: number }[] }
  const kept = rounds.find(round => round.poll === id)?.answered ?? 0
  console.log(`  all answering within ${within / 1000} s`)
  console.log(`    acknowledged                       ${spread(acked.map(({ sentAt, ackedAt }) => ackedAt - sentAt))}`)
  console.log(`    count on screen                    ${spread(onScreen)}${seen ? '' : ' (not all seen)'}`)
  console.log(`    acknowledged ${acked.length} of ${phones.length}, in the result ${kept}, lost ${acked.length - kept}`)
}

/** A new connection each, as a phone's idle one is closed by then. Null when the answer was not acknowledged. */
function put(id: string, cookie: string, body: string): Promise<Answered | null> {
  return new Promise((done) => {
    const sentAt = performance.now()
    const req = request({
      host: HOST,
      port: PORT,
      method: 'PUT',
      path: `/api/polls/${id}/answer`,
      agent: false,
      headers: { cookie, 'content-type': 'application/json', 'content-length': body.length },
    }, (res) => {
      res.resume()
      res.on('end', () => done(res.statusCode === 200 ? { sentAt, ackedAt: performance.now() } : null))
    })
    req.on('error', () => done(null))
    req.end(body)
  })
}

async function present(path: string): Promise<void> {
  const response = await fetch(`http://${HOST}:${PORT}/api/${path}`, { method: 'POST', headers: { authorization: `Bearer ${KEY}` } })
  if (!response.ok)
    throw new Error(`${path}: ${await response.text()}`)
}

async function until(condition: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (performance.now() < end) {
    if (await condition())
      return true
    await wait(20)
  }
  return false
}

function memory(server: ChildProcess): string {
  if (process.platform !== 'linux')
    return 'only measured on Linux'
  const kb = readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1]
  return `${Math.round(Number(kb) / 1024)} MB`
}

function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): string => ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}`
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}
