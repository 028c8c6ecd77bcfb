import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
const blocks = [...css.matchAll(/\{([^{}]*--paper:[^{}]*)\}/g)].map(([, block = '']) => Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/g)].map(([, name = '', value = '']) => [name, value])))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one = '', other = ''): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

it('the light and the dark colours have the same names', () => {
  expect(blocks).toHaveLength(2)
  expect(Object.keys(blocks[0] ?? {})).toEqual(Object.keys(blocks[1] ?? {}))
})

describe.each([['light', 0], ['dark', 1]])('the %s colours', (_, i) => {
  const tokens = blocks[i] ?? {}

  it.each(['ink', 'track', 'people', 'systems', 'both'])('a shape in %s has a contrast of 3 with paper and card', (name) => {
    for (const ground of ['--paper', '--card'])
      expect(contrast(tokens[`--${name}`], tokens[ground])).toBeGreaterThanOrEqual(3)
  })

  it.each(['muted', 'people-text', 'systems-text', 'both-text'])('text in %s has a contrast of 4.5', (name) => {
    expect(contrast(tokens[`--${name}`], tokens['--paper'])).toBeGreaterThanOrEqual(4.5)
  })
})
