import type { ExportedResults } from '../../live/server/exported-results.ts'
import { describe, expect, it } from 'vitest'
import { openRoom } from './harness.ts'

describe('results: GET /api/results.json and results.csv', () => {
  it('hold every round that was shown, with question, options, counts and hands, in the deck\'s order', async () => {
    const room = await openRoom()
    await room.go('ask-lunch')
    await room.answers('lunch', 5, n => n < 4 ? 'salad' : 'bread')
    await room.presenter.send('PUT', '/api/polls/lunch/hand-count', { counts: { soup: 2 } })
    await room.go('ask-lunch', 1)
    await room.go('ask-clear')
    const callers = await room.answers('clear', 6, n => n % 5 + 1)
    await room.go('ask-clear', 1)
    await room.go('ask-clear-again')
    await Promise.all(callers.map((caller, n) => caller.answer('clear-again', Math.min(5, n % 5 + 2))))
    await room.go('ask-clear-again', 1)
    await room.go('ask-fear')
    const fears = ['=cmd()', 'two\nlines', '"quoted", with comma', '+1', '@here']
    await room.answers('fear', 5, n => fears[n])
    await room.go('ask-fear', 2)

    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json).toMatchObject({ session: room.workshop.session, rehearsal: false, endedAt: null })
    expect(json.rounds.map(round => [round.poll, round.answered])).toEqual([['clear', 6], ['lunch', 5], ['fear', 5], ['clear-again', 6]])
    expect(json.rounds[1]).toMatchObject({
      round: 1,
      kind: 'single',
      phase: 'revealed',
      question: 'Soup or salad?',
      floor: 5,
      withheld: false,
      openedAt: expect.stringMatching(/Z$/),
      closedAt: expect.stringMatching(/Z$/),
      options: [{ id: 'soup', label: 'Soup', phones: 0, hands: 2 }, { id: 'salad', label: 'Salad, "green"', phones: 4, hands: 0 }, { id: 'bread', label: '=Bread', phones: 1, hands: 0 }],
      words: [],
      movement: null,
    })
    expect(json.rounds[3]?.movement).toEqual({ pairs: 6, up: 5, same: 1, down: 0 })

    const csv = await room.presenter.send('GET', '/api/results.csv')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toContain('results.csv')
    const lines = csv.text.split('\r\n')
    expect(lines[0]).toBe('"poll","round","kind","phase","question","opened","closed","answered","withheld","option","phones","hands"')
    expect(lines.find(line => line.startsWith('"lunch"') && line.includes('green'))).toMatch(/^"lunch",1,"single","revealed","Soup or salad\?","[^,]+Z","[^,]+Z",5,"no","Salad, ""green""",4,0$/)
    for (const line of ['"\'=Bread",1,0', '"\'=cmd()",1,', '"\'@here",1,', '"""quoted"", with comma",1,', '"two lines",1,'])
      expect(csv.text).toContain(`,${line}`)
    expect(lines).toHaveLength(1 + 5 + 3 + 5 + 5 + 1)
  })

  it('tell how many chose none of several options, by phone and by hand', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-days')
    await room.answers('days', 3, n => n === 0 ? ['tue'] : [])
    await room.presenter.send('PUT', '/api/polls/days/hand-count', { counts: { mon: 1, none: 4 } })
    await room.go('ask-days', 1)
    expect((await room.phone().state()).json.poll?.result).toEqual({ kind: 'options', voters: 3, counts: { mon: 0, tue: 1, wed: 0 }, none: 2, hands: { mon: 1, tue: 0, wed: 0, none: 4 }, movement: null })
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds[0]?.options.at(-1)).toEqual({ id: 'none', label: 'None of these', phones: 2, hands: 4 })
    expect((await room.presenter.send('GET', '/api/results.csv')).text).toContain('"None of these",2,4\r\n')
  })

  it('keep earlier rounds', async () => {
    const room = await openRoom({ floor: 1 })
    await room.go('ask-lunch')
    await room.answers('lunch', 1, () => 'soup')
    await room.presenter.send('POST', '/api/polls/lunch/reset')
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds.map(({ round, phase, answered, withheld }) => [round, phase, answered, withheld])).toEqual([[1, 'closed', 1, false], [2, 'open', 0, true]])
  })

  it('keep the floor under which people answered, even after a start with a lower one', async () => {
    const room = await openRoom({ session: 'careful', floor: 8 })
    await room.go('ask-lunch')
    await room.answers('lunch', 6, () => 'soup')
    await room.go('ask-lunch', 1)
    await room.close()
    const later = await openRoom({ session: 'careful', floor: 1, dataDir: room.dataDir })
    expect((await later.phone().state()).json.poll).toMatchObject({ floor: 8, withheld: true, result: null })
    const { json } = await later.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds).toMatchObject([{ poll: 'lunch', answered: 6, floor: 8, withheld: true, options: [] }])
    await later.presenter.send('POST', '/api/polls/lunch/reset')
    expect((await later.phone().state()).json.poll).toMatchObject({ round: 2, floor: 1 })
  })

  it('hold nothing of a rehearsal', async () => {
    const room = await openRoom({ rehearsal: true })
    await room.go('ask-lunch')
    await room.answers('lunch', 1, () => 'soup')
    await room.go('ask-lunch', 1)
    expect((await room.phone().state()).json).toMatchObject({ session: { rehearsal: true }, poll: { floor: 1, withheld: false, result: { voters: 1 } } })
    expect((await room.presenter.send<ExportedResults>('GET', '/api/results.json')).json).toMatchObject({ rehearsal: true, rounds: [] })
    expect((await room.presenter.send('GET', '/api/results.csv')).text.trim().split('\r\n')).toHaveLength(1)
  })
})
