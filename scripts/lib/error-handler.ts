import process from 'node:process'
import { inspect } from 'node:util'

/** Loaded before every command: a mistake in a data file, found while the file is read, ends the command with its sentence alone. */
process.on('uncaughtException', (error) => {
  process.stderr.write(`\n${error.name === 'DefinitionError' ? error.message : inspect(error)}\n`)
  process.exit(1)
})
