import { expect, it } from 'vitest'
import { whyNotOpened } from '../../live/store/error-sentences.ts'

/** SQLite's extended codes: the primary one is in the lowest byte. */
const sqlite = (errcode: number, message: string): Error => Object.assign(new Error(message), { errcode })
const system = (code: string): Error => Object.assign(new Error(`${code}: open`), { code })

it.each<[string, Error, string]>([
  ['SQLite finds the disk full', sqlite(13, 'database or disk is full'), 'cannot be written: the disk is full. Free some disk space'],
  ['the system finds the disk full', system('ENOSPC'), 'cannot be written: the disk is full. Free some disk space'],
  ['somebody\'s share of the disk is full', system('EDQUOT'), 'cannot be written: the disk is full. Free some disk space'],
  ['the file may only be read', sqlite(8, 'attempt to write a readonly database'), 'cannot be written (attempt to write a readonly database). Allow writing there'],
  ['the folder may only be read', sqlite(14 | 2 << 8, 'unable to open database file'), 'cannot be written (unable to open database file). Allow writing there'],
  ['the disk may only be read', system('EROFS'), 'cannot be written (EROFS: open). Allow writing there'],
  ['another start has it', sqlite(5, 'database is locked'), 'is in use: this session runs already in another window. Stop it there first.'],
  ['it is no such file', sqlite(26, 'file is not a database'), 'cannot be read (file is not a database). It was left as it is.'],
])('the sentence on a session file says what is wrong and what to do when %s', (_, error, sentence) => {
  const { message } = whyNotOpened('/data/team.sqlite', error)
  expect(message).toContain(`The session file /data/team.sqlite ${sentence}`)
  expect(message).toMatch(/\.$/)
})
