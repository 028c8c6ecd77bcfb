import process from 'node:process'
import { readSlides } from './build/read-slides.ts'
import { lint, quickTests, runTogether, types } from './check/checks.ts'
import { readSettings } from './lib/options.ts'
import { main } from './lib/say.ts'

await main(async () => {
  readSettings('check', process.argv.slice(2), process.env)
  await readSlides()
  await runTogether([types, lint, quickTests])
})
