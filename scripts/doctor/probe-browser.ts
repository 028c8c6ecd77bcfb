import type { Machine } from './machine.ts'
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { findBrowser } from '../lib/browser.ts'
import { outputOf } from './command-output.ts'

/** The browser that prints and tests, and its major version. */
export async function probeBrowser(): Promise<Machine['browser']> {
  const path = findBrowser()
  if (path === null)
    return null
  // On Windows a browser that is asked for its version opens a window; the folder beside it has the version's name.
  const told = process.platform === 'win32' ? readdirSync(dirname(path)).join(' ') : await outputOf(path, '--version')
  const version = /(\d+)\.\d+\.\d+/.exec(told ?? '')?.[1]
  return { path, version: version === undefined ? null : Number(version) }
}
