import type { Position, ReadWord } from '../../live/domain/state.ts'
import { describe, expect, it } from 'vitest'
import { openRoom, refused } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

describe('moving: POST /api/slide', () => {
  it('moves everybody, says where the presenter stands, and counts up', async () => {
    const room = await openRoom()
    const wall = await room.phone().listen('screen')
    const move = (slide: number, clicks: number): Promise<{ json: Position }> => room.presenter.send('POST', '/api/slide', { slide, clicks })
    expect((await move(1, 0)).json).toEqual({ slide: 1, clicks: 0, seq: 1 })
    expect((await move(3, 2)).json).toEqual({ slide: 3, clicks: 2, seq: 2 })
    await wall.until(({ state }) => state.slide?.seq === 2)
    expect(wall.state.slide).toEqual({ slide: 3, clicks: 2, seq: 2, section: 'middle', exercise: 'draw' })
    await wall.close()
  })

  it('sends a presenter who comes from elsewhere back to click 0 of a poll that was not shown', async () => {
    const room = await openRoom()
    const { json } = await room.presenter.send<Position>('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    expect(json).toEqual({ slide: slideNo('ask-lunch'), clicks: 0, seq: 1 })
    expect((await room.phone().state()).json.poll).toMatchObject({ phase: 'open' })
  })

  it.each<[string, unknown, string]>([
    ['a slide that is not there', { slide: 99, clicks: 0 }, 'no-such-slide'],
    ['slide 0', { slide: 0, clicks: 0 }, 'does-not-fit'],
    ['half a slide', { slide: 1.5, clicks: 0 }, 'does-not-fit'],
    ['a click before the first', { slide: 1, clicks: -1 }, 'does-not-fit'],
    ['no clicks', { slide: 1 }, 'does-not-fit'],
    ['no JSON', 'slide 1', 'no-json'],
  ])('refuses %s and stays', async (_, body, code) => {
    const room = await openRoom()
    await room.go('talk')
    expect(await room.presenter.send('POST', '/api/slide', body)).toMatchObject({ status: 422, json: refused(code) })
    expect((await room.phone().state()).json.slide?.seq).toBe(1)
  })
})

describe('by hand: POST /api/polls/:id/open, close, reveal, reset', () => {
  it('open, close, reveal and reset do what the clicker does, and more', async () => {
    const room = await openRoom({ floor: 1 })
    const phase = async (action: string): Promise<unknown> => {
      const { status, json } = await room.presenter.send('POST', `/api/polls/lunch/${action}`)
      const now = (await room.phone().state('screen')).json.polls?.lunch
      return [status, status === 200 ? json : null, now?.round, now?.phase]
    }
    expect(await phase('reveal')).toEqual([409, null, 1, 'waiting'])
    expect(await phase('close')).toEqual([409, null, 1, 'waiting'])
    expect(await phase('open')).toEqual([200, {}, 1, 'open'])
    await room.answers('lunch', 2, () => 'soup')
    expect(await phase('close')).toEqual([200, {}, 1, 'closed'])
    expect(await phase('open')).toEqual([200, {}, 1, 'open'])
    expect(await phase('reveal')).toEqual([200, {}, 1, 'revealed'])
    expect(await phase('open')).toEqual([409, null, 1, 'revealed'])
    expect(await phase('reset')).toEqual([200, {}, 2, 'waiting'])
  })

  it('a reset on the poll\'s own slide asks again at once, at click 0', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 1, () => 'soup')
    await room.go('ask-lunch', 1)
    await room.presenter.send('POST', '/api/polls/lunch/reset')
    const { json } = await ada.state()
    expect(json).toMatchObject({ slide: { slide: slideNo('ask-lunch'), clicks: 0 }, poll: { round: 2, phase: 'open', answered: 0 }, mine: {} })
    expect(await ada.answer('lunch', 'soup', 1)).toMatchObject({ status: 409, json: refused('other-round') })
    expect(await ada.answer('lunch', 'soup', 2)).toMatchObject({ status: 200 })
  })

  it('opening a poll closes another one', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    await room.go('talk')
    expect((await room.phone().state()).json.poll).toMatchObject({ poll: { id: 'lunch' }, phase: 'open' })
    await room.go('ask-days')
    const { json } = await room.phone().state('screen')
    expect([json.polls?.lunch?.phase, json.polls?.days?.phase]).toEqual(['closed', 'open'])
  })

  it.each(['open', 'close', 'reveal', 'reset', 'hand-count', 'words'])('%s is 404 for a poll that does not exist', async (action) => {
    const room = await openRoom()
    const method = action === 'words' ? 'GET' : action === 'hand-count' ? 'PUT' : 'POST'
    expect(await room.presenter.send(method, `/api/polls/supper/${action}`, action === 'hand-count' ? { counts: {} } : undefined)).toMatchObject({ status: 404, json: refused('no-such-poll') })
  })
})

