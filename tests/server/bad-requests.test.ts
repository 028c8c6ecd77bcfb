import { describe, expect, it, vi } from 'vitest'
import { Caller } from './caller.ts'
import { openRoom, refused } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

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

  it('marks that reverse text are removed, and the rest is counted', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-fear')
    const phone = room.phone()
    expect(await phone.answer('fear', '\u202Eאין\u200B זמן.\u200F')).toMatchObject({ status: 200 })
    expect((await phone.state()).json.mine.fear?.answer).toBe('אין זמן.')
  })

  it('a script is kept as plain text, in JSON', async () => {
    const room = await openRoom({ floor: 1 })
    const script = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    await room.go('ask-fear')
    const [ada] = await room.answers('fear', 1, () => script)
    await room.go('ask-fear', 1)
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 2 })
    const { json, headers } = await ada.state()
    expect(json.poll?.result).toEqual({ kind: 'words', voters: 1, different: 1, words: [{ text: script, count: 1 }] })
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('bodies that are too large', () => {
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
    // The line that was cut may still be offered once.
    expect(await vi.waitFor(() => room.phone().answer('fear', 'still here'))).toMatchObject({ status: 200 })
  })
})

describe('the voter of an answer', () => {
  it('is minted with the page, never by an answer, however often it is sent', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const body = { round: 1, answer: 'soup' }
    const replies = await Promise.all(Array.from({ length: 200 }, () => room.phone().send('PUT', '/api/polls/lunch/answer', body)))
    expect(replies.every(({ status, headers }) => status === 401 && headers.get('set-cookie') === null)).toBe(true)
    expect(replies[0]?.json).toEqual(refused('no-voter'))
    expect((await room.phone().state()).json.poll?.answered).toBe(0)
  })

  it('is refused with a forged cookie or header', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 1, () => 'soup')
    const [[name = '', value = ''] = []] = ada.cookies
    const forged = [value.split('.')[0] ?? '', `${value}x`, `${value.slice(0, 22)}.${'A'.repeat(22)}`, 'ada.ada', '']
    for (const id of forged) {
      for (const [header, value] of [['cookie', `${name}=${id}`], ['x-voter', id]] as const) {
        const mallory = new Caller(room.base, { [header]: value })
        expect((await mallory.state()).json.mine).toEqual({})
        expect(await mallory.send('PUT', '/api/polls/lunch/answer', { round: 1, answer: 'bread' })).toMatchObject({ status: 401, json: refused('no-voter') })
      }
    }
    expect((await ada.state()).json).toMatchObject({ mine: { lunch: { answer: 'soup' } }, poll: { answered: 1 } })
  })

  it('is the same one without cookies: by a header, and by a ticket for the stream', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    const stream = await room.phone().listen()
    const { voter = '' } = await stream.first('snapshot')
    expect(voter).toMatch(/^[\w-]{22}\.[\w-]{22}$/)
    const ada = new Caller(room.base, { 'x-voter': voter })
    const put = (answer: string): Promise<unknown> => ada.send('PUT', '/api/polls/lunch/answer', { round: 1, answer })
    expect(await put('soup')).toMatchObject({ status: 200, json: { status: 'counted' } })
    expect(await put('salad')).toMatchObject({ status: 200, json: { status: 'changed' } })
    const { json: { ticket } } = await ada.send<{ ticket: string }>('POST', '/api/ticket')
    expect(ticket).not.toContain(voter.split('.')[0])
    await stream.close()
    const again = await room.phone().listen('phone', `&ticket=${ticket}`)
    expect(await again.first('snapshot')).toMatchObject({ mine: { lunch: { round: 1, answer: 'salad' } } })
    expect(again.response.headers.get('set-cookie')).toBeNull()
    const other = await room.phone().listen('phone', `&ticket=${ticket}`)
    expect(await other.first('snapshot')).toMatchObject({ mine: {}, voter: expect.any(String) as string })
    expect((await room.phone().state()).json).toMatchObject({ phones: 2, poll: { answered: 1 } })
    await Promise.all([again.close(), other.close()])
  })

  it('needs no ticket with a cookie, and gets none without a voter', async () => {
    const room = await openRoom()
    expect((await (await room.voter()).send('POST', '/api/ticket')).json).toEqual({ ticket: null })
    expect(await room.phone().send('POST', '/api/ticket')).toMatchObject({ status: 401, json: refused('no-voter') })
  })

  it('is minted only so often for one address; the page still opens', async () => {
    const room = await openRoom({ limits: { streams: () => 100, voters: () => 5 } })
    const pages = await Promise.all(Array.from({ length: 8 }, () => room.phone().send('GET', '/')))
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 8 }).fill(200))
    expect(pages.filter(({ headers }) => headers.get('set-cookie') !== null)).toHaveLength(5)
    expect(await room.phone().send('GET', '/api/events')).toMatchObject({ status: 429, json: refused('too-many-phones') })
  })
})

describe('streams of one address', () => {
  it('are limited in number, and those that end make room', async () => {
    const room = await openRoom({ limits: { streams: () => 10, voters: () => 1_000 } })
    const ada = await room.voter()
    const open = await Promise.all(Array.from({ length: 10 }, () => ada.listen()))
    expect(await room.phone().send('GET', '/api/events?as=screen')).toMatchObject({ status: 429, json: refused('too-many-phones') })
    expect((await room.phone().state()).json.phones).toBe(1)
    await open[0]?.close()
    const screen = await vi.waitFor(() => room.phone().listen('screen'))
    await Promise.all([...open, screen].map(stream => stream.close()))
  })
})
