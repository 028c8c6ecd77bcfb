import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorText, PlainError } from '../../scripts/lib/say.ts'

/** An error as Node's own functions throw it. */
const ofSystem = (code: string, path?: string): Error => Object.assign(new Error(`${code}: it failed, mkdir '${path}'`), { code, path, syscall: 'mkdir' })

/** What a system says of a file that is not there. */
function thrown(): unknown {
  try {
    rmSync('/nowhere/at/all')
    return null
  }
  catch (error) {
    return error
  }
}

describe('the error that ends a command', () => {
  it.each<[string, unknown, string | RegExp]>([
    ['a mistake of whoever typed', new PlainError('That is one word too many.'), 'That is one word too many.'],
    ['a folder that may not be written', ofSystem('EACCES', '/srv/fork/.cache'), '/srv/fork/.cache cannot be written or deleted (EACCES). Allow that, then try again.'],
    ['a disk that is read only', ofSystem('EROFS', '/mnt/fork'), '/mnt/fork cannot be written or deleted (EROFS). Allow that, then try again.'],
    ['a full disk', ofSystem('ENOSPC'), 'The disk is full. Free some disk space, then try again.'],
    ['something else of the system', thrown(), /^ENOENT/],
    ['a bug', new TypeError('x is not a function'), /TypeError: x is not a function\n +at /],
    ['what is no error', 'gone', '\'gone\''],
  ])('is told: %s', (_, error, text) => {
    expect(errorText(error)).toEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  })
})
