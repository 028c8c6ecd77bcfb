import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exerciseMatrix } from '../../exercises/agenda-matrix.ts'
import { formats } from '../../exercises/agenda.ts'
import { checkMatrix } from '../../exercises/matrix-check.ts'
import { polls } from '../../exercises/polls.ts'
import { checkColours } from '../../scripts/check/colours.ts'

describe('what each length asks', () => {
  const [format] = formats
  const row = exerciseMatrix.find(one => one[format] !== null && one[format].polls.length > 0)
  const carried = row?.[format]
  const id = carried?.polls[0] ?? ''
  const slides = polls.map(poll => ({ poll: poll.id as string | null, file: 'pages/a.md', line: 7, formats: formats.filter(length => exerciseMatrix.some(one => one[length]?.polls.includes(poll.id))) }))
  const with_ = (names: readonly string[]): typeof exerciseMatrix => exerciseMatrix.map(one => one === row ? { ...one, [format]: { how: '', polls: names } } : one)

  it('stands on its slides', () => expect(() => checkMatrix(slides)).not.toThrow())

  it.each<[string, Parameters<typeof checkMatrix>, string]>([
    ['a poll that no length carries', [slides, exerciseMatrix.map(one => ({ ...one, ...Object.fromEntries(formats.map(length => [length, null])) }))], `exercises/agenda-matrix.ts: no length carries poll "${polls[0]?.id}", and pages/a.md:7 asks it.`],
    ['a poll that one length does not carry', [slides, with_(carried?.polls.slice(1) ?? [])], `the ${format} minutes do not carry poll "${id}", and pages/a.md:7 asks it. Add "${id}" to the polls of a row there, or leave ${format} out of the slide's formats.`],
    ['a poll without a slide in that length', [slides.filter(slide => slide.poll !== id)], `the ${format} minutes carry poll "${id}", and no slide of that length asks it.`],
    ['a poll that is none', [slides, with_([...carried?.polls ?? [], 'tolls'])], `the ${format} minutes carry poll "tolls", which is not in exercises/polls.ts. There are: `],
    ['a poll twice', [slides, with_([id, ...carried?.polls ?? []])], `the ${format} minutes carry poll "${id}" twice.`],
  ])('with %s stops', (_, given, sentence) => {
    expect(() => checkMatrix(...given)).toThrow(sentence)
  })
})

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
