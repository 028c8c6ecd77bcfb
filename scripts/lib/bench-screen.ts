import type { ServerAddress } from './simulated-phone.ts'
import * as v from 'valibot'

const progress = v.pipe(v.string(), v.parseJson(), v.object({ poll: v.nullable(v.object({ id: v.string(), answered: v.number() })) }))

/** When a screen first showed a number of answers, by poll. */
export type Screen = Map<string, { count: number, at: number }[]>

/** Opens a screen's event stream and notes every number of answers that comes over it. */
export async function openScreen({ host, port }: ServerAddress): Promise<Screen> {
  const screen: Screen = new Map()
  const { body } = await fetch(`http://${host}:${port}/api/events?as=screen`)
  if (body)
    read(body, screen).catch(() => {}) // it ends with the server
  return screen
}

async function read(stream: AsyncIterable<Uint8Array>, screen: Screen): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true })
    const events = rest.split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [name, data] = event.split('\ndata: ')
      if (name !== 'event: progress' || !data)
        continue
      const { poll } = v.parse(progress, data)
      if (poll)
        screen.set(poll.id, [...screen.get(poll.id) ?? [], { count: poll.answered, at: performance.now() }])
    }
  }
}
