import process from 'node:process'
import { lint, run } from './checks.ts'
import { readSettings } from './options.ts'
import { main } from './say.ts'

await main(async () => {
  readSettings('lint', process.argv.slice(2), process.env)
  await run(lint)
})
