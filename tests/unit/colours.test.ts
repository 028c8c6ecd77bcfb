import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesUnder } from '../../scripts/lib/files.ts'
import { colourOf, favicon } from '../../setup/favicon.ts'

/** What a browser shows or a printer prints. */
const shown = filesUnder(['components', 'handouts', 'layouts', 'live', 'pages', 'phone', 'public', 'setup', 'styles', 'global-top.vue', 'slides.md']).filter(file => /\.(?:vue|css|ts|html|md|svg)$/.test(file))
/** The tokens, and their black on white for paper. A shade of black is no colour. */
const tokens = ['styles/tokens.css', 'styles/print.css', 'handouts/paper.css']

it('colours are written in the tokens, and nowhere else', () => {
  const written = shown.filter(file => !tokens.includes(file)).flatMap(file => (readFileSync(file, 'utf8').match(/(?<![&\w/])(?:#|%23)(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(?:rgb|hsl|oklch|lab)a?\((?!0 0 0)/gi) ?? []).map(colour => `${file}: ${colour}`))
  expect(written).toEqual([])
})

it.each(['#123456', 'rgb(200 67 26)', 'oklch(60% 0.17 40 / 50%)'])('a token is read as it is written: %s', (value) => {
  expect(colourOf('people', `:root { --paper: #fff; --people: ${value}; } html.dark { --people: #000; }`)).toBe(value)
})

it('a token that is missing is named', () => {
  expect(() => colourOf('people', ':root { --paper: #fff; }')).toThrow('styles/tokens.css: --people is missing.')
})

it('the favicon is drawn in the colours of the tokens', () => {
  for (const name of ['paper', 'ink', 'people', 'systems'])
    expect(favicon()).toContain(`"${colourOf(name)}"`)
})
