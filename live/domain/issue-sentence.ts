import type { BaseIssue } from 'valibot'

/** How the validator calls things, and how people do. */
const names: Readonly<Record<string, string>> = { string: 'words in quotes', number: 'a number', boolean: 'true or false', Array: 'a list in [ ]', Object: 'an entry in { }' }

/** What is wrong with a field that somebody wrote, as the rest of a sentence about it. A rule that has words of its own keeps them. */
export function issueSentence({ message, expected, received }: Pick<BaseIssue<unknown>, 'message' | 'expected' | 'received'>): string {
  if (expected === null || !message.startsWith('Invalid '))
    return message
  if (expected === 'never')
    return 'is no field here. Mend its name, or take it out'
  if (received === 'undefined')
    return 'is missing. Write it'
  const limit = /^([<>])=(.+)$/.exec(expected)
  const allowed = limit ? `${limit[1] === '<' ? 'at most' : 'at least'} ${limit[2]}` : names[expected] ?? `one of ${expected.replaceAll(/[()]/g, '').replaceAll(' | ', ', ')}`
  return `is ${received}, and has to be ${allowed}`
}
