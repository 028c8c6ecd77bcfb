import process from 'node:process'
import { takeNpmFlags } from './npm-flags.ts'
import { main } from './say.ts'

/** Loaded before every command: the flags that npm kept stand before its other words again. */
await main(async () => void process.argv.splice(2, 0, ...takeNpmFlags(process.env)))
