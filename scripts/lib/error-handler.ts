import process from 'node:process'
import { inspect } from 'node:util'

/** Loaded before every command, so that a mistake found while a data file is imported ends it with the sentence alone. */
process.on('uncaughtException', (error) => {
  process.stderr.write(`\n${error.name === 'DefinitionError' ? error.message : inspect(error)}\n`)
  process.exit(1)
})
