import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** Something that spreads connections over several servers, as a load balancer does. */
export interface Balancer {
  /** `http://127.0.0.1:` and the port. */
  base: string
  close: () => Promise<void>
}

/** Hands each new connection to the next port in turn, and to the one after it where nobody listens any more. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0
  const sockets = new Set<Socket>()

  const hand = (phone: Socket, triesLeft: number): void => {
    const port = ports[turn++ % ports.length]
    if (port === undefined || triesLeft === 0) {
      phone.destroy()
      return
    }
    const server = connect(port, '127.0.0.1')
    let isThrough = false
    server.once('connect', () => {
      isThrough = true
      phone.pipe(server).pipe(phone)
    })
    server.once('error', () => isThrough ? phone.destroy() : hand(phone, triesLeft - 1))
    server.once('close', () => isThrough && phone.destroy())
    phone.once('close', () => server.destroy())
  }

  const listener = createServer((phone) => {
    sockets.add(phone)
    phone.on('error', () => {})
    phone.once('close', () => sockets.delete(phone))
    hand(phone, ports.length)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    base: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    async close() {
      sockets.forEach(socket => socket.destroy())
      listener.close()
      await once(listener, 'close')
    },
  }
}
