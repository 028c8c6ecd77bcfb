import type { SettingName } from '../../scripts/lib/settings.ts'
import type { VerbName } from '../../scripts/lib/verbs.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpOf, waysOf } from '../../scripts/lib/help-text.ts'
import { root } from '../../scripts/lib/paths.ts'
import { settings } from '../../scripts/lib/settings.ts'
import { verbs } from '../../scripts/lib/verbs.ts'

const names = Object.keys(verbs) as VerbName[]
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('help', () => {
  it('exists for every command of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const called = Object.entries(scripts).map(([name, command]) => [/ (\S+)$/.exec(command)?.[1] ?? '', ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`])
    expect(names.map(name => [name, verbs[name].call]).sort()).toEqual(called.sort())
  })

  it.each(names)('of %s has every flag and every environment name', (name) => {
    const text = helpOf(name)
    for (const setting of verbs[name].settings) {
      const { flag, variable } = waysOf(setting)
      expect(text).toContain(`${[flag, variable].filter(Boolean).join(', or ')}\n      ${settings[setting].help}`)
    }
  })

  it('shows how a switch is turned on, or off where it is on', () => {
    expect(helpOf('start')).toContain('  --rehearsal, or FORK_REHEARSAL=1\n')
    expect(helpOf('start')).toContain('  --no-open, or FORK_OPEN=0\n')
    expect(helpOf('start')).toContain('  FORK_PRESENTER_KEY=KEY\n')
  })
})

it('every setting belongs to a command', () => {
  const used = new Set<SettingName>(names.flatMap(name => verbs[name].settings))
  expect(Object.keys(settings).filter(name => !used.has(name as SettingName))).toEqual([])
})

describe('the README', () => {
  const rows = read('README.md').split('\n').filter(line => line.startsWith('|')).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))

  it.each(['start', 'build', 'export'] as const)('has the options of %s as its help has them', (name) => {
    const code = (text: string): string => text && `\`${text}\``
    const wanted = verbs[name].settings.map((setting) => {
      const { flag, variable } = waysOf(setting)
      return [code(flag), code(variable), settings[setting].help]
    })
    for (const row of wanted)
      expect(rows).toContainEqual(row)
  })
})
