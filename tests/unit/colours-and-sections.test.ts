import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSections } from '../../exercises/sections-check.ts'
import { sections } from '../../exercises/sections.ts'
import { checkColours } from '../../scripts/check/colours.ts'

describe('colours', () => {
  const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
  /** The file with the value of its first `--people` changed, on line 10. */
  const people = (value: string): string => css.replace(/--people: [^;]+/, `--people: ${value}`)
  const line = css.slice(0, css.indexOf('--people:')).split('\n').length

  it('are all colours', () => expect(() => checkColours()).not.toThrow())

  it.each(['#abc', '#C8431A', '#c8431aff', 'rgb(200 67 26)', 'oklch(60% 0.17 40 / 50%)', 'color-mix(in oklab, var(--ink) 20%, #fff)', 'var(--ink)'])('may be written %s', (value) => {
    expect(() => checkColours(people(value))).not.toThrow()
  })

  it.each(['#c8431', 'c8431a', '#c8431g', 'reddish', '200 67 26', '12px', 'rgb(200 67 26', '#c8431a #fff', ''])('that are no colours are refused: %s', (value) => {
    expect(() => checkColours(people(value))).toThrow(`styles/tokens.css:${line}: --people is "${value}", which is no colour. Write one such as #c8431a, with six digits from 0 to f.`)
  })

  it('with a misspelt name are refused', () => {
    expect(() => checkColours(css.replace(/(html:not\(\.dark\)[\s\S]+?)--people:/, '$1--poeple:'))).toThrow('--poeple is not in the first block. Did you mean "--people"?')
    expect(() => checkColours(css.replaceAll('--people-wash:', '--people-wish:'))).toThrow(/styles\/tokens\.css: --people-wash is missing, and \S+ uses it\./)
  })
})

describe('sections', () => {
  const stops = (count: number): Parameters<typeof checkSections>[0] => Array.from({ length: count }, (_, i) => ({ id: `part${i}`, title: 'A part', stop: i + 1 }))

  it('of this workshop are in order', () => expect(() => checkSections()).not.toThrow())

  it.each([3, 6, 7, 8, 9])('may make %i stops', count => expect(() => checkSections(stops(count))).not.toThrow())

  it.each<[string, Parameters<typeof checkSections>[0], string]>([
    ['ten stops', stops(10), 'exercises/sections.ts: the map has room for 3 to 9 stops, not for 10.'],
    ['two with one number', [...sections, { id: 'twofold', title: 'The same again', stop: 1 }], 'section "twofold", field "stop": is 1, and the stops count up from 1. Write '],
    ['an id twice', [...sections, sections[0]], `section "${sections[0].id}" stands there twice.`],
    ['an id of two words', [{ id: 'ask-it', title: 'Ask', stop: null }], 'section "ask-it": an id is one lower-case word'],
    ['no title', [{ id: 'ask', title: '', stop: null }], 'section "ask", field "title": must not be empty.'],
  ])('with %s are refused', (_, list, sentence) => {
    expect(() => checkSections(list)).toThrow(sentence)
  })
})
