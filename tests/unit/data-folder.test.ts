import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../live/store/data-folder.ts'

it('the folder for answers is made with its parents, for its owner alone', () => {
  const top = mkdtempSync(join(tmpdir(), 'data-folder-'))
  onTestFinished(() => rmSync(top, { recursive: true }))
  const folder = join(top, 'a/b/c')
  makeFolder(folder)
  makeFolder(folder)
  const modes = ['a', 'a/b', 'a/b/c'].map(name => statSync(join(top, name)).mode & 0o777)
  // Windows has no such modes: there a folder inherits who may read it.
  expect(modes).toEqual(modes.map(() => process.platform === 'win32' ? 0o666 : 0o700))
})

it('a file in the place of the folder, or above it, is refused with a sentence', () => {
  const top = mkdtempSync(join(tmpdir(), 'data-folder-'))
  onTestFinished(() => rmSync(top, { recursive: true }))
  writeFileSync(join(top, 'file'), '')
  for (const folder of [join(top, 'file'), join(top, 'file/data')])
    expect(() => makeFolder(folder)).toThrow(/^The folder .*, where answers are kept, cannot be written to \(.*\)\. Allow writing there, or name another folder with --data-dir or FORK_DATA_DIR\.$/)
})

const unmakable = process.platform === 'linux' ? ['/proc/fork/data', '/proc/1/fork', '/sys/fork/a/b', '/dev/null/data'] : []

it.each(unmakable)('a place where no folder can be made is refused with a sentence, at once: %s', (folder) => {
  expect(() => makeFolder(folder)).toThrow('where answers are kept, cannot be written to')
})
