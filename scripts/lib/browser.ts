import type { LaunchOptions } from 'playwright-core'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { binOf, runNode } from './run.ts'
import { PlainError, say } from './say.ts'
import { canInstall, installPackage } from './system-package.ts'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** The facts on which the search for a browser depends. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists: (file: string) => boolean
}

const here: Machine = { platform: process.platform, env: process.env, exists: existsSync }

/** Where Chromium, Chrome or Edge may stand on this machine, the likeliest first. */
export function browserPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return ['/Applications', `${env.HOME ?? ''}/Applications`].flatMap(folder => apps.map(app => `${folder}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined)
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      .flatMap(app => folders.map(folder => `${folder}\\${app}`))
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin']
  return commands.flatMap(command => folders.map(folder => join(folder, command)))
}

/**
 * A browser that can print and test: `FORK_BROWSER`, an installed one, or the one this project installed earlier.
 * @throws PlainError when `FORK_BROWSER` names no file
 */
export function findBrowser(machine = here): string | null {
  const chosen = machine.env.FORK_BROWSER
  if (chosen) {
    if (!machine.exists(chosen))
      throw new PlainError(`FORK_BROWSER is "${chosen}", and there is no such file. Give the path of a Chromium, Chrome or Edge.`)
    return chosen
  }
  return browserPlaces(machine).find(file => machine.exists(file)) ?? [ownBrowser()].find(file => machine.exists(file)) ?? null
}

/** Where this project installs a browser. The library is imported here, so that the server, which also looks for a browser, does without. */
function ownBrowser(): string {
  const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core')
  return chromium.executablePath()
}

/**
 * Finds a browser, or installs one: playwright's Chromium, else Debian's package where that is possible.
 * @throws PlainError saying what to install by hand
 */
export async function ensureBrowser(log = say): Promise<string> {
  const found = findBrowser()
  if (found)
    return found
  log('There is no Chromium, Chrome or Edge here. Installing Chromium …')
  const { output } = await runNode(binOf('playwright-core'), ['install', 'chromium'])
  if (!findBrowser() && canInstall()) {
    log('That download did not work. Installing the system\'s own package …')
    installPackage('chromium')
  }
  const installed = findBrowser()
  if (!installed)
    throw new PlainError(`A browser is needed for this, and none could be installed. Install Chrome, Chromium or Edge, or put the path of one into FORK_BROWSER.\n\n${output.trim()}`)
  return installed
}

/** How tests, export and screenshots start a browser: without a sandbox as root, and without calling home. */
export function launchOptions(executablePath: string): LaunchOptions {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return { executablePath, args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet }
}
