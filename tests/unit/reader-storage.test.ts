import { describe, expect, it } from 'vitest'
import { openPlace, openReaderAnswers, partsOf } from '../../exercises/reader-storage.ts'
import { answerOf, counted, question } from '../deck-polls.ts'

const { poll } = question
const answer = answerOf(poll, 0)
const other = counted.at(-1)?.poll ?? poll

/** A browser's storage with these entries. */
function storageOf(entries: Record<string, unknown>): Storage {
  const map = new Map(Object.entries(entries).map(([key, value]) => [key, JSON.stringify(value)]))
  return {
    get length() { return map.size },
    clear: () => map.clear(),
    key: index => [...map.keys()][index] ?? null,
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
  }
}

describe('the answers of a reader', () => {
  it('leave out what no longer fits its poll', () => {
    const storage = storageOf({ 'the-fork:polls:reader': { version: 1, value: { [poll.id]: answer, [other.id]: 'nowhere', gone: 1 } } })
    expect(openReaderAnswers(() => storage).read()).toEqual({ [poll.id]: answer })
  })

  it.each([[null], ['text'], [[1]], [{ version: 0, value: { [poll.id]: answer } }]])('are empty where %j is stored', (stored) => {
    expect(openReaderAnswers(() => storageOf({ 'the-fork:polls:reader': stored })).read()).toEqual({})
  })

  it('outlive a reload', () => {
    const storage = storageOf({})
    openReaderAnswers(() => storage).update(kept => ({ ...kept, [poll.id]: answer }))
    openPlace(() => storage).update(() => 'audit')
    expect(openReaderAnswers(() => storage).read()).toEqual({ [poll.id]: answer })
    expect(openPlace(() => storage).read()).toBe('audit')
  })
})

describe('the contents', () => {
  it('has the sections in order, each with its slides, and none without', () => {
    const slides = [{ no: 1, section: 'welcome' }, { no: 2, section: 'fork' }, { no: 3, section: 'fork' }, { no: 4, section: 'sources' }]
    expect(partsOf(slides).map(part => [part.stop, part.title, part.slides.map(slide => slide.no)])).toEqual([
      [null, 'Welcome', [1]],
      [1, 'The fork', [2, 3]],
      [null, 'Sources', [4]],
    ])
  })
})
