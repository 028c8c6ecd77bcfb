import type { Answer } from '../../live/domain/check-answer.ts'
import type { LiveState, Snapshot, Stage } from '../../live/domain/state.ts'
import { Buffer } from 'node:buffer'
import { connect } from 'node:net'

/** Where a server listens. */
export interface ServerAddress { host: string, port: number }

/** A simulated phone: joins over its event stream, as a real one does, and answers when it is told to. */
export interface SimulatedPhone {
  place: ServerAddress
  /** The cookie with its voter. */
  cookie: string
  /** What the server told it last. */
  state: LiveState
  /** Received over its stream so far. */
  bytes: number
  leave: () => void
}

/** When an answer was sent and acknowledged, on the clock of `performance.now()`. */
export interface Acknowledged { sentAt: number, ackedAt: number }

/** An event in the stream. The server writes each in one piece, so no chunk header stands inside one. */
const event = /event: (\w+)\ndata: ([^\r\n]*)/

interface Joining {
  /** The voter of an earlier visit. */
  cookie?: string
  /** Called with every state, the first one too. */
  hear?: (phone: SimulatedPhone) => void
}

/** Joins over a bare socket, since simulating must not cost more than serving. Resolves with the first state. */
export function joinPhone(place: ServerAddress, { cookie: known = '', hear: told }: Joining = {}): Promise<SimulatedPhone> {
  return new Promise((resolve, reject) => {
    let phone: SimulatedPhone | undefined
    let cookie = known
    let bytes = 0
    let rest = ''
    const socket = connect(place.port, place.host, () => socket.write(`GET /api/events?as=phone HTTP/1.1\r\nHost: ${place.host}:${place.port}\r\n${known && `Cookie: ${known}\r\n`}\r\n`))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      bytes += text.length
      cookie ||= text.match(/set-cookie: ([^;]+)/i)?.[1] ?? ''
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks)
        hear(event.exec(block))
      if (phone)
        phone.bytes = bytes
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server ended a phone\'s stream before it said anything.')))
    socket.unref()

    function hear(heard: RegExpExecArray | null): void {
      const [, name, data = ''] = heard ?? []
      if (name !== 'snapshot' && name !== 'state')
        return
      const state = JSON.parse(data) as LiveState | Snapshot
      phone ??= { place, cookie, state, bytes, leave: () => socket.destroy() }
      phone.state = state
      told?.(phone)
      resolve(phone)
    }
  })
}

/** The buffer of every reply: they are read one at a time, and only the first line counts. */
const reply = Buffer.alloc(2048)

/** Sends an answer on a new connection, as a phone's idle one is closed by then. Null when it was not acknowledged. */
export async function sendAnswer(phone: SimulatedPhone, poll: string, round: number, answer: Answer): Promise<Acknowledged | null> {
  const sentAt = performance.now()
  const status = await send(phone, 'PUT', `/api/polls/${poll}/answer`, { round, answer })
  return status === 200 ? { sentAt, ackedAt: performance.now() } : null
}

/** Tells how far somebody is with an exercise. */
export async function tellStage(phone: SimulatedPhone, exercise: string, stage: Stage): Promise<void> {
  await send(phone, 'POST', '/api/progress', { exercise, stage })
}

/** The status of the reply; null where there was none. */
function send({ place: { host, port }, cookie }: SimulatedPhone, method: string, path: string, content: object): Promise<number | null> {
  const body = JSON.stringify(content)
  const origin = `${host}:${port}`
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${origin}\r\nOrigin: http://${origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`
  return new Promise((resolve) => {
    const socket = connect({ host, port, onread: { buffer: reply, callback: heard } })
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(null))
    socket.write(head + body)

    function heard(): boolean {
      resolve(Number(reply.toString('latin1', 9, 12)) || null)
      socket.destroy()
      return true
    }
  })
}
