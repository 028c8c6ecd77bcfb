import { beforeEach, describe, expect, it, vi } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'

/** Renders as the page at this address would, and gives the words. `location` is read when the components are loaded. */
async function wordsOf(name: 'LivePoll' | 'JoinPanel', address: string, props: object = {}): Promise<string> {
  vi.stubGlobal('location', new URL(address))
  const { default: component } = await import(`../../components/poll/${name}.vue`)
  const { render } = await import('./layouts-render.ts')
  const html = await render(component, props)
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

beforeEach(() => {
  vi.resetModules()
  const network = (): never => {
    throw new Error('touched the network')
  }
  vi.stubGlobal('fetch', network)
  vi.stubGlobal('EventSource', network)
  return () => vi.unstubAllGlobals()
})

describe('without a live session', () => {
  it.each(polls.map(poll => [poll.id, poll] as const))('"%s" is printed with its question and options, and asks nobody', async (id, poll) => {
    const words = await wordsOf('LivePoll', 'http://localhost/print?print=true', { poll: id })
    expect(words).toContain(poll.question)
    for (const { label } of optionsOf(poll))
      expect(words).toContain(label)
    expect(words).not.toMatch(/waiting|phone|answered/i)
  })

  it.each([
    ['on paper', 'http://localhost/print?print=true', 'the workbook does the same'],
    ['to a reader', 'http://localhost/2', 'You are reading alone'],
  ])('the join slide speaks %s', async (_, address, sentence) => {
    expect(await wordsOf('JoinPanel', address)).toContain(sentence)
  })
})
