import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Custom properties of the first block of some styles, the later ones winning. */
function tokensOf(...files: string[]): Map<string, string> {
  const blocks = files.map(file => /:root[^{]*\{([^}]*)\}/.exec(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))?.[1] ?? '')
  return new Map(blocks.flatMap(block => [...block.matchAll(/--([\w-]+): (#[\da-f]{3,6});/gi)].map(([, name = '', colour = '']) => [name, colour] as const)))
}

/** How light a colour is in greyscale, from 0 to 1, as WCAG counts it. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit) : colour.slice(1).match(/../g) ?? []
  const [red = 0, green = 0, blue = 0] = digits.map(pair => Number.parseInt(pair, 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function apart(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

it.each([
  { theme: 'screen', files: ['styles/tokens.css'] },
  { theme: 'paper', files: ['styles/tokens.css', 'handouts/paper.css'] },
])('the winner\'s bar differs from the others without colour: $theme', ({ files }) => {
  const colours = tokensOf(...files)
  const [winner = '', other = '', paper = ''] = ['ink', 'track', 'paper'].map(name => colours.get(name))
  expect(apart(winner, other)).toBeGreaterThanOrEqual(3)
  expect(apart(other, paper)).toBeGreaterThanOrEqual(3)
})

it('colours too close in greyscale have a pattern: the systems line, its sign, and hands', () => {
  const colours = tokensOf('styles/tokens.css')
  const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(apart(colours.get('people') ?? '', colours.get('systems') ?? '')).toBeLessThan(3)
  expect(read('components/map/LineTrack.vue')).toMatch(/v-if="line === 'systems'" class="stripe"/)
  expect(read('handouts/marks.css')).toMatch(/\.side-mark\.systems \{[^}]*outline:/)
  expect(read('handouts/poster/answers.css')).toMatch(/i\.hands \{[^}]*repeating-linear-gradient/)
})
