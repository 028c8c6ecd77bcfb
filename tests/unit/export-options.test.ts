import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportOptions } from '../../scripts/export/export-options.ts'
import { PlainError } from '../../scripts/lib/say.ts'

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
