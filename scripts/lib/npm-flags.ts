import type { Setting } from './settings.ts'
import { PlainError } from './say.ts'
import { settings } from './settings.ts'

/** Flags of ours that mean something to npm itself, which may have them from its own settings. */
const npmsOwn = ['proxy']

/**
 * What npm kept of a command's flags: `npm start --new --port=4000` arrives as npm_config_new and npm_config_port. They
 * are taken out of `env`, so that no command that this one starts reads them again.
 * @throws PlainError with exit code 2 where a value stood after a space, since npm lost it
 */
export function takeNpmFlags(env: NodeJS.ProcessEnv): string[] {
  return Object.entries<Setting<unknown>>(settings).flatMap(([name, { value, only }]) => {
    const variable = `npm_config_${name.replaceAll('-', '_')}`
    const kept = env[variable]
    if (kept === undefined || only === 'environment' || npmsOwn.includes(name))
      return []
    delete env[variable]
    if (value === undefined)
      return kept === '' || kept === 'false' ? `--no-${name}` : `--${name}`
    if (kept === 'true')
      throw new PlainError(`npm kept --${name} to itself and lost its value. Put two dashes before the flags, as in: npm start -- --${name} VALUE`, 2)
    return `--${name}=${kept}`
  })
}
