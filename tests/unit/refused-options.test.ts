import { expect, it } from 'vitest'
import { buildOptions } from '../../scripts/build/build-options.ts'
import { exportOptions } from '../../scripts/export/export-options.ts'
import { rehearseOptions } from '../../scripts/lib/options.ts'
import { PlainError } from '../../scripts/lib/say.ts'
import { verbs } from '../../scripts/lib/verbs.ts'

const read = { build: buildOptions, export: exportOptions, rehearse: rehearseOptions }

/** What `npm start` refuses stands in `options.test.ts`, with its variables. */
it.each<[verb: keyof typeof read, args: string[], sentence: string | RegExp]>([
  ['build', ['--base', 'the-fork'], /^--base cannot be "the-fork"\. It takes a path that begins and ends with a slash/],
  ['build', ['--base', '/the-fork'], /begins and ends with a slash/],
  ['build', ['--base', '/../'], /begins and ends with a slash/],
  ['build', ['--base', '//example.org/'], /begins and ends with a slash/],
  ['build', ['--base', '/a b/'], /begins and ends with a slash/],
  ['build', ['--base', 'https://example.org'], /begins and ends with a slash/],
  ['build', ['--base', 'ftp://example.org/'], /begins and ends with a slash/],
  ['build', ['--base', '/"><script>/'], /begins and ends with a slash/],
  ['build', ['--format', '40'], /^--format cannot be "40"\. It takes 30, 45, 60 or 90 minutes\.$/],
  ['build', ['--out', 'x'], /^Unknown option '--out'\. The flags are: --base --format\.$/],
  ['export', ['--format', '40'], '--format cannot be "40". It takes 30, 45, 60 or 90 minutes.'],
  ['export', ['--start', '24:00'], '--start cannot be "24:00". It takes a time of day from 00:00 to 23:59, such as 09:30.'],
  ['export', ['--start', '9.30'], '--start cannot be "9.30".'],
  ['export', ['--start', '9:60'], '--start cannot be "9:60".'],
  ['export', ['--start', 'morning'], '--start cannot be "morning".'],
  ['export', ['--paper', 'a3'], '--paper cannot be "a3". It takes a4 or letter.'],
  ['export', ['--manager', 'maybe'], '--manager cannot be "maybe". It takes absent, partly or present.'],
  ['export', ['--session', '../../etc/passwd'], '--session cannot be "../../etc/passwd".'],
  ['export', ['--pages', '3'], `The flags are: ${verbs.export.settings.filter(name => name !== 'browser').map(name => `--${name}`).join(' ')}.`],
  ['export', ['45', '60'], '"60" is one word too many.'],
  ['rehearse', ['--phones', '0'], '--phones cannot be "0". It takes a whole number from 1 to 300.'],
  ['rehearse', ['--phones', '5000'], '--phones cannot be "5000".'],
  ['rehearse', ['--seed', 'mine'], '--seed cannot be "mine". It takes a whole number from 1 to 999999.'],
  ['rehearse', ['60', '--since', 'Platform'], '--since belongs to the reunion: npm run rehearse 30 -- --since "Platform".'],
  ['rehearse', ['--session', 'x'], 'The flags are: --phones --seed --format'],
])('npm run %s refuses %j with a sentence', (verb, args, sentence) => {
  const ask = (): unknown => read[verb](args, {})
  expect(ask).toThrow(PlainError)
  expect(ask).toThrow(sentence)
  expect(ask).toThrow(expect.objectContaining({ exitCode: 2 }))
})
