import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { say } from './say.ts'
import { ensureProgram, findCommand } from './system-package.ts'

/** Preferences: no requests to Mozilla, no start page. */
const preferences: Record<string, boolean | number | string> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
}

/** The path of a Firefox on this machine; null where there is none. */
export function findFirefox(): string | null {
  return findCommand(['firefox-esr', 'firefox', 'firefox.exe'], ['/usr/bin', '/snap/bin', '/Applications/Firefox.app/Contents/MacOS', 'C:\\Program Files\\Mozilla Firefox'])
}

/** @throws PlainError where none can be had and `CI` is set */
export function ensureFirefox(log = say): string | null {
  return ensureProgram({ find: findFirefox, name: 'Firefox', package: 'firefox-esr', without: 'the pages are not tried in it. Install Firefox.' }, log)
}

/** A Firefox that runs without a window, in a profile of its own. */
export interface Firefox {
  /** Where it listens for WebDriver BiDi: `ws://127.0.0.1:` and the port. */
  address: string
  /** Ends it and deletes its profile. */
  close: () => Promise<void>
}

/** Starts Firefox and resolves once it can be driven. */
export async function startFirefox(executable: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
  writeFileSync(join(profile, 'user.js'), Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''))
  const child: ChildProcess = spawn(executable, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } })
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  for await (const line of createInterface({ input: child.stderr ?? process.stdin })) {
    const address = /listening on (ws:\S+)/.exec(line)?.[1]
    if (address) {
      child.stderr?.resume()
      return { address, close }
    }
  }
  await close()
  throw new Error(`${executable} ended before it could be driven.`)
}
