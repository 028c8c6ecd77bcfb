import process from 'node:process'
import { quickTests, run } from './checks.ts'
import { readSettings } from './options.ts'
import { main } from './say.ts'

await main(async () => {
  readSettings('test-unit', process.argv.slice(2), process.env)
  await run(quickTests)
})
