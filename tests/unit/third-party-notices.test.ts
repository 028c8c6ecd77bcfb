import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { noticesOf } from '../../setup/third-party-notices.ts'

/** A project with packages in it; files by path. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

it('each package that a build holds is named once, with its licence and its text', () => {
  const folder = project({
    'node_modules/lib/package.json': '{"name": "lib", "version": "1.2.3", "license": "MIT"}',
    'node_modules/lib/LICENSE': 'Do what you like.',
    'node_modules/@fonts/letters/package.json': '{"name": "@fonts/letters", "version": "5.0.0", "license": "OFL-1.1"}',
    'node_modules/@fonts/letters/LICENSE.md': 'Fonts are free.',
    'node_modules/lib/node_modules/inner/package.json': '{"name": "inner", "version": "0.1.0", "license": "ISC"}',
    'node_modules/unused/package.json': '{"name": "unused", "version": "1.0.0", "license": "MIT"}',
  })
  const text = noticesOf(['lib/a.js', 'lib/b.js?query', '@fonts/letters/files/a.woff2', 'lib/node_modules/inner/c.js'].map(file => `${folder}/node_modules/${file}`).concat('\0virtual', '/own/slide.vue'))
  expect(text.split('\n').filter(line => /^\S+ \d+\.\d+\.\d+ \(/.test(line))).toEqual(['@fonts/letters 5.0.0 (OFL-1.1)', 'inner 0.1.0 (ISC)', 'lib 1.2.3 (MIT)'])
  expect(text).toContain('Fonts are free.')
  expect(text).toContain('Do what you like.')
  expect(text).toContain('The package comes without a text of its licence.')
  expect(text).not.toContain(folder)
})
