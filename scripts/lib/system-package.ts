import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { PlainError, say } from './say.ts'

/** A program that tests need and that no package of npm brings. */
export interface SystemProgram {
  /** Its path on this machine; null where there is none. */
  find: () => string | null
  /** Its name, as in “There is no … here”. */
  name: string
  /** Debian's package that has it. */
  package: string
  /** What does not work without it, and what to do. */
  without: string
}

/**
 * Finds a program, or installs Debian's package where that is possible.
 * @returns null, after saying so, where it cannot be had
 * @throws PlainError where it cannot be had and `CI` is set: there nothing may go untested
 */
export function ensureProgram({ find, name, package: wanted, without }: SystemProgram, log = say): string | null {
  const found = find()
  if (found)
    return found
  if (canInstall()) {
    log(`There is no ${name} here. Installing the system's ${wanted} …`)
    installPackage(wanted)
  }
  const installed = find()
  if (installed)
    return installed
  const sentence = `There is no ${name} here and none could be installed, so ${without}`
  if (process.env.CI)
    throw new PlainError(sentence)
  log(sentence)
  return null
}

/** True on Debian and its like, with the right to install. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs a package of the system, quietly; whoever needs it looks whether it is there. */
export function installPackage(name: string): void {
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

/** The first of these commands in PATH or in one of these folders; null where there is none. */
export function findCommand(commands: readonly string[], folders: readonly string[]): string | null {
  const all = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...folders]
  return commands.flatMap(command => all.map(folder => join(folder, command))).find(file => existsSync(file)) ?? null
}
