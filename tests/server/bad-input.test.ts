import { describe, expect, it } from 'vitest'
import { Caller } from './caller.ts'
import { openRoom, refused } from './harness.ts'
import { slideNo } from './workshop.ts'

describe('words from anywhere', () => {
  it.each<[string, unknown, number, string]>([
    ['nothing', '', 422, 'does-not-fit'],
    ['space', '   \n ', 422, 'does-not-fit'],
    ['a bell', 'ring\u0007', 422, 'does-not-fit'],
    ['a filler that is not seen', '\u3164', 422, 'does-not-fit'],
    ['half of a character', 'half \uD83D', 422, 'does-not-fit'],
    ['one character too many', 'x'.repeat(81), 422, 'does-not-fit'],
    ['10 kB', 'x'.repeat(10_240), 413, 'too-large'],
    ['an object', { $gt: '' }, 422, 'does-not-fit'],
  ])('%s is refused and counted nowhere', async (_, answer, status, code) => {
    const room = await openRoom()
    await room.go('ask-fear')
    expect(await room.phone().answer('fear', answer)).toMatchObject({ status, json: refused(code) })
    expect((await room.phone().state()).json.poll?.answered).toBe(0)
  })

  it('what turns text around is taken out, and the rest is counted', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-fear')
    const phone = room.phone()
    expect(await phone.answer('fear', '\u202Eאין\u200B זמן.\u200F')).toMatchObject({ status: 200 })
    expect((await phone.state()).json.mine.fear?.answer).toBe('אין זמן.')
  })

  it('a script is text: it goes to the wall as it was written, in JSON', async () => {
    const room = await openRoom({ floor: 1 })
    const script = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    await room.go('ask-fear')
    const [ada] = await room.answers('fear', 1, () => script)
    await room.go('ask-fear', 1)
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 2 })
    const { json, headers } = await ada.state()
    expect(json.poll?.result).toEqual({ kind: 'words', voters: 1, different: 1, words: [{ text: script, count: 1 }] })
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('x-content-type-options') ?? 'nosniff').toBe('nosniff')
  })
})

describe('bodies that do not end', () => {
  it('are cut off at 4 kB, whether or not they said how long they are', async () => {
    const room = await openRoom()
    await room.go('ask-fear')
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent > 1e6)
          return controller.close()
        sent += 1_000
        controller.enqueue(new TextEncoder().encode('x'.repeat(1_000)))
      },
    })
    const outcome = await fetch(`${room.base}/api/polls/fear/answer`, { method: 'PUT', body, duplex: 'half' } as RequestInit).then(response => response.status, () => 413)
    expect(outcome).toBe(413)
    expect(await room.phone().answer('fear', 'still here')).toMatchObject({ status: 200 })
  })
})

describe('cookies', () => {
  it('none: the answer is counted and a voter made', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const ada = room.phone()
    expect(await ada.answer('lunch', 'soup')).toMatchObject({ json: { status: 'counted' } })
    expect(ada.cookies.size).toBe(1)
    expect(await ada.answer('lunch', 'salad')).toMatchObject({ json: { status: 'changed' } })
  })

  it('a forged one speaks for nobody: it gets a voter of its own', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 1, () => 'soup')
    const [[name = '', value = ''] = []] = ada.cookies
    const forged = [value.split('.')[0] ?? '', `${value}x`, `${value.slice(0, 22)}.${'A'.repeat(22)}`, 'ada.ada', '']
    for (const cookie of forged) {
      const mallory = new Caller(room.base, { cookie: `${name}=${cookie}` })
      expect((await mallory.state()).json.mine).toEqual({})
      const reply = await new Caller(room.base, { cookie: `${name}=${cookie}` }).answer('lunch', 'bread')
      expect(reply).toMatchObject({ status: 200, json: { status: 'counted' } })
      expect(reply.headers.get('set-cookie')).toContain(`${name}=`)
    }
    expect((await ada.state()).json).toMatchObject({ mine: { lunch: { answer: 'soup' } }, poll: { answered: 1 + forged.length } })
  })
})
