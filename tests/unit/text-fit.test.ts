import type { Poll } from '../../live/domain/poll-rules.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { cardGap, cardLineHeight, cardPadding, cardPages } from '../../live/client/word-cards.ts'
import { fitPoll, lineMisfit, misfitOf } from '../../live/domain/poll-fit.ts'
import { hyphenated, linesOf } from '../../live/domain/text-fit.ts'

const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.constantFrom('Zusammenarbeitsvereinbarung', '时间', 'זמן', 'x'.repeat(280), '👩‍💻')), { minLength: 1, maxLength: 6 }).map(words => words.join(' ').replace(/\s+/g, ' '))

describe('words that are too long for a line', () => {
  it.each([
    ['Zusammenarbeitsvereinbarung', 'Zusam|me|nar|beits|ve|rein|ba|rung'],
    ['Donaudampfschifffahrt', 'Donau|dampf|schiff|fahrt'],
    ['Internationalization', 'Inter|na|tio|na|li|za|tion'],
    ['Ответственность', 'Ответст|вен|ность'],
    ['Αποτελεσματικότητα', 'Απο|τε|λεσ|μα|τι|κό|τητα'],
    ['responsibility', 'res|pon|si|bi|lity'],
    ['short', 'short'],
    ['会议太多会议太多会议太多会议', '会议太多会议太多会议太多会议'],
    ['xxxxxxxxxxxxxxxxxxxx', 'xxxxxxxxxxxxxxxxxxxx'],
  ])('%s may break as %s', (word, parts) => {
    expect(hyphenated(word).replaceAll('\u00AD', '|')).toBe(parts)
  })

  it('keep the same letters', () => {
    fc.assert(fc.property(text, one => hyphenated(one).replaceAll('\u00AD', '') === one.replaceAll('\u00AD', '')))
  })

  it('take no fewer lines in a narrower column', () => {
    fc.assert(fc.property(text, fc.integer({ min: 4, max: 40 }), (one, width) => linesOf(one, width) >= linesOf(one, width + 20)))
  })
})

describe('a poll on its slide', () => {
  it('of the workshop can be read from the back row', () => {
    expect(polls.map(poll => misfitOf(poll))).toEqual(polls.map(() => null))
  })

  const poll = (count: number): Poll => ({ id: 'p', kind: 'single', question: 'Which?', purpose: 'To know.', options: Array.from({ length: count }, (_, i) => ({ id: `o-${i}`, label: `Option ${i}` })) })

  it.each([
    ['seven options and a short line', 7, 'Who does that here?', null],
    ['seven options and three lines', 7, 'Who does that here? '.repeat(9), /^is too long: .+ Shorten it$/],
    ['thirteen options and a short line', 13, 'Who does that here?', /^has no room: .+ Take it out, or shorten the poll$/],
  ])('with %s says what does not fit', (_, count, line, problem) => {
    const found = lineMisfit(poll(count), line)
    expect(found).toEqual(problem && expect.stringMatching(problem))
  })

  it('never grows when an option is added, nor with a line under it', () => {
    const sizes = Array.from({ length: 30 }, (_, i) => fitPoll(poll(i + 2))?.options ?? 0)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(sizes[10]).toBeGreaterThanOrEqual(26)
    expect(sizes.at(-1)).toBe(0)
    expect(sizes.every((size, i) => (fitPoll(poll(i + 2), true)?.options ?? 0) <= size)).toBe(true)
  })
})

describe('cards of words', () => {
  it('are complete and in order, and no column is higher than the box', () => {
    const word = fc.record({ text, count: fc.integer({ min: 1, max: 300 }) })
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 320, max: 460 }), (words, height) => {
      const { size, lines, width, pages } = cardPages(words, { width: 1104, height })
      expect(pages.flat(2)).toEqual(words)
      for (const page of pages)
        expect(page.length * (width + cardGap) - cardGap).toBeLessThanOrEqual(1104)
      expect(lines * size * cardLineHeight + 2 * cardPadding.y).toBeLessThanOrEqual(height)
      if (words.length > 0)
        expect(size).toBeGreaterThanOrEqual(28)
    }))
  })

  it('are whole wherever a column holds them: 280 characters without a space', () => {
    const { size, lines, width } = cardPages([{ text: 'x'.repeat(280), count: 1 }], { width: 1104, height: 400 })
    expect(linesOf('x'.repeat(280), (width - 2 * cardPadding.x) / size)).toBeLessThanOrEqual(lines)
  })
})
