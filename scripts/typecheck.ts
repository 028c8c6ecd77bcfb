import process from 'node:process'
import { run, types } from './check/checks.ts'
import { readSettings } from './lib/options.ts'
import { main } from './lib/say.ts'

await main(async () => {
  readSettings('typecheck', process.argv.slice(2), process.env)
  await run(types)
})
