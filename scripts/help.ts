import type { VerbName } from './lib/verbs.ts'
import process from 'node:process'
import { helpOf } from './lib/help-text.ts'
import { main, say } from './lib/say.ts'
import { verbs } from './lib/verbs.ts'

/** What `--help` behind any command shows: set-up starts this in the command's place. */
await main(async () => {
  const [name = ''] = process.argv.slice(2)
  const isKnown = (text: string): text is VerbName => Object.hasOwn(verbs, text)
  say(isKnown(name) ? helpOf(name) : Object.values(verbs).map(({ call, does }) => `${call}\n    ${does}`).join('\n'))
})
