// Behind every npm verb, and the only plain JavaScript here: it runs on whatever Node the machine has,
// installs what is missing, and hands over to the Node 24 that the lock file pins.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Oldest Node that can do this set-up, and oldest that can run the rest when the pinned one cannot be had. */
const OLDEST = 20
const WANTED = 24

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const major = Number(process.versions.node.split('.')[0])

/**
 * @param {string} sentence
 * @returns {never} since it ends the program
 */
function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

/**
 * True when every package of the lock file is in `node_modules`, by npm's own record of what it installed.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record))
    return false
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const installed = packagesOf(record)
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
    path === '' || (installed[path] ? installed[path].version === version : Boolean(optional || devOptional)))
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} by path
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/**
 * The pinned Node, or this one if it is new enough, or null.
 * @param {string} folder
 * @returns {string | null} its path
 */
export function findNode(folder, own = { path: process.execPath, major }) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const modules = join(folder, 'node_modules')
  const pinned = ['node', 'node-bin']
    .map(prefix => join(modules, `${prefix}-${platform}-${process.arch}`, 'bin', name))
    .find(file => existsSync(file))
  return pinned || (own.major >= WANTED ? own.path : null)
}

function install() {
  process.stdout.write('Installing the packages of the lock file into node_modules. The first time this takes a minute or two …\n')
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-json']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: 'inherit' }
  const cli = process.env.npm_execpath
  const { status } = cli && /npm-cli\.c?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0)
    stop('The packages could not be installed: npm says why above. This step needs the network, once.')
}

/**
 * What Node itself is told. Left alone it keeps up to 128 MB of room for young objects, whether or not it needs them.
 * @param {string} verb
 */
export function nodeFlags(verb) {
  const first = ['error-handler.ts', 'before-command.ts'].map(file => pathToFileURL(join(root, 'scripts', 'lib', file)).href)
  return [...first.flatMap(file => ['--import', file]), ...verb === 'start' ? ['--max-semi-space-size=16'] : []]
}

/**
 * @param {string} node
 * @param {string[]} args
 */
function hand(node, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('error', error => stop(`Node could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code ?? 1))
}

/** What the tools that build the deck cannot read in the name of a folder; on Windows the backslash is no part of one. */
const UNREADABLE = process.platform === 'win32' ? /['"#?$*]/ : /['"#?$*\\]/

/**
 * The part of a path that has to be renamed before anything can be built there, or null.
 * @param {string} path
 * @returns {string | null} a sentence
 */
export function badFolder(path) {
  const [sign] = UNREADABLE.exec(path) ?? []
  return sign
    ? `The folder ${path} has a ${sign} in its name, and the tools that build the deck cannot read that. Rename the folder, or move it to one whose name has letters, digits, spaces and hyphens.`
    : null
}

/** @param {string[]} words */
function main([verb, ...rest]) {
  if (major < OLDEST)
    stop(`This is Node ${process.versions.node}. The Fork needs Node ${OLDEST} or later: https://nodejs.org`)
  const script = join(root, 'scripts', `${verb}.ts`)
  if (!verb || !existsSync(script))
    stop(`There is no command "${verb || ''}".`, 2)
  const obstacle = badFolder(root)
  // The doctor names it among what else there is.
  if (obstacle && verb !== 'doctor')
    stop(obstacle)
  if (!isInstalled(root) || !findNode(root))
    install()
  const node = findNode(root)
  if (!node)
    stop(`Node ${WANTED} could not be installed beside the other packages on this machine (${process.platform} ${process.arch}). Install Node ${WANTED} or later yourself, from https://nodejs.org, and try again.`)
  const asksForHelp = rest.includes('--help') || rest.includes('-h')
  hand(node, asksForHelp ? [join(root, 'scripts', 'help.ts'), verb] : [...nodeFlags(verb), script, ...rest])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2))
