import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { buildOptions } from './build/build-options.ts'
import { buildSite } from './build/decks.ts'
import { readSlides } from './build/read-slides.ts'
import { kitFolder, root, siteFolder } from './lib/paths.ts'
import { main, say, since } from './lib/say.ts'

await main(async () => {
  const options = buildOptions(process.argv.slice(2), process.env)
  const out = join(root, siteFolder)
  const started = performance.now()
  say('Building the site that people read on their own …')
  await readSlides()
  await buildSite(out, options)
  say(`Built in ${since(started)}: ${relative(process.cwd(), out) || '.'}/ can be put on any web server, at ${options.origin}${options.base}`)
  if (existsSync(join(root, kitFolder)))
    say(`Leave ${kitFolder}/ out when you do: it holds the facilitator's pages.`)
})
