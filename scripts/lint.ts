import process from 'node:process'
import { lint, run } from './check/checks.ts'
import { readSettings } from './lib/options.ts'
import { main } from './lib/say.ts'

await main(async () => {
  readSettings('lint', process.argv.slice(2), process.env)
  await run(lint)
})
