import process from 'node:process'
import { run, types } from './checks.ts'
import { readSettings } from './options.ts'
import { main } from './say.ts'

await main(async () => {
  readSettings('typecheck', process.argv.slice(2), process.env)
  await run(types)
})
