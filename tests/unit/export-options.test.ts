import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportOptions } from '../../scripts/export/export-options.ts'
import { PlainError } from '../../scripts/lib/say.ts'
import { verbs } from '../../scripts/lib/verbs.ts'

describe('npm run export', () => {
  it('prints at the length of its session, from half past nine on A4, with no manager in the room, unless told otherwise', () => {
    expect(exportOptions([], {})).toMatchObject({ format: undefined, start: 570, paper: 'a4', manager: 'absent', dark: false, session: undefined })
  })

  it.each([
    [['--format', '45'], { format: 45 }],
    [['60'], { format: 60 }],
    [['--start', '00:00'], { start: 0 }],
    [['--start', '9:05'], { start: 545 }],
    [['--start', '23:59'], { start: 1439 }],
    [['--paper', 'Letter'], { paper: 'letter' }],
    [['--manager', 'partly'], { manager: 'partly' }],
    [['--manager=present', '--dark'], { manager: 'present', dark: true }],
    [['--session', 'Platform team 2'], { session: 'Platform team 2' }],
  ])('reads its options from %j', (args, expected) => {
    expect(exportOptions(args, {})).toMatchObject(expected)
  })

  it.each([
    [['--format', '40'], '--format cannot be "40". It takes 30, 45, 60 or 90 minutes.'],
    [['--start', '24:00'], '--start cannot be "24:00". It takes a time of day from 00:00 to 23:59, such as 09:30.'],
    [['--start', '9.30'], '--start cannot be "9.30".'],
    [['--start', '9:60'], '--start cannot be "9:60".'],
    [['--start', 'morning'], '--start cannot be "morning".'],
    [['--paper', 'a3'], '--paper cannot be "a3". It takes a4 or letter.'],
    [['--manager', 'maybe'], '--manager cannot be "maybe". It takes absent, partly or present.'],
    [['--session', '../../etc/passwd'], '--session cannot be "../../etc/passwd".'],
    [['--pages', '3'], `The flags are: ${verbs.export.settings.filter(name => name !== 'browser').map(name => `--${name}`).join(' ')}.`],
    [['45', '60'], '"60" is one word too many.'],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => exportOptions(args, {})).toThrow(sentence)
    expect(() => exportOptions(args, {})).toThrow(expect.objectContaining({ name: 'PlainError', exitCode: 2 }))
  })

  it('never fails with anything but a sentence', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--start', '--paper', '--manager', '--dark', '45', '09:30', 'a4'))), (args) => {
      try {
        const { start } = exportOptions(args, {})
        expect(start).toBeGreaterThanOrEqual(0)
        expect(start).toBeLessThan(24 * 60)
      }
      catch (error) {
        expect(error).toBeInstanceOf(PlainError)
      }
    }))
  })
})
