import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { namesLike } from '../lib/closest.ts'
import { filesUnder } from '../lib/files.ts'
import { root } from '../lib/paths.ts'

const file = 'styles/tokens.css'
/** Where tokens are used. */
const users = ['components', 'layouts', 'styles', 'phone', 'handouts', 'live/client', 'pages', 'global-top.vue']
const colour = /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var)\([^()]*(?:\([^()]*\)[^()]*)*\)|transparent|currentcolor)$/i

/**
 * Checks the tokens: what is a colour in the first block is one in all, no block knows a name that the first does not,
 * and no style uses a token that is defined nowhere.
 * @throws DefinitionError naming the file and the line, at the first mistake
 */
export function checkColours(css = readFileSync(join(root, file), 'utf8'), styles = stylesOf()): void {
  const tokens = tokensIn(css)
  const first = tokens.filter(token => token.block === tokens[0]?.block)
  const names = first.map(token => token.name)
  for (const { name, value, line, block } of tokens) {
    if (block !== tokens[0]?.block && !names.includes(name))
      throw new DefinitionError(`${file}:${line}: ${name} is not in the first block. ${namesLike(name, names)}`)
    const isColour = !/^--(?:font|edge|motion|line)/.test(name)
    if (isColour && !colour.test(value))
      throw new DefinitionError(`${file}:${line}: ${name} is "${value}", which is no colour. Write one such as #c8431a, with six digits from 0 to f.`)
  }
  const known = new Set([...names, ...styles.flatMap(({ text }) => text.match(/(?<!var\(\s*)--[a-z][\w-]*/g) ?? [])])
  for (const { file: user, text } of styles) {
    const lost = [...text.matchAll(/var\((--(?!slidev-)[\w-]+)\s*\)/g)].map(([, name = '']) => name).find(name => !known.has(name))
    if (lost !== undefined)
      throw new DefinitionError(`${file}: ${lost} is missing, and ${user} uses it. Write it into the first block, or mend its name there.`)
  }
}

interface Token { name: string, value: string, line: number, block: number }

/** Custom properties with the number of the block they stand in. */
function tokensIn(css: string): Token[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, comment => comment.replaceAll(/[^\n]/g, ' '))
  return [...bare.matchAll(/(?<=[{;\s])(--[\w-]+)\s*:([^;{}]*)/g)].map(({ 1: name = '', 2: value = '', index }) => ({
    name,
    value: value.trim().replaceAll(/\s+/g, ' '),
    line: bare.slice(0, index).split('\n').length,
    block: bare.slice(0, index).split('{').length,
  }))
}

function stylesOf(): { file: string, text: string }[] {
  return filesUnder(users).filter(name => /\.(?:vue|css|md|ts)$/.test(name) && name !== file).map(name => ({ file: name, text: readFileSync(join(root, name), 'utf8') }))
}
