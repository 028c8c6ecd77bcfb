import type { ExportedResults } from '../../live/server/exported-results.ts'
import type { Room } from './harness.ts'
import { describe, expect, it } from 'vitest'
import { openRoom, refused } from './harness.ts'

interface Words { words: { id: string, text: string, count: number, under: string | null }[] }

const usual = ['Time', 'time', 'no time', 'Too little time', 'fog']

/** A room that wrote words, which the presenter may read now. */
async function written(said = usual): Promise<{ room: Room, ids: Record<string, string>, label: (labels: unknown) => ReturnType<Room['presenter']['send']>, under: () => Promise<Record<string, string | null>> }> {
  const room = await openRoom()
  await room.go('ask-fear')
  await room.answers('fear', said.length, n => said[n])
  await room.go('ask-fear', 1)
  const read = async (): Promise<Words['words']> => (await room.presenter.send<Words>('GET', '/api/polls/fear/words')).json.words
  const ids = Object.fromEntries((await read()).map(({ id, text }) => [text.toLowerCase(), id]))
  return {
    room,
    ids,
    label: labels => room.presenter.send('PUT', '/api/polls/fear/labels', { labels }),
    under: async () => Object.fromEntries((await read()).map(({ text, under }) => [text.toLowerCase(), under])),
  }
}

describe('grouping words: PUT /api/polls/:id/labels', () => {
  it('shows a group as one word with its sum; the export keeps each word', async () => {
    const { room, ids: { time = '', 'no time': none = '', 'too little time': little = '' }, label, under } = await written()
    expect(await label({ [none]: time, [little]: time })).toMatchObject({ status: 200, json: {} })
    expect(await under()).toEqual({ 'time': null, 'no time': time, 'too little time': time, 'fog': null })
    await room.presenter.send('POST', '/api/polls/fear/reveal')
    const { result } = (await room.phone().state('screen')).json.polls?.fear ?? {}
    expect(result?.kind === 'words' && result.words.map(({ text, count }) => [text.toLowerCase(), count])).toEqual([['time', 4], ['fog', 1]])
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds[0]?.words.map(({ text }) => text.toLowerCase()).toSorted()).toEqual(['fog', 'no time', 'time', 'too little time'])
    const [head, ...lines] = (await room.presenter.send('GET', '/api/results.csv')).text.trimEnd().toLowerCase().split('\r\n')
    expect(head).toMatch(/"hands","under"$/)
    expect(lines.map(line => line.split(',').slice(-4).join(',')).toSorted()).toEqual(['"fog",1,"",""', '"no time",1,"","time"', '"time",2,"",""', '"too little time",1,"","time"'])
  })

  it('shows what stands under a hidden one by itself, and names that one nowhere', async () => {
    const { room, ids: { time = '', 'no time': none = '', fog = '' }, label } = await written()
    await label({ [none]: fog, [time]: fog })
    await room.presenter.send('PUT', `/api/polls/fear/words/${encodeURIComponent(fog)}`, { hidden: true })
    await room.presenter.send('POST', '/api/polls/fear/reveal')
    const { result } = (await room.phone().state('screen')).json.polls?.fear ?? {}
    expect(result?.kind === 'words' && result.words.map(({ text, count }) => [text.toLowerCase(), count])).toEqual([['time', 2], ['no time', 1], ['too little time', 1]])
    for (const format of ['json', 'csv'])
      expect((await room.presenter.send('GET', `/api/results.${format}`)).text).not.toContain('fog')
  })

  it('takes words that are longer once they are folded', async () => {
    const { ids, label } = await written(['ﷺ'.repeat(80), 'a', 'b', 'c', 'd'])
    const [long = ''] = Object.values(ids).filter(id => id.length > 100)
    expect(await label({ [long]: ids.a })).toMatchObject({ status: 200 })
  })

  it('accepts a whole room\'s long words, in a larger body than elsewhere', async () => {
    const long = Array.from({ length: 60 }, (_, n) => `${n} ${'わ'.repeat(76)}`)
    const { ids, label, under } = await written(long)
    const [first = '', ...others] = Object.values(ids)
    const labels = Object.fromEntries(others.map(id => [id, first]))
    expect(JSON.stringify({ labels }).length).toBeGreaterThan(8_000)
    expect(await label(labels)).toMatchObject({ status: 200 })
    expect(Object.values(await under()).filter(id => id === first)).toHaveLength(59)
  })

  it('replaces all groups: a word that is left out stands alone again', async () => {
    const { ids: { time = '', 'no time': none = '', fog = '' }, label, under } = await written()
    await label({ [none]: time })
    await label({ [fog]: time })
    expect(await under()).toMatchObject({ 'no time': null, 'fog': time })
    expect(await label({})).toMatchObject({ status: 200 })
    expect(Object.values(await under())).toEqual([null, null, null, null])
  })

  it.each<[string, number, string, (ids: Record<string, string>) => unknown]>([
    ['a chain', 422, 'does-not-fit', ({ time, 'no time': none, fog }) => ({ [none ?? '']: time, [time ?? '']: fog })],
    ['a word under itself', 422, 'does-not-fit', ({ fog }) => ({ [fog ?? '']: fog })],
    ['a word that nobody wrote', 404, 'no-such-word', ({ fog }) => ({ '~sun': fog })],
    ['a word under one that nobody wrote', 404, 'no-such-word', ({ fog }) => ({ [fog ?? '']: '~sun' })],
    ['a number', 422, 'does-not-fit', ({ fog }) => ({ [fog ?? '']: 3 })],
    ['a text', 422, 'does-not-fit', () => 'fog'],
    ['more than a poll has', 422, 'does-not-fit', ({ fog }) => Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`~${i}`, fog]))],
  ])('refuses %s with %d and changes nothing', async (_, status, code, labelsOf) => {
    const { ids, label, under } = await written()
    const before = await under()
    const reply = await label(labelsOf(ids))
    expect(reply).toMatchObject({ status, json: { error: { code } } })
    expect(await under()).toEqual(before)
  })

  it('is refused before the close, below the floor, and for polls without words', async () => {
    const room = await openRoom()
    const label = (poll: string): ReturnType<Room['presenter']['send']> => room.presenter.send('PUT', `/api/polls/${poll}/labels`, { labels: {} })
    await room.go('ask-fear')
    await room.answers('fear', 4, () => 'fog')
    expect(await label('fear')).toMatchObject({ status: 409, json: refused('still-open') })
    await room.go('ask-fear', 1)
    expect(await label('fear')).toMatchObject({ status: 409, json: refused('too-few') })
    expect(await label('lunch')).toMatchObject({ status: 409, json: refused('no-words') })
    expect(await label('supper')).toMatchObject({ status: 404, json: refused('no-such-poll') })
  })
})
