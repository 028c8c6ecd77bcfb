import type { ExportedResults } from '../../live/server/exported-results.ts'
import process from 'node:process'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { joinPhone, sendAnswer } from '../../scripts/lib/simulated-phone.ts'
import { openRoom } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

/** Megabytes that are in use, garbage collected. */
function used(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

describe('answers at the same moment', () => {
  it('300 of them are all counted, each once', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const options = ['soup', 'salad', 'bread']
    const replies = await Promise.all(Array.from({ length: 300 }, (_, n) => room.phone().answer('lunch', options[n % 3])))
    expect(replies.every(reply => reply.status === 200)).toBe(true)
    expect((await room.phone().state()).json.poll?.answered).toBe(300)
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    expect((await room.phone().state()).json.poll?.result).toMatchObject({ voters: 300, counts: { soup: 100, salad: 100, bread: 100 } })
  })

  it('10,000 of them are all acknowledged, and none stays in memory', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const place = { host: '127.0.0.1', port: room.workshop.port }
    const phones = await Promise.all(Array.from({ length: 500 }, () => joinPhone(place)))
    const everybody = async (answer: string): Promise<void> => {
      const acknowledged = await Promise.all(phones.map(phone => sendAnswer(phone, 'lunch', 1, answer)))
      expect(acknowledged).not.toContain(null)
    }
    await everybody('soup')
    const before = used()
    for (let n = 1; n < 20; n++)
      await everybody(n % 2 ? 'salad' : 'soup')
    expect(used() - before).toBeLessThan(15)
    expect((await room.phone().state()).json.poll?.answered).toBe(500)
    phones.forEach(phone => phone.leave())
  })

  it('900 requests with ever other cookies beside its own leave nothing in memory', async () => {
    const room = await openRoom()
    const ada = await room.voter()
    const [own] = [...ada.cookies].map(pair => pair.join('='))
    const ask = async (from: number): Promise<void> => {
      for (let n = from; n < from + 300; n += 10)
        await Promise.all(Array.from({ length: 10 }, (_, i) => fetch(`${room.base}/api/ticket`, { method: 'POST', headers: { cookie: `${own}; other=${n + i}${'x'.repeat(14_000)}` } }).then(response => response.text())))
    }
    await ask(0)
    const before = used()
    await ask(300)
    await ask(600)
    expect(used() - before).toBeLessThan(4)
  })

  it('one voter in two tabs has one answer, and each tab knows it', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const ada = await room.voter()
    const [here, there] = [await ada.listen(), await ada.listen()]
    await Promise.all([ada.answer('lunch', 'soup'), ada.answer('lunch', 'salad')])
    const { json } = await ada.state()
    expect(json.poll?.answered).toBe(1)
    for (const tab of [here, there])
      await tab.until(({ events }) => events.filter(event => event.name === 'mine').length === 2)
    for (const tab of [here, there])
      expect(tab.events.findLast(event => event.name === 'mine')?.data).toEqual(json.mine)
    await Promise.all([here.close(), there.close()])
  })

  it('an answer that races the close is counted or refused, never lost and never both', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-lunch')
    let refusals = 0
    for (let round = 1; round <= 25; round++) {
      const early = await Promise.all(Array.from({ length: 3 }, async () => {
        const caller = room.phone()
        expect(await caller.answer('lunch', 'bread', round)).toMatchObject({ status: 200 })
        return caller
      }))
      const answers = [...early, ...Array.from({ length: 8 }, room.phone)].map(async (caller) => {
        for (let turn = Math.random() * 6; turn > 1; turn--)
          await nextTurn()
        return caller.answer('lunch', 'soup', round)
      })
      for (let turn = Math.random() * 10; turn > 1; turn--)
        await nextTurn()
      const close = room.presenter.send('POST', '/api/polls/lunch/reveal')
      const replies = await Promise.all(answers)
      expect(await close).toMatchObject({ status: 200 })
      const changed = replies.slice(0, 3).filter(reply => reply.status === 200).length
      const counted = replies.slice(3).filter(reply => reply.status === 200).length
      expect(new Set(replies.map(reply => reply.status))).toSatisfy((set: Set<number>) => [...set].every(status => status === 200 || status === 409))
      refusals += replies.length - changed - counted
      const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
      expect(json.rounds.at(-1)).toMatchObject({ round, answered: 3 + counted, options: [{ id: 'soup', phones: counted + changed }, { id: 'salad', phones: 0 }, { id: 'bread', phones: 3 - changed }] })
      expect((await room.phone().state()).json.poll).toMatchObject({ answered: 3 + counted, result: { voters: 3 + counted } })
      await room.presenter.send('POST', '/api/polls/lunch/reset')
    }
    expect(refusals).toBeGreaterThan(0)
  })
})

describe('presses of the clicker', () => {
  it('two presses at once close a words poll once, and show nothing', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-fear')
    await room.answers('fear', 1, () => 'no time')
    const press = (): Promise<{ status: number }> => room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 1 })
    await Promise.all([press(), press()])
    expect((await room.phone().state()).json.poll).toMatchObject({ phase: 'closed', result: null })
  })

  it('a press while the one before is under way ends at the last position', async () => {
    const room = await openRoom()
    const wall = await room.phone().listen('screen')
    const slides = [1, 2, 3, 4, 3, 4, 5, 6]
    const replies = await Promise.all(slides.map(slide => room.presenter.send<{ seq: number }>('POST', '/api/slide', { slide, clicks: 0 })))
    expect(new Set(replies.map(reply => reply.json.seq)).size).toBe(slides.length)
    const last = replies.toSorted((a, b) => a.json.seq - b.json.seq).at(-1)?.json
    await wall.until(({ state }) => state.slide?.seq === slides.length)
    expect(wall.state.slide).toMatchObject(last ?? {})
    const seqs = wall.events.flatMap(event => event.name === 'state' ? [event.data.slide?.seq ?? 0] : [])
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    await wall.close()
  })

  it('a step back to a poll without enough answers opens the same round again', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 3, () => 'soup')
    await room.go('ask-lunch', 1)
    await room.go('talk')
    const { json } = await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    expect(json).toMatchObject({ clicks: 0 })
    expect((await ada.state()).json).toMatchObject({ poll: { round: 1, phase: 'open', answered: 3 }, mine: { lunch: { answer: 'soup' } } })
    await room.answers('lunch', 2, () => 'salad')
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    expect((await ada.state()).json.poll).toMatchObject({ phase: 'revealed', result: { voters: 5, counts: { soup: 3, salad: 2 } } })
  })
})