describe('moderating: /api/polls/:id/words', () => {
  it('words are read by the presenter between close and reveal, and hidden ones stay hidden', async () => {
    const room = await openRoom()
    await room.go('ask-fear')
    const given = ['No time', 'no time.', 'a/b & 100% #1?', '../..', '<script>alert(1)</script>', '…', '%2e%2e%2f']
    await room.answers('fear', given.length, n => given[n])
    expect(await room.presenter.send('GET', '/api/polls/fear/words')).toMatchObject({ status: 409, json: refused('still-open') })
    await room.go('ask-fear', 1)
    const read = async (): Promise<ReadWord[]> => (await room.presenter.send<{ words: ReadWord[] }>('GET', '/api/polls/fear/words')).json.words
    const words = await read()
    expect(words[0]).toEqual({ id: '~no time', text: 'No time', count: 2, hidden: false, under: null })
    expect(words).toHaveLength(6)
    for (const { id } of words.slice(1))
      expect(await room.presenter.send('PUT', `/api/polls/fear/words/${encodeURIComponent(id)}`, { hidden: true })).toMatchObject({ status: 200, json: {} })
    expect((await read()).map(word => word.hidden)).toEqual([false, true, true, true, true, true])
    await room.presenter.send('PUT', '/api/polls/fear/words/~%3Cscript%3Ealert(1)%3C%2Fscript%3E', { hidden: false })
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-fear'), clicks: 2 })
    const { json } = await room.phone().state()
    expect(json.poll?.result).toEqual({ kind: 'words', voters: 7, different: 2, words: [{ text: 'No time', count: 2 }, { text: '<script>alert(1)</script>', count: 1 }] })
  })

  it('words that nobody wrote, polls without words and odd bodies are refused', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-fear')
    await room.answers('fear', 1, () => 'no time')
    await room.go('ask-fear', 1)
    const { presenter } = room
    expect(await presenter.send('PUT', '/api/polls/fear/words/~else', { hidden: true })).toMatchObject({ status: 404, json: refused('no-such-word') })
    expect(await presenter.send('PUT', '/api/polls/fear/words/~no%20time', { hidden: 'yes' })).toMatchObject({ status: 422, json: refused('does-not-fit') })
    expect(await presenter.send('GET', '/api/polls/lunch/words')).toMatchObject({ status: 409, json: refused('no-words') })
  })

  it('words below the floor are not read, not even by the presenter', async () => {
    const room = await openRoom()
    await room.go('ask-fear')
    await room.answers('fear', 4, () => 'no time')
    await room.go('ask-fear', 1)
    expect(await room.presenter.send('GET', '/api/polls/fear/words')).toMatchObject({ status: 409, json: refused('too-few') })
  })
})

describe('counting hands: PUT /api/polls/:id/hand-count', () => {
  const counts = { soup: 3, salad: 0 }

  it('adds hands beside the phones', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    await room.answers('lunch', 5, () => 'salad')
    expect(await room.presenter.send('PUT', '/api/polls/lunch/hand-count', { counts })).toMatchObject({ status: 200, json: {} })
    await room.go('ask-lunch', 1)
    expect((await room.phone().state()).json.poll?.result).toEqual({ kind: 'options', voters: 5, counts: { soup: 0, salad: 5, bread: 0 }, none: 0, hands: { soup: 3, salad: 0, bread: 0 }, movement: null })
  })

  it('shows hands alone where no phone answered, and hides all where too few did', async () => {
    const room = await openRoom()
    await room.go('ask-lunch', 1)
    await room.presenter.send('PUT', '/api/polls/lunch/hand-count', { counts })
    expect((await room.phone().state()).json.poll).toMatchObject({ withheld: false, result: { voters: 0, hands: { soup: 3 } } })
    await room.go('ask-ours')
    await room.answers('ours', 1, () => 'up')
    await room.go('ask-ours', 1)
    await room.presenter.send('PUT', '/api/polls/ours/hand-count', { counts: { up: 20 } })
    expect((await room.phone().state()).json.poll).toMatchObject({ withheld: true, result: null })
  })

  it.each<[string, string, unknown, string]>([
    ['an unknown option', 'lunch', { counts: { cake: 1 } }, 'no-such-option'],
    ['less than none', 'lunch', { counts: { soup: -1 } }, 'does-not-fit'],
    ['half a hand', 'lunch', { counts: { soup: 0.5 } }, 'does-not-fit'],
    ['too many for a room', 'lunch', { counts: { soup: 1e9 } }, 'does-not-fit'],
    ['no counts', 'lunch', {}, 'does-not-fit'],
    ['hands for words', 'fear', { counts: {} }, 'no-options'],
  ])('refuses %s', async (_, poll, body, code) => {
    const { presenter } = await openRoom()
    expect(await presenter.send('PUT', `/api/polls/${poll}/hand-count`, body)).toMatchObject({ status: 422, json: refused(code) })
  })
})

describe('joining: /api/join', () => {
  it('shows the address over the slides, and the next address', async () => {
    const room = await openRoom()
    const wall = await room.phone().listen('screen')
    expect(await room.presenter.send('PUT', '/api/join', { shown: true })).toMatchObject({ status: 200, json: {} })
    await wall.until(({ state }) => state.join?.shown === true)
    expect(await room.presenter.send('POST', '/api/join/next')).toMatchObject({ status: 200, json: {} })
    await room.presenter.send('PUT', '/api/join', { shown: false })
    await wall.until(({ state }) => state.join?.shown === false)
    await wall.close()
    expect(await room.presenter.send('PUT', '/api/join', {})).toMatchObject({ status: 422, json: refused('does-not-fit') })
  })
})
