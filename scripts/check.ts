import process from 'node:process'
import { lint, quickTests, runTogether, types } from './checks.ts'
import { readSlides } from './manifest.ts'
import { readSettings } from './options.ts'
import { main } from './say.ts'

await main(async () => {
  readSettings('check', process.argv.slice(2), process.env)
  await readSlides()
  await runTogether([types, lint, quickTests])
})
