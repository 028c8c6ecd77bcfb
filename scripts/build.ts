import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { buildOptions } from './build-options.ts'
import { buildSite } from './decks.ts'
import { readSlides } from './manifest.ts'
import { root } from './paths.ts'
import { main, say, since } from './say.ts'

await main(async () => {
  const options = buildOptions(process.argv.slice(2), process.env)
  const out = join(root, 'dist')
  const hadKit = existsSync(join(out, 'kit'))
  const started = performance.now()
  say('Building the site that people read on their own …')
  await readSlides()
  await buildSite(out, options)
  say(`Built in ${since(started)}: ${relative(process.cwd(), out) || '.'}/ can be put on any web server, at ${options.origin}${options.base}`)
  if (hadKit)
    say('What npm run export had put into dist/kit is gone, so that the facilitator\'s pages are not published by accident. Export again when you need them.')
})
