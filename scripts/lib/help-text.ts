import type { Setting, SettingName } from './settings.ts'
import type { Verb, VerbName } from './verbs.ts'
import { environmentName, settings } from './settings.ts'
import { verbs } from './verbs.ts'

/** How a setting is given, as a flag and in the environment; an empty string where that way is closed. */
export function waysOf(name: SettingName): { flag: string, variable: string } {
  const { value, on, only }: Setting<unknown> = settings[name]
  const flag = value === undefined ? `--${on ? 'no-' : ''}${name}` : `--${name} ${value}`
  const variable = `${environmentName(name)}=${value ?? (on ? '0' : '1')}`
  return { flag: only === 'environment' ? '' : flag, variable: only === 'flag' ? '' : variable }
}

/** What a command does and everything that can be set for it. */
export function helpOf(name: VerbName): string {
  const verb: Verb = verbs[name]
  const words = verb.words ?? (verb.settings.includes('format') ? '[MINUTES]' : '')
  const hasFlags = verb.settings.some(one => waysOf(one).flag !== '')
  return [
    `${verb.call}${words || hasFlags ? ` -- ${[words, hasFlags ? '[FLAGS]' : ''].filter(Boolean).join(' ')}` : ''}`,
    '',
    verb.does,
    ...verb.settings.flatMap((one) => {
      const { flag, variable } = waysOf(one)
      return ['', `  ${[flag, variable].filter(Boolean).join(', or ')}`, `      ${settings[one].help}`]
    }),
    '',
    verb.settings.length > 0 ? 'Names in capitals with FORK_ are environment variables. A flag wins over its variable.' : 'There is nothing to set.',
  ].join('\n')
}
