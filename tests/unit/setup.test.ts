import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserPlaces, findBrowser } from '../../scripts/lib/browser.ts'
import { takeNpmFlags } from '../../scripts/lib/npm-flags.ts'
import { badFolder, findNode, isInstalled } from '../../scripts/setup.mjs'

const setup = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url))
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

function lock(path: string, packages: Record<string, { version: string, optional?: boolean }>): void {
  write(path, JSON.stringify({ packages: { '': { name: 'x' }, ...packages } }))
}

describe('the check of what is installed', () => {
  it.each<[string, Record<string, { version: string, optional?: boolean }> | null, boolean]>([
    ['nothing', null, false],
    ['all of it', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } }, true],
    ['all but what this machine cannot have', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['too little', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ])('finds the packages installed or missing with %s', (_, installed, expected) => {
    lock('package-lock.json', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } })
    if (installed)
      lock('node_modules/.package-lock.json', installed)
    expect(isInstalled(folder)).toBe(expected)
  })
})

describe('the Node that runs the commands', () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform

  it.each(['node', 'node-bin'])('is the one that the lock file pins for this machine: %s', (prefix) => {
    const pinned = write(`node_modules/${prefix}-${platform}-${process.arch}/bin/${name}`, '')
    expect(findNode(folder, { path: '/old', major: 20 })).toBe(pinned)
    expect(findNode(folder, { path: '/new', major: 30 })).toBe(pinned)
  })

  it('is the machine\'s own when that is new enough, and none otherwise', () => {
    expect(findNode(folder, { path: '/new', major: 24 })).toBe('/new')
    expect(findNode(folder, { path: '/old', major: 22 })).toBeNull()
  })
})

describe('flags that npm kept for itself', () => {
  it.each([
    [{}, []],
    [{ npm_config_new: 'true', npm_config_rehearsal: 'true' }, ['--new', '--rehearsal']],
    [{ npm_config_open: '' }, ['--no-open']],
    [{ npm_config_open: 'false' }, ['--no-open']],
    [{ npm_config_session: 'blue team', npm_config_port: '4000' }, ['--session=blue team', '--port=4000']],
    [{ npm_config_data_dir: '/answers' }, ['--data-dir=/answers']],
    [{ npm_config_loglevel: 'error', npm_config_proxy: 'http://proxy.example.org' }, []],
    [{ npm_config_presenter_key: 'a-key-of-my-own-making' }, []],
  ])('%j become %j, once', (env, flags) => {
    const given: NodeJS.ProcessEnv = { ...env }
    expect(takeNpmFlags(given)).toEqual(flags)
    expect(takeNpmFlags(given)).toEqual([])
  })

  it('are refused where their value is lost', () => {
    expect(() => takeNpmFlags({ npm_config_session: 'true' })).toThrow('npm start -- --session VALUE')
  })
})

describe('the folder of the project', () => {
  it.each(['O\'Brien', 'C# projects', 'a?b', '$x', 'say "hi"', 'a*b', 'above$/the-fork'])('named %s is refused with a sentence', (name) => {
    expect(badFolder(`/home/sam/${name}`)).toBe(`The folder /home/sam/${name} has a ${/['"#?$*]/.exec(name)?.[0]} in its name, and the tools that build the deck cannot read that. Rename the folder, or move it to one whose name has letters, digits, spaces and hyphens.`)
  })

  it.each([';x', 'a%20b', '100%', 'a&b', '(a)', '[a]', '{a}', 'a`b', 'a!b', 'ünï 会', 'a+b', '@a,b=c~^', 'two words'])('may be named %s', (name) => {
    expect(badFolder(`/home/sam/${name}`)).toBeNull()
  })

  it('is checked before anything is installed', () => {
    const copy = write('O\'Brien/scripts/setup.mjs', readFileSync(setup, 'utf8'))
    write('O\'Brien/scripts/start.ts', '')
    const { status, stdout, stderr } = spawnSync(process.execPath, [copy, 'start'], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expect.stringContaining('O\'Brien has a \' in its name') })
  })
})

describe('a command', () => {
  it.each([['start', '--help'], ['start', '45', '-h'], ['bench-live', '--help']])('%s with %s shows its help and does nothing', (verb, ...words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [setup, verb, ...words], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^npm (?:start|run bench:live) -- /)
  })

  it('that does not exist is refused with a sentence', () => {
    const { status, stderr } = spawnSync(process.execPath, [setup, 'dance'], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, 'There is no command "dance".\n'])
  })

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['its words and flags', ['45', '--floor', '0'], { npm_config_new: 'true' }, '--floor cannot be "0". It takes a whole number from 1 to 1000.'],
    ['flags that npm kept', ['45'], { npm_config_floor: '0' }, '--floor cannot be "0". It takes a whole number from 1 to 1000.'],
    ['a flag whose value npm lost', ['45'], { npm_config_floor: 'true' }, 'npm kept --floor to itself and lost its value.'],
  ])('gets %s, and its exit code comes back', (_, words, env, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [setup, 'start', ...words], { encoding: 'utf8', env: { ...process.env, ...env } })
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)])
  }, 20_000)
})

it('a mistake in a data file ends a command with its sentence alone', () => {
  const errorHandler = new URL('../../scripts/lib/error-handler.ts', import.meta.url).href
  const define = new URL('../../live/domain/define-polls.ts', import.meta.url).href
  const code = `import { definePolls } from '${define}'; definePolls('my/polls.ts', [{ id: 'Lunch', kind: 'single', question: 'Soup?', purpose: 'Lunch', options: [] }])`
  const { status, stderr } = spawnSync(process.execPath, ['--import', errorHandler, '--input-type=module', '--eval', code], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, '\nmy/polls.ts: poll "Lunch", field "id": must be lower-case words joined by hyphens.\n'])
})

describe('a browser', () => {
  it('is the one that FORK_BROWSER names', () => {
    const chosen = write('my-chrome', '')
    chmodSync(chosen, 0o755)
    expect(findBrowser({ platform: 'linux', env: { FORK_BROWSER: chosen }, exists: () => true })).toBe(chosen)
    expect(() => findBrowser({ platform: 'linux', env: { FORK_BROWSER: '/not/there' }, exists: () => false })).toThrow('FORK_BROWSER is "/not/there"')
  })

  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { PATH: '/opt/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome'],
    ['darwin', { HOME: '/Users/sam' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/sam' }, '/Users/sam/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', { 'PROGRAMFILES': 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\sam\\AppData\\Local' }, 'C:\\Users\\sam\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ])('is found on %s with %j at %s', (platform, env, place) => {
    const machine = { platform, env, exists: (file: string) => file === place }
    expect(browserPlaces(machine)).toContain(place)
    expect(findBrowser(machine)).toBe(place)
  })

  it('that is not on the machine is null and stops nothing', () => {
    expect(findBrowser({ platform: 'linux', env: {}, exists: () => false })).toBeNull()
  })
})
