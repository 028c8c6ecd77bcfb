import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'
import { buildSite } from './decks.ts'
import { readSlides } from './manifest.ts'
import { read, readFlags, readFormat } from './options.ts'
import { root } from './paths.ts'
import { main, say, since } from './say.ts'

const base = v.pipe(v.string(), v.regex(/^\/(?:[\w.~-]+\/)*$/, 'a path that begins and ends with a slash, such as / or /the-fork/'))

await main(async () => {
  const { values, positionals } = readFlags(process.argv.slice(2), { base: { type: 'string' }, format: { type: 'string' } })
  const format = readFormat(values.format, positionals, process.env) ?? 90
  const path = read('--base', values.base, base) ?? read('BASE', process.env.BASE || undefined, base) ?? '/'
  const out = join(root, 'dist')
  const hadKit = existsSync(join(out, 'kit'))
  const started = performance.now()
  say('Building the site that people read on their own …')
  await readSlides()
  await buildSite(out, path, format)
  say(`Built in ${since(started)}: ${relative(process.cwd(), out) || '.'}/ can be put on any web server under ${path}`)
  if (hadKit)
    say('What npm run export had put into dist/kit is gone, so that the facilitator\'s pages are not published by accident. Export again when you need them.')
})
