import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { binOf } from '../../scripts/lib/run.ts'
import { verbs } from '../../scripts/lib/verbs.ts'
import { readPdf } from '../export/read-pdf.ts'
import { Copy } from './copy.ts'
import { recipes } from './recipes.ts'

const copy = new Copy()
afterAll(() => copy.remove())

it('every recipe of docs/adapting.md is tried here', () => {
  expect(Object.keys(recipes)).toEqual([...copy.read('docs/adapting.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading))
})

/** Commands that read code only, and no pages. */
const codeOnly = ['typecheck', 'lint', 'test-unit']

describe('a mistake in a page of the deck', () => {
  const page = copy.pages.find(file => copy.read(file).includes('layout: sources')) ?? ''
  const before = copy.read(page)

  it.each(Object.keys(verbs).filter(verb => !codeOnly.includes(verb)))('stops npm run %s with its file, its line and what to write', async (verb) => {
    copy.edit(page, 'layout: sources', 'layout: souces')
    const { code, output } = await copy.run(`scripts/${verb}.ts`, verb === 'start' ? ['--no-open'] : [])
    copy.write(page, before)
    expect(output).toMatch(new RegExp(`${page}:\\d+: slide "[\\w-]+": "layout" is "souces", and there is no such shape in layouts/. Did you mean "sources"\\?`))
    expect(code).toBeGreaterThan(0)
  })
})

describe('a project in which every recipe was followed', () => {
  const words: string[] = []

  it.each(Object.entries(recipes))('the checks accept the project after: %s', async (_, follow) => {
    words.push(...follow(copy))
    const { code, output } = await copy.run('tests/adapting/check-copy.ts')
    expect(output.trim()).toBe('')
    expect(code).toBe(0)
  })

  it('it starts, and shows the changes on slides and phones', async () => {
    let health = 0
    const { output } = await copy.run('scripts/start.ts', ['--no-open', '--port', '0', '--rehearsal', '--host', '127.0.0.1'], {
      until: /http:\/\/127\.0\.0\.1:\d+\//,
      then: async (output) => {
        health = (await fetch(`${/http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]}/api/health`)).status
      },
    })
    expect(health, output).toBe(200)
    const deck = join(copy.folder, '.cache/90/present/assets')
    const scripts = readdirSync(deck).filter(name => name.endsWith('.js')).map(name => copy.read(join('.cache/90/present/assets', name))).join('\n')
    expect(scripts).toContain('A slide of our own')
  })

  it('its export prints the changes', async () => {
    const { code, output } = await copy.run('scripts/export.ts')
    expect(output).toContain('Exported')
    expect(code).toBe(0)
    const { pages } = await readPdf(join(copy.folder, 'dist/kit/deck.pdf'))
    for (const text of words)
      expect.soft(pages.join(' ')).toContain(text)
  })

  it('its types, unit tests and component tests pass', async () => {
    const types = await copy.run(binOf('vue-tsc').replace(/^.*node_modules/, 'node_modules'), ['--noEmit'])
    expect(types.output).toBe('')
    const tests = await copy.run(binOf('vitest').replace(/^.*node_modules/, 'node_modules'), ['run', '--reporter=dot', '--project', 'unit', '--project', 'component'])
    expect(tests.output.match(/ FAIL .*/g) ?? []).toEqual([])
    expect(tests.code, tests.output.slice(-2000)).toBe(0)
  }, 900_000)
})
