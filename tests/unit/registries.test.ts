import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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

  it.each(['#c8431', 'c8431a', '#c8431g', 'reddish', '200 67 26', '12px', 'rgb(200 67 26', '#c8431a #fff', ''])('that are none stop: %s', (value) => {
    expect(() => checkColours(people(value))).toThrow(`styles/tokens.css:${line}: --people is "${value}", which is no colour. Write one such as #c8431a, with six digits from 0 to f.`)
  })

  it('with a slip in a name stop', () => {
    expect(() => checkColours(css.replace(/(html\.dark[\s\S]+?)--people:/, '$1--poeple:'))).toThrow('--poeple is not in the first block. Did you mean "--people"?')
    expect(() => checkColours(css.replaceAll('--people-wash:', '--people-wish:'))).toThrow(/styles\/tokens\.css: --people-wash is missing, and \S+ uses it\./)
  })
})
